import type { Entry } from '../contact/entry';
import type { ContactSheet } from '../contact/sheet';
import type { WeekKey } from '../time/period';
import { shanghai } from '../time/shanghai';

/** One contact of a household's past. */
export interface Past {
  week: WeekKey;
  worker: string;
  /** The week's best contact: what a household's word is about. */
  best: boolean;
  entry: Omit<Entry, 'was'>;
}

/** Every contact with the household, whoever made it, the latest first; of one day what stands after corrections. */
export function historyOf(
  household: string,
  sheets: readonly Pick<ContactSheet, 'worker' | 'week' | 'entries'>[],
): Past[] {
  const past = sheets.flatMap(({ worker, week, entries }) => {
    const best = entries[household];
    if (!best) return [];
    const { was = [], ...entry } = best;
    const days = new Set([dayOf(entry)]);
    const others = [...was]
      .reverse()
      .filter((one) => !one.mistaken)
      .filter((one) => !days.has(dayOf(one)) && days.add(dayOf(one)));
    return [
      { week, worker, best: true, entry },
      ...others.map((one) => ({ week, worker, best: false, entry: one })),
    ];
  });
  return past.sort((a, b) => b.entry.at - a.entry.at);
}

function dayOf({ at }: Pick<Entry, 'at'>): string {
  return shanghai(at).format('YYYY-MM-DD');
}
