import { messageCard } from './card';
import { cells, drawing, el } from './dom';
import { doors, type Message, type PersonCard, type StageRole } from './doors';
import { remember, remembered } from './memory';
import { openPicker } from './picker';
import { language, words } from './words';

const BELL =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 5h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/></svg>';
const HANDS =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 8h14l-4-4M20 16H6l4 4" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>';
const AIR =
  '<svg viewBox="0 0 62 14" aria-hidden="true"><path d="M1 9h2v4H1zM5 7h2v6H5zM9 4h2v9H9zM13 1h2v12h-2z"/><path d="M28 4a8 8 0 0 1 11 0l-1.5 1.7a5.7 5.7 0 0 0-8 0zM31 7.5a4 4 0 0 1 5 0L33.5 11z"/><rect x="46" y="2" width="13" height="10" rx="2.5" fill="none" stroke="currentColor"/><rect x="47.5" y="3.5" width="8" height="7" rx="1"/></svg>';

const FILLED: Record<StageRole, number> = { resident: 1, worker: 2, chief: 3, secretary: 4 };
/** A message that nobody taps slides away after this; the bell still counts it. */
const SHOWN_MS = 25_000;
/** Sessions last thirty simulated days; a phone that was entered earlier than this is entered anew. */
const SESSION_MS = 25 * 86_400_000;

export interface Phone {
  readonly role: StageRole;
  readonly element: HTMLElement;
  readonly person: PersonCard;
  /** Whether this window is the phone's. */
  owns(window: MessageEventSource | null): boolean;
  become(person: PersonCard): void;
  arrive(message: Message): void;
  /** The clock has moved, or something happened elsewhere: look again. */
  refresh(now: number): void;
  consent(id: string, templates: string[]): void;
  visited(page: string): void;
  tick(time: string): void;
}

interface Kept {
  person: PersonCard;
  page: string;
}

