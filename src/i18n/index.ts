import type { Words } from '../../domain/error/refusal';
import { type Language, useSettings } from '../state/settings';
import { en } from './en';
import { type Dictionary, zh } from './zh';

const DICTIONARIES: Record<Language, Dictionary> = { zh, en };

/** The words of the chosen language; the component follows when it changes. */
export function useWords(): Dictionary {
  return DICTIONARIES[useSettings().language];
}

/** Picks from what carries both languages with it: refusals, categories. */
export function useSaid(): (said: Words) => string {
  const { language } = useSettings();
  return (said) => said[language];
}

export { dayWords, leftWords, momentWords, untilWords, weekNumber } from './moment';
export { actorWords, deskWords } from './people';
export type { Dictionary } from './zh';
