import type { Words } from '../error/refusal';
import type { Millis } from '../time/shanghai';

/** A photo or voice note that a command speaks of and that is still only on the phone. */
export interface QueuedFile {
  id: string;
  kind: 'photo' | 'voice';
  mime: string;
  /** Bytes. */
  size: number;
}

/** A command on its way: kept on the phone until the server has said yes or a final no. */
export interface Queued {
  /** Also the id under which the server knows it; never changes while its input stays the same. */
  id: string;
  /** `contact.save` */
  name: string;
  /** Where a file is not uploaded yet stands `stands(file)`. */
  input: unknown;
  /** What it touches: commands on one line go one after the other, in the order they were made. */
  line: string;
  /** Grows with every command of this phone, also when its clock goes back. */
  order: number;
  /** When the person tapped, ms on this phone's clock. */
  at: Millis;
  /** Who made it; nobody else's session may send it. '' when that was not known yet: whoever `scope` belongs to. */
  person: string;
  scope: string;
  files: QueuedFile[];
  /** How often the server broke over it. */
  failures: number;
  /** A final no: it waits for the person, not for the line. */
  aside?: Aside;
}

export interface Aside {
  at: Millis;
  code: string;
  words: Words;
  path?: string;
}

/**
 * The line a command stands in. The function's own noun names its aggregate (`problem.*` → `problem`); what names
 * none shares one line per function and week, which keeps more order than needed, never less.
 */
export function lineOf(name: string, input: unknown, id: string): string {
  // Makes an aggregate of its own.
  if (name === 'problem.report') return `report ${id}`;
  const noun = name.slice(0, name.indexOf('.'));
  const key = fieldOf(input, noun) ?? fieldOf(input, 'week');
  return typeof key === 'string' ? `${noun} ${key}` : noun;
}

function fieldOf(input: unknown, field: string): unknown {
  return typeof input === 'object' && input !== null ? Reflect.get(input, field) : undefined;
}

export function nextOrder(queue: readonly Queued[], now: Millis): number {
  return queue.reduce((order, { order: taken }) => Math.max(order, taken + 1), now);
}

/** Two tabs may take the same number at the same moment; then the id decides. */
export function byOrder(a: Queued, b: Queued): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}

export interface Traffic {
  /** Lines of which one command is on its way. */
  busy: ReadonlySet<string>;
  /** Lines that failed wait until then. */
  until: ReadonlyMap<string, Millis>;
  awaited: ReadonlySet<string>;
}

/**
 * What may be sent now: the first of each line, unless the line is taken or has to wait.
 * Whatever was set aside stands in nobody's way.
 * @param awaited ids that somebody looks at the screen for: their lines go before the others
 */
export function sendable(queue: readonly Queued[], now: Millis, { busy, until, awaited }: Traffic): Queued[] {
  const heads = new Map<string, Queued>();
  for (const one of [...queue].sort(byOrder)) {
    if (one.aside === undefined && !heads.has(one.line)) heads.set(one.line, one);
  }
  const urgent = new Set(queue.filter(({ id }) => awaited.has(id)).map(({ line }) => line));
  return [...heads.values()]
    .filter(({ line }) => !busy.has(line) && (until.get(line) ?? 0) <= now)
    .sort((a, b) => Number(urgent.has(b.line)) - Number(urgent.has(a.line)));
}

const FIRST_WAIT: Millis = 500;
const LONGEST_WAIT: Millis = 5 * 60_000;

/**
 * How long to wait after the `tries`-th failure in a row (from 1); doubles up to five minutes.
 * @param luck 0 to 1, so that all phones of a village do not come back in the same second
 */
export function backOff(tries: number, luck: number): Millis {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1)) * (0.75 + luck / 2);
}

/** `dead`: nothing gets through now. `later`: this one did not, others may. `refused`: a final no. */
export type Verdict = 'dead' | 'later' | 'refused';

/** Which of these a failure says nothing about: the command may have landed, so its id must be kept. */
const UNDECIDED: Readonly<Record<string, Verdict>> = {
  OFFLINE: 'dead',
  UNAUTHENTICATED: 'dead',
  SESSION_EXPIRED: 'dead',
  UNAVAILABLE: 'later',
  INTERNAL: 'later',
  CONFLICT: 'later',
  FULL: 'later',
};

export function verdictOf(code: string): Verdict {
  return UNDECIDED[code] ?? (code.startsWith(PLATFORM) ? 'later' : 'refused');
}

