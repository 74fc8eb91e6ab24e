import { indicator as en } from './en/indicator';
import { study as enStudy } from './en/study';
import { withOwn } from './own';
import { indicator as zh } from './zh/indicator';
import { study as zhStudy } from './zh/study';

export const useIndicatorWords = withOwn({
  zh: { indicator: zh, study: zhStudy },
  en: { indicator: en, study: enStudy },
});

export type IndicatorWords = ReturnType<typeof useIndicatorWords>;
