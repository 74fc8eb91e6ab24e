import type { ProblemView } from '../../../domain/contract/views';
import type { ClientCommand } from '../../../domain/problem/commands';

/** What a person can do to a problem here; joining happens where the problem is found. */
export type Act = Exclude<ClientCommand, 'join'>;

/** What its form asks for, from the top down. An act without a form is one tap. */
export interface Form {
  /** One desk or person, or several. */
  whom?: 'one' | 'many';
  /** How many days from now may be chosen. */
  days?: readonly number[];
  /** Who is responsible instead. */
  where?: true;
  /** Which other matter it is. */
  other?: true;
  /** Another kind of matter than this one. */
  kind?: true;
  stars?: true;
  words: 'needed' | 'optional';
  photos?: true;
}

interface Shape {
  form?: Form;
  /** Takes something away: drawn in red. */
  ends?: true;
  /** Never one of the two large buttons. */
  small?: true;
}

/**
 * All acts, the most pressing first: a screen shows the first two large and puts the rest behind one more tap.
 * What is allowed the server says; this is only how it is asked.
 */
export const SHAPES = {
  grant: { form: { words: 'optional' } },
  deny: { form: { words: 'needed' } },
  // The stars and words stand on the page itself, so that one tap is enough.
  confirm: {},
  reopen: { form: { words: 'needed' } },
  rate: { form: { stars: true, words: 'optional' } },
  accept: {},
  resume: {},
  finish: { form: { words: 'needed', photos: true } },
  verify: { form: { words: 'optional', photos: true } },
  redo: { form: { words: 'needed', photos: true } },
  uphold: { form: { words: 'optional' } },
  overturn: { form: { words: 'needed' } },
  escalate: { form: { words: 'needed' } },
  supervise: { form: { words: 'optional' } },
  progress: { form: { words: 'needed', photos: true } },
  assign: { form: { whom: 'one', words: 'optional' }, small: true },
  whistle: { form: { whom: 'many', words: 'optional' }, small: true },
  extend: { form: { days: [3, 7, 15, 30], words: 'needed' }, small: true },
  suspend: { form: { days: [3, 7, 15, 30], words: 'needed' }, small: true },
  transfer: { form: { whom: 'one', words: 'needed' }, small: true },
  return: { form: { words: 'needed' }, small: true },
  merge: { form: { other: true, words: 'optional' }, small: true },
  split: { form: { kind: true, words: 'needed' }, small: true },
  comment: { form: { words: 'needed' }, small: true },
  refuse: { form: { where: true, words: 'needed' }, small: true, ends: true },
  withdraw: { form: { words: 'optional' }, small: true, ends: true },
} as const satisfies Record<Act, Shape>;

/** What needs a form first. */
export type AskedAct = { [A in Act]: (typeof SHAPES)[A] extends { form: Form } ? A : never }[Act];

export function isAsked(act: Act): act is AskedAct {
  return shapeOf(act).form !== undefined;
}

export function formOf(act: AskedAct): Form {
  return SHAPES[act].form;
}

const ACTS = Object.keys(SHAPES) as Act[];

export function shapeOf(act: Act): Shape {
  return SHAPES[act];
}

const LARGE = 2;
/** As many small ones stand below the large ones before they go behind one more tap. */
const SMALL = 2;

export interface Offer {
  large: Act[];
  /** In sight. */
  small: Act[];
  /** Behind one more tap. */
  more: Act[];
}

/** Exactly what the server offers, in the order of the screen. */
export function offered({ actions }: Pick<ProblemView, 'actions'>): Offer {
  const acts = ACTS.filter((act) => actions.includes(act));
  const large = acts.filter((act) => !shapeOf(act).small).slice(0, LARGE);
  const rest = acts.filter((act) => !large.includes(act));
  return rest.length > SMALL ? { large, small: [], more: rest } : { large, small: rest, more: [] };
}
