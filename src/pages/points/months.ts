import type { PointsEntry } from '../../../domain/points/entry';
import type { PointsWords } from '../../i18n/points';

/** `2026-10` → 10月; the year is said when it is another one. */
export function monthWords(month: string, year: string, { points }: PointsWords): string {
  return points.month(Number(month.slice(0, 4)), Number(month.slice(5)), month.startsWith(year));
}

/** Months in which something was booked, the latest first. */
export function monthsOf(entries: readonly PointsEntry[]): string[] {
  return [...new Set(entries.map(({ month }) => month))].sort().reverse();
}

export interface RuleGroup {
  rule: string;
  version: string;
  amount: number;
  entries: PointsEntry[];
}

/** Entries by rule, in the order in which the rules first come; one rule in two versions is one row, in its latest words. */
export function byRule(entries: readonly PointsEntry[]): RuleGroup[] {
  const groups = new Map<string, RuleGroup>();
  for (const entry of entries) {
    const { rule, version, amount } = entry;
    const group = groups.get(rule) ?? { rule, version, amount: 0, entries: [] };
    groups.set(rule, { ...group, amount: group.amount + amount, entries: [...group.entries, entry] });
  }
  return [...groups.values()];
}
