import type { AreaCode } from '../../domain/area/area';
import { bookId } from '../../domain/points/account';
import type { Stretch } from '../../domain/points/due';
import type { PointsEntry } from '../../domain/points/entry';
import { evaluate, looksBack } from '../../domain/points/evaluate';
import { standingAt } from '../../domain/points/past';
import { byIds } from '../kit/whole';
import { carryLate, closeBooks } from './close';
import { type Earned, earnedIn } from './earned';
import type { Firing } from './firing';
import { type BookHead, headsOf, type Settled, writeSettled } from './write';

/**
 * All that is due of a year in a place: what was earned month by month, one write for each book, and at the year's end its
 * closing. @returns how many books were written, and how many closed
 */
export async function settlePlace(
  place: AreaCode,
  stretch: Stretch,
  firing: Firing,
): Promise<{ settled: number; closed: number }> {
  const { year, closes } = stretch;
  const { at, late } = firing;
  await carryLate(late.get(place) ?? [], at);
  const earned = await earnedIn(place, stretch.months, firing);
  const ids = earned.map(({ owner }) => bookId(owner.account, year));
  const [heads, past] = await Promise.all([headsOf(ids), pastOf(earned, stretch, firing)]);
  const books = earned.map((one) => settledOf(one, heads, past, stretch, firing));
  const settled = await writeSettled(books, stretch, at);
  if (!closes) return { settled, closed: 0 };
  // What was settled just now was closed by the same write.
  return { settled, closed: settled + (await closeBooks(place, year, at)) };
}

function settledOf(
  { owner, facts }: Earned,
  heads: ReadonlyMap<string, BookHead>,
  past: ReadonlyMap<string, PointsEntry[]>,
  { year }: Stretch,
  firing: Firing,
): Settled {
  const id = bookId(owner.account, year);
  const stored = past.get(id) ?? [];
  const standing = [...stored];
  const months = [...facts].map(([month, some]) => {
    const { version, dueAt } = firing.months.get(month)!;
    const entries = evaluate(version, some, standingAt(standing, stored, dueAt), firing.at);
    standing.push(...entries);
    return { month, entries };
  });
  return { owner, head: heads.get(id), months };
}

/** Entries that stand in the books, of those only whose facts meet a cap that reaches beyond the month. */
async function pastOf(
  earned: readonly Earned[],
  { year, months }: Stretch,
  firing: Firing,
): Promise<Map<string, PointsEntry[]>> {
  const rules = months.flatMap((month) => firing.months.get(month)!.version.rules);
  const kinds = new Set(rules.filter(looksBack).map(({ fact }) => fact));
  const ids = earned
    .filter(({ facts }) => [...facts.values()].some((some) => some.some(({ kind }) => kinds.has(kind))))
    .map(({ owner }) => bookId(owner.account, year));
  const books = await byIds('books', ids, { entries: true });
  return new Map(books.map(({ _id, entries }) => [_id, Object.values(entries)]));
}
