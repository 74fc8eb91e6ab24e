import { health as en } from './en/health';
import { withOwn } from './own';
import { health as zh } from './zh/health';

export const useHealthWords = withOwn({ zh: { health: zh }, en: { health: en } });
