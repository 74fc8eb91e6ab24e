import type { AreaCode } from '../area/area';
import type { Miss } from './miss';

/**
 * Which households of one grid a sheet speaks of, by id: what coverage unites over sheets, so that a household that
 * stands in two of them counts once. One for the worker's own grid, and one for each grid with a household of theirs.
 */
export interface Tally {
  area: AreaCode;
  reached: string[];
  met: string[];
  /** Out of reach, as a chief has agreed. */
  excused: string[];
}

/** What of a sheet is counted. */
interface Said {
  area: AreaCode;
  entries: Record<string, { area?: AreaCode; inPerson: boolean }>;
  misses?: Record<string, Miss[]>;
}

/** Told anew from the entries and misses whenever they change. */
export function tallyOf({ area, entries, misses = {} }: Said): Tally[] {
  const tallies = new Map<AreaCode, Tally>();
  const at = (grid: AreaCode): Tally => {
    const known = tallies.get(grid) ?? { area: grid, reached: [], met: [], excused: [] };
    tallies.set(grid, known);
    return known;
  };
  for (const [household, entry] of Object.entries(entries)) {
    const tally = at(entry.area ?? area);
    tally.reached.push(household);
    if (entry.inPerson) tally.met.push(household);
  }
  for (const [household, tries] of Object.entries(misses)) {
    const agreed = tries.find(({ review }) => review?.verdict === 'excused');
    if (agreed && !entries[household]) at(agreed.area ?? area).excused.push(household);
  }
  return [...tallies.values()];
}
