import { coverage as en } from './en/coverage';
import { withOwn } from './own';
import { coverage as zh } from './zh/coverage';

export const useCoverageWords = withOwn({ zh: { coverage: zh }, en: { coverage: en } });
