import type { Deed } from '../deed/deed';
import { spanOf } from '../study/period';
import type { StudySession } from '../study/session';
import { type MonthKey, monthKey } from '../time/period';
import { accountOf } from './account';
import type { Fact } from './fact';

export type SessionCounted = Pick<StudySession, '_id' | 'area' | 'level' | 'period' | 'status' | 'heldAt'>;
export type DeedCounted = Pick<
  Deed,
  '_id' | 'list' | 'area' | 'owner' | 'responsible' | 'dueAt' | 'status' | 'endedAt' | 'source' | 'timeline'
>;

/** A session held in its period counts for the month in which the period ends: it may be written down that late. */
export function sessionFacts(
  { _id, area, level, period, status, heldAt }: SessionCounted,
  month: MonthKey,
): Fact[] {
  const { to } = spanOf(level, period);
  if (status !== 'held' || heldAt === undefined || monthKey(to - 1) !== month) return [];
  const account = accountOf('organisation', area);
  return [
    { kind: 'session', account, of: period, at: heldAt, month, evidence: { kind: 'session', id: _id } },
  ];
}

/** A deed done by its promised day: of the organisation, or of the member who was to do it. */
export function deedFacts(deed: DeedCounted, month: MonthKey): Fact[] {
  const { _id, list, area, owner, responsible, dueAt, status, endedAt } = deed;
  if (status !== 'done' || endedAt === undefined || endedAt > dueAt || monthKey(endedAt) !== month) return [];
  if (list === 'member' && byOwnWord(deed)) return [];
  const account =
    list === 'organisation'
      ? accountOf('organisation', area)
      : accountOf('worker', responsible.person ?? owner.person);
  return [{ kind: 'deed', account, of: _id, at: endedAt, month, evidence: { kind: 'deed', id: _id } }];
}

/** Thought of, promised and called done by one and the same person: an honourable thing, and nobody else's word for it. */
function byOwnWord({ owner, responsible, source, timeline }: DeedCounted): boolean {
  const credited = responsible.person ?? owner.person;
  const done = timeline.filter(({ what }) => what === 'done').at(-1);
  return (
    source.kind === 'own' &&
    (done === undefined || done.by.person === credited || done.by.person === owner.person)
  );
}
