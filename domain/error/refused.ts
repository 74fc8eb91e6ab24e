import { Refusal } from './refusal';

export function notNow(path: string, zh: string, en: string): Refusal {
  return new Refusal('NOT_NOW', { path, words: { zh, en } });
}

export function bad(path: string, zh: string, en: string): Refusal {
  return new Refusal('BAD_INPUT', { path, words: { zh, en } });
}
