import type { ProblemView } from '../../../domain/contract/views';

/** What a person can be offered; climbing, supervising and lapsing are the clock's. */
export const ACTS = ['accept', 'finish', 'confirm', 'escalate', 'reopen', 'comment', 'withdraw'] as const;
export type Act = (typeof ACTS)[number];

interface Shape {
  /** `main` is the next step, `other` stands beside it, `small` below them. */
  place: 'main' | 'other' | 'small';
  /** `none`: one tap is all. */
  words: 'none' | 'needed' | 'optional';
  photos?: true;
}

export const SHAPES = {
  accept: { place: 'main', words: 'none' },
  finish: { place: 'main', words: 'needed', photos: true },
  // The stars and words stand on the page itself, so that one tap is enough.
  confirm: { place: 'main', words: 'none' },
  escalate: { place: 'other', words: 'needed' },
  reopen: { place: 'other', words: 'needed' },
  comment: { place: 'small', words: 'needed' },
  withdraw: { place: 'small', words: 'optional' },
} as const satisfies Record<Act, Shape>;

/** Exactly what the server offers, in the order of the screen. */
export function offered({ actions }: Pick<ProblemView, 'actions'>): Act[] {
  return ACTS.filter((act) => actions.includes(act));
}
