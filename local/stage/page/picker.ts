import { el } from './dom';
import { doors, type PersonCard, type StageRole } from './doors';
import { words } from './words';

type Choose = (person: PersonCard, together: boolean) => void;

let closeOpen: (() => void) | undefined;

/** A list of people of one role, to hand the phone to; neighbours first. */
export function openPicker(anchor: HTMLElement, role: StageRole, current: PersonCard, choose: Choose): void {
  const again = anchor.getAttribute('aria-expanded') === 'true';
  closeOpen?.();
  if (again) return;
  const together = el('input', { type: 'checkbox', checked: true });
  const field = el('input', {
    type: 'search',
    placeholder: words.search,
    'aria-label': words.search,
    maxlength: 30,
  });
  const list = el('ul', { class: 'people' });
  const total = el('span', { class: 'people-total' });
  const panel = el(
    'div',
    { class: 'picker', role: 'dialog', 'aria-label': words.switch },
    field,
    el('div', { class: 'picker-note' }, el('span', {}, words.nearby), total),
    list,
    el('label', { class: 'picker-together' }, together, words.together),
  );

  async function show(): Promise<void> {
    const name = field.value.trim();
    const query: Record<string, string> = name ? { name } : { area: current.area.slice(0, 12) };
    const found = await doors.people({ role, limit: '40', ...query });
    total.textContent = words.found(found.total.toLocaleString('en'));
    list.replaceChildren(
      ...(role === 'resident' && name === '' ? [line(newPhone(current), false)] : []),
      ...found.people.map((person) => line(person, true)),
      ...(found.people.length === 0 ? [el('li', { class: 'empty' }, words.nobody)] : []),
    );
  }

  function line(person: PersonCard, along: boolean): HTMLElement {
    const button = el(
      'button',
      {
        type: 'button',
        ...(person.id === current.id ? { 'aria-current': 'true' } : {}),
        onclick: () => {
          close();
          choose(person, along && together.checked);
        },
      },
      el('b', {}, person.name),
      el('span', {}, person.areaPath),
    );
    return el('li', {}, button);
  }

  let soon: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    clearTimeout(soon);
    soon = setTimeout(() => void show(), 200);
  });
  const outside = (event: Event) => {
    if (!panel.contains(event.target as Node) && event.target !== anchor) close();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  function close(): void {
    panel.remove();
    anchor.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside);
    document.removeEventListener('keydown', key);
    closeOpen = undefined;
  }
  closeOpen = close;
  anchor.setAttribute('aria-expanded', 'true');
  anchor.parentElement?.append(panel);
  document.addEventListener('pointerdown', outside);
  document.addEventListener('keydown', key);
  void show().then(() => field.focus());
}

/** A phone that nobody has registered: who holds it asks to be bound to a household. Another one each time. */
function newPhone({ area }: PersonCard): PersonCard {
  const number = Date.now().toString(36);
  return {
    id: `new-${number}`,
    name: words.newPhone,
    role: 'resident',
    area,
    areaPath: words.newPhoneWhy,
    openid: `onew_${number}`,
  };
}
