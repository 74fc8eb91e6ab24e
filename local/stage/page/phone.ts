import { el } from './dom';
import { doors, type Message, type PersonCard, type StageRole } from './doors';
import { drawGlass } from './glass';
import { openHolder } from './holder';
import { openInbox } from './inbox';
import { openNameplate } from './nameplate';
import { openTray } from './tray';
import { words } from './words';

export interface Phone {
  readonly role: StageRole;
  readonly element: HTMLElement;
  readonly person: PersonCard;
  /** Whether this window is the phone's. */
  owns(window: MessageEventSource | null): boolean;
  become(person: PersonCard): void;
  arrive(message: Message): void;
  /** The clock has moved, or something happened elsewhere: look again. */
  refresh(): void;
  /** The product asks WeChat whether it may send; on the stage people say yes. */
  consent(id: string, templates: string[]): void;
  visited(page: string): void;
  tick(time: string): void;
}

interface PhoneOptions {
  role: StageRole;
  origin: string;
  person: PersonCard;
  now(): number;
  bringAlong(person: PersonCard): void;
}

/** One drawn phone: who holds it, what is on its screen, and the messages that slide in. */
export function openPhone({ role, origin, person, now, bringAlong }: PhoneOptions): Phone {
  let unread = 0;
  const tray = openTray(open);
  const inbox = openInbox(open);
  const glass = drawGlass(role, [tray.element, inbox.element]);
  const holder = openHolder(role, origin, glass.frame, person);
  const plate = openNameplate({
    role,
    person: () => holder.person,
    openInbox() {
      tray.clear();
      setUnread(0);
      void inbox.toggle(holder.person.openid);
    },
    handTo(chosen, together) {
      become(chosen);
      if (together) bringAlong(chosen);
    },
  });

  function setUnread(count: number): void {
    unread = count;
    plate.unread(count);
  }

  function open(message: Message): void {
    tray.clear();
    inbox.close();
    setUnread(Math.max(0, unread - 1));
    holder.order({ stage: 'open', page: message.page });
  }

  function become(next: PersonCard): void {
    tray.clear();
    inbox.close();
    setUnread(0);
    holder.hand(next, now());
    plate.show(next);
  }

  become(holder.person);
  // A tap into the frame takes the focus away from the stage: that is all a page may know of it.
  window.addEventListener('blur', () => {
    if (document.activeElement === glass.frame) tray.clear();
  });
  return {
    role,
    element: el(
      'section',
      { class: 'phone', 'data-role': role, 'aria-label': words[role] },
      plate.element,
      glass.element,
    ),
    get person() {
      return holder.person;
    },
    owns: (window) => window !== null && window === glass.frame.contentWindow,
    become,
    arrive(message) {
      tray.push(message);
      setUnread(unread + 1);
      holder.order({ stage: 'refresh' });
    },
    refresh() {
      if (holder.fresh(now())) holder.order({ stage: 'refresh' });
      else holder.enter(now());
    },
    consent(id, templates) {
      const answers = Object.fromEntries(templates.map((template) => [template, 'accept']));
      const { openid } = holder.person;
      void Promise.all(templates.map((template) => doors.consent(openid, template))).then(() => {
        glass.frame.contentWindow?.postMessage({ yige: 'consent', id, answers }, origin);
        glass.toast(words.allowed);
      });
    },
    visited: holder.at,
    tick: glass.time,
  };
}
