import { HOUR, MINUTE, type Millis } from '../time/shanghai';

/**
 * Whether what was written and photographed may be shown beyond staff and the reporter. `review`: WeChat's check was
 * not sure, or could not be asked; a person decides. Failure of the check is never a pass.
 */
export const CONTENT_STATES = ['pending', 'passed', 'review', 'hidden'] as const;
export type ContentState = (typeof CONTENT_STATES)[number];

export interface ContentCheck {
  state: ContentState;
  /** When it is looked at next; absent once it is decided or waits for a person. */
  due?: Millis;
  /** Looks that came to nothing. */
  tries: number;
  /** WeChat's trace ids of pictures and voice notes whose verdict is still to come. */
  waiting: string[];
  /** Who passed or hid it. */
  by?: { person: string; name: string };
}

export type Verdict = 'pass' | 'review';

/** After this many looks that came to nothing a person decides. */
const MOST_TRIES = 5;
/** WeChat promises a verdict on media within half an hour. */
const VERDICT_BY = HOUR;

/** Just reported: nobody beyond staff sees it, and the timer looks at it next. */
export function unchecked(now: Millis): ContentCheck {
  return { state: 'pending', due: now, tries: 0, waiting: [] };
}

/** The words have been judged and the media handed in under these trace ids. */
export function looked(check: ContentCheck, words: Verdict, traces: string[], now: Millis): ContentCheck {
  if (check.state !== 'pending') return check;
  if (words === 'review') return settle(check, 'review');
  if (traces.length === 0) return settle(check, 'passed');
  return { ...check, tries: check.tries + 1, waiting: traces, due: now + VERDICT_BY };
}

/** WeChat's verdict on one of the media; one doubt is enough. */
export function heard(check: ContentCheck, trace: string, verdict: Verdict): ContentCheck {
  if (check.state !== 'pending' || !check.waiting.includes(trace)) return check;
  if (verdict === 'review') return settle(check, 'review');
  const waiting = check.waiting.filter((other) => other !== trace);
  return waiting.length === 0 ? settle(check, 'passed') : { ...check, waiting };
}

/** The check could not be asked: again after 1, 2, 4 … minutes, then a person decides. */
export function unheard(check: ContentCheck, now: Millis): ContentCheck {
  if (check.state !== 'pending') return check;
  const tries = check.tries + 1;
  if (tries >= MOST_TRIES) return settle({ ...check, tries }, 'review');
  return { ...check, tries, waiting: [], due: now + 2 ** (tries - 1) * MINUTE };
}

/** No verdict came in time too often. */
export function exhausted({ tries }: ContentCheck): boolean {
  return tries >= MOST_TRIES;
}

/** A person's word is the last one. */
export function cleared(
  check: ContentCheck,
  state: 'passed' | 'hidden',
  by: { person: string; name: string },
): ContentCheck {
  return { ...settle(check, state), by };
}

function settle({ due: _due, ...rest }: ContentCheck, state: ContentState): ContentCheck {
  return { ...rest, state, waiting: [] };
}

/** Whether neighbours may be told of it: the reporter wants it, and the check has passed. */
export function isTold(problem: { public: boolean; content: ContentCheck }): boolean {
  return problem.public && problem.content.state === 'passed';
}

/** Numbers that lead to a person are not for neighbours: phones, identity cards, bank cards. */
export function masked(text: string): string {
  return text.replace(/\d[\d\s-]{5,}[\dXx]/g, (digits) => `${digits.slice(0, 2)}****`);
}
