import { ranked as competition } from '../points/replay';

/** Somebody with a score of one decimal. */
export interface Scored {
  score: number;
}

export type Ranked<T> = T & {
  /** Competition rank, "1224": one more than how many are better. */
  rank: number;
};

/** Scores are told with one decimal, and two that are told alike are alike. */
const tenths = ({ score }: Scored): number => Math.round(score * 10);

/** A hair above what binary fractions lose: 10 % of 30 is 3. */
const HAIR = 1e-9;

/** Best first; who are equal stand in the order of `keyOf`, so that the same people always make the same list. */
export function ranked<T extends Scored>(people: readonly T[], keyOf: (one: T) => string): Ranked<T>[] {
  const sorted = [...people].sort((a, b) => tenths(b) - tenths(a) || (keyOf(a) < keyOf(b) ? -1 : 1));
  return competition(sorted, tenths).map(({ item, rank }) => ({ ...item, rank }));
}

/**
 * The two ends of a list. A share is rounded down. A tie across the cut is taken in at the top and spared at the bottom:
 * where the figures cannot tell people apart, the doubt is theirs. With fewer than `fewest` there are no ends.
 */
export function endsOf<T extends Scored>(
  list: readonly Ranked<T>[],
  { share, fewest }: { share: number; fewest: number },
): { top: Ranked<T>[]; bottom: Ranked<T>[] } {
  if (list.length < fewest) return { top: [], bottom: [] };
  const places = Math.floor(list.length * share + HAIR);
  // Those with the same rank or a worse one.
  const notBetter = (rank: number) => list.length - rank + 1;
  return {
    top: list.filter(({ rank }) => rank <= places),
    bottom: list.filter(({ rank }) => notBetter(rank) <= places),
  };
}
