import { cells, el } from './dom';
import type { Message } from './doors';
import { shortText } from './moment';
import { words } from './words';

/** A WeChat service notification. One tap opens the page that it is about. */
export function messageCard(message: Message, open: () => void, dismiss?: () => void): HTMLElement {
  const rows = message.fields.map(({ label, value }) =>
    el('div', { class: 'card-row' }, el('dt', {}, label), el('dd', {}, value)),
  );
  const card = el(
    'article',
    { class: 'card' },
    el(
      'header',
      {},
      el('span', { class: 'card-mark' }, cells(1)),
      el('b', {}, '一格'),
      el('span', { class: 'card-kind' }, words.service),
      el('time', {}, dismiss ? words.now : shortText(message.at)),
    ),
    el(
      'button',
      { class: 'card-body', type: 'button', onclick: open },
      el('strong', {}, message.title),
      el('dl', {}, ...rows),
      el('span', { class: 'card-go' }, words.open),
    ),
  );
  if (dismiss)
    card.append(
      el('button', { class: 'card-close', type: 'button', 'aria-label': words.close, onclick: dismiss }, '×'),
    );
  return card;
}
