import { cells, drawing, el } from './dom';
import type { PersonCard, StageRole } from './doors';
import { openPicker } from './picker';
import { words } from './words';

const BELL =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 5h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/></svg>';
const HANDS =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 8h14l-4-4M20 16H6l4 4" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>';

/** The higher the desk, the more of the field is filled. */
const FILLED: Record<StageRole, number> = { resident: 1, worker: 2, chief: 3, secretary: 4 };

export interface Nameplate {
  readonly element: HTMLElement;
  show(person: PersonCard): void;
  unread(count: number): void;
}

interface NameplateOptions {
  role: StageRole;
  person(): PersonCard;
  openInbox(): void;
  handTo(person: PersonCard, together: boolean): void;
}

/** Above each phone: who holds it, the bell, and the way to hand it to somebody else. */
export function openNameplate({ role, person, openInbox, handTo }: NameplateOptions): Nameplate {
  const name = el('b', { class: 'who-name' });
  const place = el('span', { class: 'who-place' });
  const count = el('span', { class: 'who-count' });
  const bell = el(
    'button',
    { class: 'who-bell', type: 'button', title: words.messages, onclick: openInbox },
    drawing(BELL),
    count,
  );
  const switcher = el(
    'button',
    { class: 'who-switch', type: 'button', title: words.switch, 'aria-label': words.switch },
    drawing(HANDS),
    el('span', {}, words.switch),
  );
  switcher.addEventListener('click', () => openPicker(switcher, role, person(), handTo));
  const line = el('span', { class: 'who-line' }, el('span', { class: 'who-role' }, words[role]), name);
  const element = el(
    'div',
    { class: 'who' },
    el('span', { class: 'who-cells' }, cells(FILLED[role])),
    el('span', { class: 'who-words' }, line, place),
    bell,
    switcher,
  );
  return {
    element,
    show(holder) {
      name.textContent = holder.name;
      name.title = holder.name;
      place.textContent = holder.areaPath.split('·').slice(-2).join(' · ');
      place.title = holder.areaPath;
    },
    unread(unread) {
      count.textContent = unread > 0 ? String(unread) : '';
      bell.setAttribute('aria-label', `${words.messages} ${unread > 0 ? words.unread(unread) : ''}`);
    },
  };
}
