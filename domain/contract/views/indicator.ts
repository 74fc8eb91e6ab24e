import type { AreaCode } from '../../area/area';
import type { Indicators, Part } from '../../indicator/indicator';
import type { AsOf } from './as-of';

/** The same figures, satisfaction hidden where fewer than five answered. */
export interface IndicatorFigures extends Omit<Indicators, 'satisfaction'> {
  satisfaction: Part | { hidden: true };
}

export interface IndicatorOutputs {
  'indicator.table': AsOf & {
    area: { code: AreaCode; name: string };
    period: string;
    all: IndicatorFigures;
    rows: ({ area: { code: AreaCode; name: string } } & IndicatorFigures)[];
  };
}
