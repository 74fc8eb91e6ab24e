import type { ContactSheet } from '../../domain/contact/sheet';
import type { Household } from '../../domain/household/household';
import type { Person } from '../../domain/person/person';
import type { WeekKey } from '../../domain/time/period';
import { $ } from './cloud';
import { collection } from './collections';

/** A household, whoever was ever linked to it, and what their sheets of these weeks say of it. */
export interface Circle {
  household: Omit<Household, 'applied' | 'outbox'>;
  workers: Pick<Person, '_id' | 'name' | 'phone' | 'photo' | 'links' | 'leaves' | 'areaPath' | 'household'>[];
  /** Only this household's entries and misses travel. */
  sheets: Pick<ContactSheet, '_id' | 'worker' | 'week' | 'entries' | 'misses'>[];
}

/** One read: sheets have derived keys, so the database can name them itself. */
export async function circleOf(household: string, weeks: readonly WeekKey[]): Promise<Circle | null> {
  const { data } = await collection('households')
    .aggregate()
    .match({ _id: household })
    .lookup({ from: 'people', localField: '_id', foreignField: 'links.household', as: 'workers' })
    .addFields({ keys: sheetKeys(weeks) })
    .lookup({ from: 'sheets', localField: 'keys', foreignField: '_id', as: 'sheets' })
    .project({
      ...shown('workers', ['_id', 'name', 'phone', 'photo', 'links', 'leaves', 'areaPath', 'household']),
      ...shown('sheets', ['_id', 'worker', 'week', `entries.${household}`, `misses.${household}`]),
      ...HOUSEHOLD,
    })
    .end();
  const [found] = data as (Circle['household'] & Omit<Circle, 'household'>)[];
  if (!found) return null;
  const { workers, sheets, ...rest } = found;
  return { household: rest, workers, sheets };
}

const HOUSEHOLD = Object.fromEntries(
  [
    'area',
    'head',
    'members',
    'phone',
    'address',
    'winter',
    'ended',
    'invite',
    'asks',
    'callAsked',
    'words',
    'answers',
  ].map((field) => [field, 1]),
);

/** `worker_week` of every worker and week, made where the workers are. */
function sheetKeys(weeks: readonly WeekKey[]) {
  return $.reduce({
    input: '$workers',
    initialValue: [],
    in: $.concatArrays(['$$value', weeks.map((week) => $.concat(['$$this._id', `_${week}`]))]),
  });
}

function shown(field: string, parts: readonly string[]) {
  return Object.fromEntries(parts.map((part) => [`${field}.${part}`, 1]));
}
