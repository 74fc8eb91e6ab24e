import { evaluation as en } from './en/evaluation';
import { withOwn } from './own';
import { evaluation as zh } from './zh/evaluation';

export const useEvaluationWords = withOwn({ zh: { evaluation: zh }, en: { evaluation: en } });

export type EvaluationWords = ReturnType<typeof useEvaluationWords>;
