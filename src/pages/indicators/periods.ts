import type { IndicatorWords } from '../../i18n/indicator';

const SHANGHAI_MS = 8 * 3_600_000;

/** This month and the two before, this quarter and the one before, this year. */
export function periodsAround(now: number): string[] {
  const date = new Date(now + SHANGHAI_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const monthBack = (back: number) => new Date(Date.UTC(year, month - back, 1)).toISOString().slice(0, 7);
  const quarterBack = (back: number) => {
    const at = new Date(Date.UTC(year, month - back * 3, 1));
    return `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`;
  };
  return [...[0, 1, 2].map(monthBack), ...[0, 1].map(quarterBack), String(year)];
}

export function periodWords(period: string, { study, indicator }: IndicatorWords): string {
  const year = period.slice(0, 4);
  const quarter = /Q([1-4])$/.exec(period)?.[1];
  if (quarter) return study.quarter(year, Number(quarter));
  return period.length === 4 ? indicator.year(year) : study.month(year, Number(period.slice(5)));
}
