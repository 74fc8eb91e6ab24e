import { cloud } from '../services/cloud';
import { mayKeep } from './private';
import { forget, keep, keptUnder } from './store';

/** A good answer, kept so that a page has something to show in a valley without signal. */
export interface Kept<T> {
  data: T;
  /** Server ms. */
  asOf: number;
}

/** The phone keeps this many answers (home, fifteen households, their problems), 200 kB in all; the oldest goes first. */
const ANSWERS = 60;

const INDEX = 'yige.answers';

interface Index {
  keys: string[];
}

function keyOf(name: string, print: string): string {
  return `yige.answer.${cloud.scope()}.${name}.${print}`;
}

export function keptAnswer<T>(name: string, print: string): Kept<T> | undefined {
  return mayKeep(name) ? keptUnder<Kept<T>>(keyOf(name, print)) : undefined;
}

export function keepAnswer<T>(name: string, print: string, answer: Kept<T>): void {
  if (!mayKeep(name)) return;
  const key = keyOf(name, print);
  const keys = [key, ...(keptUnder<Index>(INDEX)?.keys ?? []).filter((other) => other !== key)];
  for (const old of keys.slice(ANSWERS)) forget(old);
  keep(INDEX, { keys: keys.slice(0, ANSWERS) } satisfies Index);
  if (!keep(key, answer)) forget(key);
}

export function forgetAnswer(name: string, print: string): void {
  forget(keyOf(name, print));
}

/** Makes room for what nobody else knows yet. */
export function forgetAnswers(): void {
  for (const key of keptUnder<Index>(INDEX)?.keys ?? []) forget(key);
  forget(INDEX);
}
