import type { StudyWords } from '../../i18n/study';

/** `2026-11B` → "2026年11月下半月", `2026-11` → "2026年11月", `2026-Q4` → "2026年第4季度". */
export function periodWords(period: string, { study }: StudyWords): string {
  const year = period.slice(0, 4);
  const quarter = /Q([1-4])$/.exec(period)?.[1];
  if (quarter) return study.quarter(year, Number(quarter));
  const month = study.month(year, Number(period.slice(5, 7)));
  if (period.endsWith('A')) return month + study.half.A;
  return period.endsWith('B') ? month + study.half.B : month;
}
