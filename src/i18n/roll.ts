import { roll as en } from './en/roll';
import { withOwn } from './own';
import { roll as zh } from './zh/roll';

export const useRollWords = withOwn({ zh: { roll: zh }, en: { roll: en } });

export type RollWords = ReturnType<typeof useRollWords>;
