import { type Language, useSettings } from '../state/settings';
import { en } from './en';
import { type Dictionary, zh } from './zh';

/**
 * Words of pages that few open, beside those that every page has. They come with these pages, not with the first one,
 * and are kept on the device with them, in both languages.
 */
export function withOwn<Own extends object>(own: { zh: Own; en: NoInfer<Own> }): () => Dictionary & Own {
  const all: Record<Language, Dictionary & Own> = { zh: { ...zh, ...own.zh }, en: { ...en, ...own.en } };
  return () => all[useSettings().language];
}
