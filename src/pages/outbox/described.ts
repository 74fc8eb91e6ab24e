import type { Queued } from '../../../domain/command/queue';
import type { Words } from '../../../domain/error/refusal';
import { CATEGORIES } from '../../../domain/problem/category';
import type { Dictionary } from '../../i18n';

/** Names shown before "and others". */
const NAMED = 3;

function field(input: unknown, name: string): unknown {
  return typeof input === 'object' && input !== null ? Reflect.get(input, name) : undefined;
}

function textIn(input: unknown, name: string): string | undefined {
  const value = field(input, name);
  return typeof value === 'string' ? value : undefined;
}

/** The problem that the command is about, to look where it stands. */
export function problemOf({ input }: Queued): string | undefined {
  return textIn(input, 'problem');
}

function householdsIn(input: unknown): string[] {
  return ['entries', 'misses'].flatMap((list) => {
    const entries = field(input, list);
    return Array.isArray(entries) ? entries.flatMap((entry) => textIn(entry, 'household') ?? []) : [];
  });
}

function isCategory(code: string): code is keyof typeof CATEGORIES {
  return code in CATEGORIES;
}

/** What was done, in the words of who did it: whom it was about, and what was written. */
export function described(
  { name, input, files }: Queued,
  heads: ReadonlyMap<string, string>,
  said: (words: Words) => string,
  { outbox }: Dictionary,
): { title: string; lines: string[] } {
  const category = textIn(input, 'category');
  const own = outbox.what[name] ?? outbox.other;
  const about = category !== undefined && isCategory(category) ? said(CATEGORIES[category]) : undefined;
  const households = householdsIn(input);
  const known = households.flatMap((id) => heads.get(id) ?? []);
  const whom =
    known.length > 0
      ? outbox.households(known.slice(0, NAMED).join('、'), households.length)
      : households.length > 0
        ? outbox.unknown(households.length)
        : undefined;
  const text = textIn(input, 'text');
  const kept = files.length > 0 ? outbox.files(files.length) : undefined;
  return {
    title: about === undefined ? own : `${own} · ${about}`,
    lines: [whom, text, kept].filter((line) => line !== undefined),
  };
}