/** The platform's own codes: too many run at once, out of time or memory. None of them is an answer to the command. */
const PLATFORM = 'FUNCTION';

/** Whether the server broke over the command, and did not merely have no room for it. */
export function breaks(code: string): boolean {
  return code === 'INTERNAL' || code.startsWith(`${PLATFORM}S_`);
}

/** A server that breaks over the same command this often breaks over the command. */
const PATIENCE = 8;

/** One more break. @returns the command, set aside when it was one too many */
export function broken(command: Queued, reason: Aside): Queued {
  const failures = command.failures + 1;
  return failures < PATIENCE ? { ...command, failures } : { ...command, failures, aside: reason };
}

/** The person wants it tried once more: same id, same place in its line. */
export function triedAgain({ aside: _, ...command }: Queued): Queued {
  return { ...command, failures: 0 };
}

/** What stands in the input for a file that is not uploaded yet. */
export function stands(file: string): string {
  return `phone:${file}`;
}

/** The input with something else where `was` stood, at whatever depth. */
export function replaced(input: unknown, was: string, by: string): unknown {
  if (input === was) return by;
  if (Array.isArray(input)) return input.map((one) => replaced(one, was, by));
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, replaced(value, was, by)]));
}

/** The file has its address in cloud storage: from now on the command says so on every try. */
export function uploaded(command: Queued, file: string, address: string): Queued {
  return {
    ...command,
    input: replaced(command.input, stands(file), address),
    files: command.files.filter(({ id }) => id !== file),
  };
}

const LISTED = /^(entries|misses)\.(\d+)(\.|$)/;
const LONGEST_ID = 64;

/**
 * A week's batch is refused as a whole for the sake of one household. Each contact is a fact of its own, so the
 * refused one is taken out and set aside, and the rest goes on. Ids are derived: a phone that dies in between and
 * does this again makes the same two commands.
 * @returns undefined when there is nothing to part
 */
export function parted(command: Queued, reason: Aside): { rest: Queued; aside: Queued } | undefined {
  const [, list, place] = LISTED.exec(reason.path ?? '') ?? [];
  const { name, input, id } = command;
  if (name !== 'contact.save' || list === undefined || typeof input !== 'object' || input === null)
    return undefined;
  const lists = { entries: arrayIn(input, 'entries'), misses: arrayIn(input, 'misses') };
  const culprit = lists[list as 'entries' | 'misses'][Number(place)];
  if (culprit === undefined || lists.entries.length + lists.misses.length < 2) return undefined;
  const without = (all: unknown[]) => all.filter((one) => one !== culprit);
  const only = (all: unknown[]) => all.filter((one) => one === culprit);
  const told = (keep: (all: unknown[]) => unknown[]) => {
    const misses = keep(lists.misses);
    const { misses: _, ...others } = input as Record<string, unknown>;
    return { ...others, entries: keep(lists.entries), ...(misses.length > 0 ? { misses } : {}) };
  };
  const [, root = id, count = '0'] = /^(.*?)(?:-p(\d+))?$/.exec(id) ?? [];
  const next = Number(count) + 1;
  const rest = { ...command, id: `${root}-p${next}`, input: told(without), failures: 0 };
  if (rest.id.length > LONGEST_ID) return undefined;
  // The refused part keeps to itself under the other derived name; its path is that of its only entry now.
  const path = reason.path?.replace(LISTED, `${list}.0$3`);
  const aside = { ...reason, ...(path === undefined ? {} : { path }) };
  return { rest, aside: { ...command, id: `${root}-a${next}`, input: told(only), failures: 0, aside } };
}

function arrayIn(input: object, field: string): unknown[] {
  const value: unknown = Reflect.get(input, field);
  return Array.isArray(value) ? value : [];
}

/** A file is gone from the phone: what was said goes out without it. */
export function withoutFiles(command: Queued): Queued {
  const gone = new Set(command.files.map(({ id }) => stands(id)));
  return { ...command, input: stripped(command.input, gone), files: [] };
}

function stripped(input: unknown, gone: ReadonlySet<string>): unknown {
  const speaksOf = (value: unknown): boolean =>
    typeof value === 'string'
      ? gone.has(value)
      : typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        speaksOf(Reflect.get(value, 'file'));
  if (Array.isArray(input)) return input.filter((one) => !speaksOf(one)).map((one) => stripped(one, gone));
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => !speaksOf(value))
      .map(([key, value]) => [key, stripped(value, gone)]),
  );
}