/** One drawn phone: who holds it, what is on its screen, and the messages that slide in. */
export function openPhone(
  role: StageRole,
  origin: string,
  first: PersonCard,
  bringAlong: (person: PersonCard) => void,
): Phone {
  const kept = remembered<Kept>(`phone.${role}`, { person: first, page: '' });
  let person = kept.person;
  let page = kept.page;
  let entered = Date.now();
  let unread = 0;
  let cards: { message: Message; element: HTMLElement }[] = [];

  const name = el('b', { class: 'who-name' });
  const place = el('span', { class: 'who-place' });
  const count = el('span', { class: 'who-count' });
  const bell = el(
    'button',
    { class: 'who-bell', type: 'button', onclick: () => void openInbox() },
    drawing(BELL),
    count,
  );
  const switcher = el(
    'button',
    { class: 'who-switch', type: 'button', title: words.switch, 'aria-label': words.switch },
    drawing(HANDS),
    el('span', {}, words.switch),
  );
  const clock = el('span', { class: 'status-time' });
  const frame = el('iframe', {
    title: words[role],
    allow: 'microphone; geolocation; camera; clipboard-write',
  });
  const tray = el('div', { class: 'tray', 'aria-live': 'polite' });
  const toast = el('div', { class: 'phone-toast', role: 'status' });
  const inbox = el('div', { class: 'inbox', hidden: true });
  const status = el('div', { class: 'status' }, clock, el('span', { class: 'status-air' }, drawing(AIR)));
  const screen = el('div', { class: 'screen' }, status, frame, tray, inbox, toast);
  const head = el(
    'div',
    { class: 'who' },
    el('span', { class: 'who-cells' }, cells(FILLED[role])),
    el(
      'span',
      { class: 'who-words' },
      el('span', { class: 'who-line' }, el('span', { class: 'who-role' }, words[role]), name),
      place,
    ),
    bell,
    switcher,
  );
  const element = el(
    'section',
    { class: 'phone', 'data-role': role, 'aria-label': words[role] },
    head,
    el('div', { class: 'body' }, el('div', { class: 'fit' }, screen)),
  );
  switcher.addEventListener('click', () =>
    openPicker(switcher, role, person, (chosen, together) => {
      become(chosen);
      if (together) bringAlong(chosen);
    }),
  );

  function become(next: PersonCard): void {
    if (next.id !== person.id) page = '';
    person = next;
    tuckAway();
    inbox.hidden = true;
    setUnread(0);
    enter();
  }

  function enter(): void {
    entered = stageNow;
    name.textContent = person.name;
    name.title = person.name;
    place.textContent = person.areaPath.split('·').slice(-2).join(' · ');
    place.title = person.areaPath;
    remember(`phone.${role}`, { person, page } satisfies Kept);
    const query = new URLSearchParams({ person: person.id, lang: language, ...(page ? { to: page } : {}) });
    frame.src = `${origin}/_local/enter?${query}`;
  }

  function order(what: { stage: 'refresh' } | { stage: 'open'; page: string }): void {
    frame.contentWindow?.postMessage(what, origin);
  }

  function open(message: Message): void {
    tuckAway();
    inbox.hidden = true;
    setUnread(Math.max(0, unread - 1));
    order({ stage: 'open', page: message.page });
  }

  function dismiss(id: string): void {
    for (const card of cards.filter(({ message }) => message.id === id)) card.element.remove();
    cards = cards.filter(({ message }) => message.id !== id);
    stack();
  }

  /** What is on the screen below matters more now; the messages wait behind the bell. */
  function tuckAway(): void {
    cards = [];
    tray.replaceChildren();
    stack();
  }

  /** The newest lies on top; what is below is told in a number. */
  function stack(): void {
    for (const [index, card] of cards.entries())
      card.element.classList.toggle('under', index < cards.length - 1);
    tray.dataset.more = cards.length > 1 ? words.more(cards.length - 1) : '';
  }

  function setUnread(next: number): void {
    unread = next;
    count.textContent = next > 0 ? String(next) : '';
    bell.setAttribute('aria-label', `${words.messages} ${next > 0 ? words.unread(next) : ''}`);
    bell.title = words.messages;
  }

  async function openInbox(): Promise<void> {
    if (!inbox.hidden) {
      inbox.hidden = true;
      return;
    }
    const { messages } = await doors.messages(person.openid);
    tuckAway();
    setUnread(0);
    inbox.replaceChildren(
      el(
        'div',
        { class: 'inbox-head' },
        el('b', {}, words.messages),
        el('button', { type: 'button', class: 'quiet', onclick: () => (inbox.hidden = true) }, words.close),
      ),
      ...(messages.length > 0
        ? messages.map((message) => messageCard(message, () => open(message)))
        : [el('p', { class: 'empty' }, words.noMessages)]),
    );
    inbox.hidden = false;
  }

  enter();
  setUnread(0);
  window.addEventListener('blur', () => {
    if (document.activeElement === frame) tuckAway();
  });
  return {
    role,
    element,
    get person() {
      return person;
    },
    owns: (window) => window !== null && window === frame.contentWindow,
    become,
    arrive(message) {
      const card = messageCard(
        message,
        () => open(message),
        () => dismiss(message.id),
      );
      cards.push({ message, element: card });
      tray.append(card);
      stack();
      setTimeout(() => dismiss(message.id), SHOWN_MS);
      setUnread(unread + 1);
      order({ stage: 'refresh' });
    },
    refresh(now) {
      if (now - entered > SESSION_MS) enter();
      else order({ stage: 'refresh' });
    },
    consent(id, templates) {
      const answers = Object.fromEntries(templates.map((template) => [template, 'accept']));
      void Promise.all(templates.map((template) => doors.consent(person.openid, template))).then(() => {
        frame.contentWindow?.postMessage({ yige: 'consent', id, answers }, origin);
        toast.textContent = words.allowed;
        toast.classList.add('shown');
        setTimeout(() => toast.classList.remove('shown'), 2600);
      });
    },
    visited(next) {
      page = next;
      remember(`phone.${role}`, { person, page } satisfies Kept);
    },
    tick(time) {
      clock.textContent = time;
    },
  };
}

let stageNow = Date.now();
/** Where the stage's clock stands; told by the clock bar. */
export function setStageNow(now: number): void {
  stageNow = now;
}
