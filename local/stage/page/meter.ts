import { el } from './dom';
import { type Call, doors, type Usage } from './doors';
import { hourText } from './moment';
import { words } from './words';

/** The smallest CloudBase plan: reads and writes a day, calls a month. */
const QUOTA = { reads: 50_000, writes: 30_000, calls: 200_000 };
const SHOWN_CALLS = 14;
const number = (n: number) => n.toLocaleString('en');

export interface Meter {
  readonly element: HTMLElement;
  /** In a few figures, for the top bar. */
  readonly summary: HTMLElement;
  heard(call: Call): void;
  read(): Promise<void>;
}

/** What every tap costs: metered by the cloud itself, not estimated. */
export function openMeter(): Meter {
  const gauges = el('div', { class: 'gauges' });
  const rows = el('tbody', {});
  const log = el('ol', { class: 'calls' }, el('li', { class: 'empty' }, words.noCalls));
  const summary = el('span', { class: 'meter-summary' });
  const zero = el(
    'button',
    { type: 'button', class: 'quiet', onclick: () => void doors.clearUsage().then(read) },
    words.zero,
  );
  const element = el(
    'aside',
    { class: 'meter', 'aria-label': words.meterTitle },
    el('div', { class: 'meter-head' }, el('h2', {}, words.meterTitle), zero),
    gauges,
    el('p', { class: 'meter-note' }, words.meterNote),
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          ...[words.action, words.times, words.readsEach, words.writesEach].map((word) => el('th', {}, word)),
        ),
      ),
      rows,
    ),
    el('h2', {}, words.lastCalls),
    log,
  );

  let soon: ReturnType<typeof setTimeout> | undefined;
  async function read(): Promise<void> {
    const usage = await doors.usage();
    const { reads, writes, calls } = usage.total;
    gauges.replaceChildren(
      gauge(words.reads, reads, QUOTA.reads, words.ofDay),
      gauge(words.writes, writes, QUOTA.writes, words.ofDay),
      gauge(words.calls, calls, QUOTA.calls, words.ofMonth),
    );
    rows.replaceChildren(...rowsOf(usage));
    summary.textContent = `${words.readsEach} ${number(reads)} · ${words.writesEach} ${number(writes)}`;
  }

  return {
    element,
    summary,
    read,
    heard(call) {
      if (call.trigger !== 'timer') {
        log.querySelector('.empty')?.remove();
        log.prepend(callLine(call));
        while (log.children.length > SHOWN_CALLS) log.lastElementChild?.remove();
      }
      clearTimeout(soon);
      soon = setTimeout(() => void read(), 400);
    },
  };
}

function gauge(name: string, used: number, quota: number, say: (share: string) => string): HTMLElement {
  const share = used / quota;
  const text = share < 0.001 && used > 0 ? '<0.1%' : `${(share * 100).toFixed(1)}%`;
  return el(
    'div',
    { class: 'gauge' },
    el('div', { class: 'gauge-line' }, el('span', {}, name), el('b', {}, number(used))),
    el('div', { class: 'gauge-bar' }, el('i', { style: `width:${Math.min(100, share * 100)}%` })),
    el('small', {}, say(text)),
  );
}

function rowsOf({ functions }: Usage): HTMLElement[] {
  return Object.entries(functions)
    .flatMap(([fn, { actions }]) =>
      Object.entries(actions).map(([action, counts]) => ({
        name: action.startsWith('timer:') ? `${fn} · ${words.timer}` : `${fn}.${action}`,
        timer: action.startsWith('timer:'),
        ...counts,
      })),
    )
    .sort((a, b) => Number(a.timer) - Number(b.timer) || b.calls - a.calls)
    .map(({ name, timer, calls, reads, writes }) =>
      el(
        'tr',
        timer ? { class: 'timer' } : {},
        el('td', {}, name),
        ...[calls, reads, writes].map((count) => el('td', {}, number(count))),
      ),
    );
}

function callLine(call: Call): HTMLElement {
  return el(
    'li',
    call.ok ? {} : { class: 'bad' },
    el('time', {}, hourText(call.at)),
    el('span', {}, `${call.function}.${call.action}`),
    el('span', { class: 'ms' }, call.ok ? `${Math.round(call.duration)} ms` : (call.code ?? '!')),
  );
}
