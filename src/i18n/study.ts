import { study as en } from './en/study';
import { withOwn } from './own';
import { study as zh } from './zh/study';

export const useStudyWords = withOwn({ zh: { study: zh }, en: { study: en } });

export type StudyWords = ReturnType<typeof useStudyWords>;
