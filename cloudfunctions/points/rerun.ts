import { tiesToBook } from '../../domain/access/account';
import { tiesToArea } from '../../domain/access/duty';
import { mayTouch } from '../../domain/access/table';
import type { AreaCode } from '../../domain/area/area';
import type { DryRunRow, Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { accountOf, type Year } from '../../domain/points/account';
import type { PointsBook } from '../../domain/points/book';
import { monthsFromTo, type Settling } from '../../domain/points/due';
import type { PointsEntry } from '../../domain/points/entry';
import { replay as listOf, retold, type Total } from '../../domain/points/replay';
import { versionAt, versionOf } from '../../domain/points/version';
import type { MonthKey } from '../../domain/time/period';
import { logAccess } from '../kit/access-log';
import { all, one } from '../kit/collections';
import { recount } from '../kit/recount';
import { ruleVersions } from '../kit/rules';
import type { Call } from '../kit/serve';
import { sha256 } from '../kit/sha256';

/**
 * What a version would have booked by the clock in a village's year, as far as that year is settled; what people signed
 * is the same under any rules. Numbered, not named, for who is not of the evaluation. Writes nothing but the look.
 */
export async function dryRun({
  input: { version: id, village, year },
  caller: { person },
  at,
}: Call<'points.dryRun'>): Promise<Outputs['points.dryRun']> {
  if (!mayTouch('points.dryRun', tiesToArea(village, person)))
    throw new Refusal('NOT_YOURS', { path: 'village' });
  const [versions, books, settling] = await Promise.all([
    ruleVersions(),
    booksOf(village, year),
    one('settlings', village),
  ]);
  const version = versionOf(versions, id);
  if (!version) throw new Refusal('NOT_FOUND', { path: 'version' });
  const would = await recount({
    village,
    books,
    months: settledMonths(books, year, settling),
    version: () => version,
  });
  await logAccess(person, {
    at,
    what: 'points',
    area: village,
    masked: !evaluates(person, village),
    count: books.length,
  });
  const rows = books
    .map(({ account, name, entries }) => ({
      ...(evaluates(person, village) ? { account, name } : {}),
      was: sumOf(Object.values(entries).filter(({ approvedBy }) => approvedBy === undefined)),
      would: sumOf(would.get(account) ?? []),
    }))
    .sort((a, b) => changeOf(b) - changeOf(a));
  return { version: id, year, rows, was: total(rows, 'was'), would: total(rows, 'would'), asOf: at };
}

/** The list of a village told anew from the raw records and the versions that held, beside what stands in the books. */
export async function replay({
  input: { village, year },
  caller: { person },
  at,
}: Call<'points.replay'>): Promise<Outputs['points.replay']> {
  if (!evaluates(person, village)) throw new Refusal('NOT_YOURS', { path: 'village' });
  const [versions, books, settling] = await Promise.all([
    ruleVersions(),
    booksOf(village, year),
    one('settlings', village),
  ]);
  // People are ranked inside the yearly evaluation and at no other time.
  if (books.some(({ closed }) => closed === undefined))
    throw new Refusal('NOT_NOW', { path: 'year', words: OPEN });
  const recounted = await recount({
    village,
    books,
    months: settledMonths(books, year, settling),
    version: (month) => versionAt(versions, month),
  });
  await logAccess(person, { at, what: 'points', area: village, masked: false, count: books.length });
  // Both lists under the versions that the books name: a hash then differs only when a total does.
  const used = books.flatMap(({ entries }) => Object.values(entries).map(({ version }) => version));
  const list = (totals: readonly Total[]) =>
    listOf({ village, year, kind: 'worker', versions: used }, totals);
  const { lines, text } = list(books.map((book) => retold(book, recounted.get(book.account) ?? [])));
  const hash = sha256(text);
  const kept = sha256(list(books).text);
  return { year, lines, hash, kept, same: hash === kept, asOf: at };
}

const OPEN = {
  zh: '这一年的账还没有结清，不排名单',
  en: 'The books of that year are not closed: there is no list yet',
};

function booksOf(village: AreaCode, year: Year): Promise<PointsBook[]> {
  return all('books', (books) =>
    books
      .where({ area: village, year, kind: 'worker' })
      .field({ account: true, name: true, total: true, settled: true, entries: true, closed: true })
      .limit(1000),
  );
}

function evaluates(person: Person, village: AreaCode): boolean {
  return tiesToBook({ account: accountOf('worker', ''), area: village }, person).has('scope');
}

/** From January, or when points began in the village, up to the last month that any of these books was settled for. */
function settledMonths(books: readonly PointsBook[], year: Year, settling: Settling | null): MonthKey[] {
  const last = books.reduce((latest, { settled = '' }) => (settled > latest ? settled : latest), '');
  const january = `${year}-01`;
  const since = settling?.since ?? january;
  return monthsFromTo(since > january ? since : january, last);
}

function sumOf(entries: readonly PointsEntry[]): number {
  return entries.reduce((sum, { amount }) => sum + amount, 0);
}

function changeOf({ was, would }: DryRunRow): number {
  return Math.abs(would - was);
}

function total(rows: readonly DryRunRow[], field: 'was' | 'would'): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}
