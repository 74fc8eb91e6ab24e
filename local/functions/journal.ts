import type { Call } from '../events';

/** A finished invocation with what it printed. */
export interface JournalEntry extends Call {
  lines: string[];
  message?: string;
}

export interface Journal {
  add(entry: JournalEntry): void;
  recent(limit: number, only?: { function?: string; requestId?: string }): JournalEntry[];
  clear(): void;
}

const KEPT = 500;

/** The latest invocations, newest last; as the console's log page, and just as forgetful. */
export function openJournal(): Journal {
  let entries: JournalEntry[] = [];
  return {
    add(entry) {
      entries.push(entry);
      if (entries.length > KEPT * 2) entries = entries.slice(-KEPT);
    },
    recent: (limit, only = {}) =>
      entries
        .filter((entry) => !only.function || entry.function === only.function)
        .filter((entry) => !only.requestId || entry.requestId === only.requestId)
        .slice(-Math.min(limit, KEPT)),
    clear() {
      entries = [];
    },
  };
}
