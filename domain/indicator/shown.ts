import type { IndicatorFigures } from '../contract/views';
import { FEWEST_ANSWERS, type Indicators } from './indicator';

/** With fewer than five answers the satisfaction of each could be guessed: hidden before it leaves the server. */
export function shownFigures({ satisfaction, ...figures }: Indicators): IndicatorFigures {
  const { n, of } = satisfaction;
  return { ...figures, satisfaction: of < FEWEST_ANSWERS ? { hidden: true } : { n, of } };
}
