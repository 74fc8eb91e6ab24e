import { messageCard } from './card';
import { el } from './dom';
import { doors, type Message } from './doors';
import { words } from './words';

export interface Inbox {
  readonly element: HTMLElement;
  /** Opens with the latest messages of this person, or closes. */
  toggle(openid: string): Promise<void>;
  close(): void;
}

/** Everything that WeChat brought to this phone, newest first. */
export function openInbox(open: (message: Message) => void): Inbox {
  const element = el('div', { class: 'inbox', hidden: true });
  const close = () => {
    element.hidden = true;
  };
  return {
    element,
    close,
    async toggle(openid) {
      if (!element.hidden) return close();
      const { messages } = await doors.messages(openid);
      const cards = messages.map((message) => messageCard(message, () => open(message)));
      element.replaceChildren(
        el(
          'div',
          { class: 'inbox-head' },
          el('b', {}, words.messages),
          el('button', { type: 'button', class: 'quiet', onclick: close }, words.close),
        ),
        ...(cards.length > 0 ? cards : [el('p', { class: 'empty' }, words.noMessages)]),
      );
      element.hidden = false;
    },
  };
}
