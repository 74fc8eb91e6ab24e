import type { PointsAskView } from '../../../domain/contract/views';
import type { PointsWords } from '../../i18n/points';

/** What is asked for: points, their taking, an undoing, or by a household. */
export function askWords(
  { kind, amount }: Pick<PointsAskView, 'kind' | 'amount'>,
  { points: { waiting } }: PointsWords,
): string {
  return kind === 'award' && amount < 0 ? waiting.deduction : waiting.kind[kind];
}
