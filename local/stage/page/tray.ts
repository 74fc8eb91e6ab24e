import { messageCard } from './card';
import { el } from './dom';
import type { Message } from './doors';
import { words } from './words';

/** A message that nobody taps slides away after this; the bell still counts it. */
const SHOWN_MS = 25_000;

export interface Tray {
  readonly element: HTMLElement;
  /** Slides a message in; the newest lies on top, what is below is told in a number. */
  push(message: Message): void;
  /** What is on the screen below matters more now; the messages wait behind the bell. */
  clear(): void;
}

/** Where WeChat's notifications lie, over whatever the phone shows. */
export function openTray(open: (message: Message) => void): Tray {
  const element = el('div', { class: 'tray', 'aria-live': 'polite' });
  let cards: { id: string; card: HTMLElement }[] = [];

  function keep(next: typeof cards): void {
    cards = next;
    element.replaceChildren(...cards.map(({ card }) => card));
    for (const [index, { card }] of cards.entries()) card.classList.toggle('under', index < cards.length - 1);
    element.dataset.more = cards.length > 1 ? words.more(cards.length - 1) : '';
  }

  function dismiss(id: string): void {
    if (cards.some((one) => one.id === id)) keep(cards.filter((one) => one.id !== id));
  }

  return {
    element,
    clear: () => keep([]),
    push(message) {
      const { id } = message;
      const card = messageCard(
        message,
        () => open(message),
        () => dismiss(id),
      );
      keep([...cards, { id, card }]);
      setTimeout(() => dismiss(id), SHOWN_MS);
    },
  };
}
