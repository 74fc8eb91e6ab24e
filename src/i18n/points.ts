import * as en from './en/points';
import { withOwn } from './own';
import * as zh from './zh/points';

export const usePointsWords = withOwn({ zh, en });

export type PointsWords = ReturnType<typeof usePointsWords>;
