import type { OutputOf } from '../../../domain/contract/actions';
import type { IndicatorFigures } from '../../../domain/contract/views';
import type { IndicatorWords } from '../../i18n/indicator';

/** One area, and those one level below it. */
export type Figures = OutputOf<'indicator.table'>;

export const MEASURES = [
  'onTime',
  'accept',
  'solved',
  'satisfaction',
  'reported',
  'noAnswer',
  'returned',
  'reopened',
  'refused',
  'repeat',
] as const;
export type Measure = (typeof MEASURES)[number];

/** A share of one, a count, or nothing that can be shown. */
export type Value =
  | { share: number; n: number; of: number }
  | { count: number }
  | { none: 'hidden' | 'nothing' };

/** What stands on the screen and in the export alike. */
export function figureOf(figures: IndicatorFigures, measure: Measure): Value {
  const value = figures[measure];
  if (typeof value === 'number') return { count: value };
  if ('hidden' in value) return { none: 'hidden' };
  return value.of === 0 ? { none: 'nothing' } : { share: value.n / value.of, ...value };
}

export function valueWords(value: Value, { indicator: words }: IndicatorWords): string {
  if ('count' in value) return String(value.count);
  if ('none' in value) return words[value.none];
  return `${Math.round(value.share * 100)}%`;
}

/** How far a row stands in its order; what cannot be shown comes last. */
export function rankOf(value: Value): number {
  if ('count' in value) return value.count;
  return 'none' in value ? -1 : value.share;
}
