import type { IndicatorWords } from '../../i18n/indicator';
import { type Figures, figureOf, MEASURES, valueWords } from './measures';
import { periodWords } from './periods';

/** The table of the screen, number for number, with what each column means and when it was true. */
export function csvOf(figures: Figures, asOf: string, words: IndicatorWords): string {
  const { indicator } = words;
  const parts = (['accept', 'onTime', 'solved'] as const).flatMap((measure) => [measure]);
  const head = [
    indicator.area,
    ...MEASURES.map((measure) => indicator.name[measure]),
    ...parts.map((measure) => `${indicator.name[measure]} n/N`),
  ];
  const line = (name: string, row: Figures['all']) => [
    name,
    ...MEASURES.map((measure) => valueWords(figureOf(row, measure), words)),
    ...parts.map((measure) => indicator.of(row[measure].n, row[measure].of)),
  ];
  const lines = [
    [indicator.heading(figures.area.name, periodWords(figures.period, words)), words.state.asOf(asOf)],
    head,
    line(indicator.all, figures.all),
    ...figures.rows.map((row) => line(row.area.name, row)),
    ...MEASURES.map((measure) => [indicator.name[measure], indicator.means[measure]]),
  ];
  return lines.map((cells) => cells.map(quoted).join(',')).join('\r\n');
}

/** A cell that begins like a formula would be run by a spreadsheet. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replace(/"/g, '""')}"`;
}
