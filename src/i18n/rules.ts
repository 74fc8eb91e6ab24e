import { rules as en } from './en/rules';
import { withOwn } from './own';
import { rules as zh } from './zh/rules';

export const useRuleWords = withOwn({ zh: { rules: zh }, en: { rules: en } });

export type RuleWords = ReturnType<typeof useRuleWords>;
