import type { AreaCode } from '../area/area';
import type { ReplayLine } from '../contract/views/points';
import type { AccountId, AccountKind, Year } from './account';
import type { PointsBook } from './book';
import type { PointsEntry } from './entry';

/** What a list is of, and by which versions of the rules. */
export interface ListHead {
  village: AreaCode;
  year: Year;
  kind: AccountKind;
  /** Ids of the versions of its entries, in any order. */
  versions: Iterable<string>;
}

export interface Total {
  account: AccountId;
  total: number;
}

/**
 * A village's list of a year: competition ranking, "1224", those of one rank by their account's id.
 * `text` is the list in its canonical form: the same totals give the same text, in whatever order they came. Its SHA-256
 * is printed on what is published, so that anybody can recompute it.
 */
export function replay(head: ListHead, totals: readonly Total[]): { lines: ReplayLine[]; text: string } {
  const ordered = [...totals].sort((a, b) => b.total - a.total || (a.account < b.account ? -1 : 1));
  const lines = ranked(ordered, ({ total }) => total).map(({ item, rank }) => ({ rank, ...item }));
  const versions = [...new Set(head.versions)].sort().join(',');
  const text = [
    `yige points list 1`,
    [head.village, head.year, head.kind, versions].join('\t'),
    ...lines.map(({ rank, account, total }) => [rank, account, total].join('\t')),
  ].join('\n');
  return { lines: lines.map(({ rank, account, total }) => ({ rank, account, total })), text };
}

/** Competition ranking of what is sorted from best to worst: whoever is equal shares a rank, the next ones are skipped. */
export function ranked<T>(sorted: readonly T[], scoreOf: (item: T) => number): { item: T; rank: number }[] {
  let rank = 0;
  return sorted.map((item, index) => {
    const before = sorted[index - 1];
    if (before === undefined || scoreOf(before) !== scoreOf(item)) rank = index + 1;
    return { item, rank };
  });
}

/**
 * An account's total as it follows from the raw records: what the clock books by them, and what two people signed, which
 * nothing else than the book can tell.
 */
export function retold(
  { account, entries }: Pick<PointsBook, 'account' | 'entries'>,
  recounted: Iterable<PointsEntry>,
): Total {
  const signed = Object.values(entries).filter(({ approvedBy }) => approvedBy !== undefined);
  return { account, total: [...recounted, ...signed].reduce((sum, { amount }) => sum + amount, 0) };
}
