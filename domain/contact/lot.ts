import type { WeekKey } from '../time/period';

/** One household of twenty is asked whether the contact was. */
const SHARE = 0.05;

/**
 * The households of a week that are drawn for a call back: one in twenty, at least one. The lot is a hash of week and
 * household, so that nobody can choose and the draw is the same however often it is looked at.
 */
export function drawn(households: readonly string[], week: WeekKey): string[] {
  const lots = households.map((household) => ({ household, lot: lotOf(`${week} ${household}`) }));
  lots.sort((a, b) => a.lot - b.lot || (a.household < b.household ? -1 : 1));
  return lots.slice(0, Math.ceil(households.length * SHARE)).map(({ household }) => household);
}

/** FNV-1a with a final mix; https://datatracker.ietf.org/doc/draft-eastlake-fnv */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
