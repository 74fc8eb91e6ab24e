import type { Area, AreaCode } from '../../domain/area/area';
import { settlesAt } from '../../domain/points/calendar';
import type { Stretch } from '../../domain/points/due';
import type { RuleVersion } from '../../domain/points/rule';
import { versionAt } from '../../domain/points/version';
import type { MonthKey } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { type FactsByAccount, workFacts } from '../kit/facts';
import { ruleVersions } from '../kit/rules';
import { type LateBook, lateBooks } from './close';

export type AreaNamed = Pick<Area, '_id' | 'name' | 'path' | 'level' | 'parent'>;

/** What all places have in common: read once for a firing. */
export interface Firing {
  at: Millis;
  /** By code. */
  areas: ReadonlyMap<AreaCode, AreaNamed>;
  /** Of each month that is due somewhere: the rules that hold, and when it fell due. */
  months: ReadonlyMap<MonthKey, { version: RuleVersion; dueAt: Millis }>;
  /** Of the whole banner, by month. */
  work: ReadonlyMap<MonthKey, FactsByAccount>;
  /** By place: what was booked late in households' closed books. */
  late: ReadonlyMap<AreaCode, LateBook[]>;
}

export async function openFiring(
  areas: readonly AreaNamed[],
  stretches: readonly Stretch[],
  at: Millis,
): Promise<Firing> {
  const months = [...new Set(stretches.flatMap((one) => one.months))].sort();
  const [versions, work, late] = await Promise.all([ruleVersions(), workFacts(months), lateBooks(at)]);
  return {
    at,
    areas: new Map(areas.map((area) => [area._id, area])),
    months: new Map(
      months.map((month) => [month, { version: versionAt(versions, month), dueAt: settlesAt(month) }]),
    ),
    work,
    late,
  };
}
