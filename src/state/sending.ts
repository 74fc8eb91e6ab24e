import {
  backOff,
  breaks,
  broken,
  parted,
  type Queued,
  sendable,
  verdictOf,
} from '../../domain/command/queue';
import { asCloudError, type CloudError, cloud, offline } from '../services/cloud';
import { device } from '../services/device';
import { cloudScope, currentPerson } from './session';
import { shelf } from './shelf';
import { dropOrphans, uploadFiles } from './uploads';

/** So many at a time: a slow photo must not hold up everything else, nor everything share a thin line. */
const LANES = 3;
/** So many failures in a row, of whatever kind, are taken for a dead line. */
const ROUGH = 3;

interface Wait {
  tries: number;
  until: number;
}

interface Waiter {
  /** Whether the page is still there to hear a no. */
  here(): boolean;
  resolve(answer: unknown): void;
  reject(error: CloudError): void;
}

/** Lines that are being sent. */
const busy = new Set<string>();
const waits = new Map<string, Wait>();
let dead: Wait | undefined;
let rough = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Pages that look at the screen until their command is through. */
const waiters = new Map<string, Waiter>();

let changed = 0;
let landed = 0;
const listeners = new Set<() => void>();

/** When this phone last changed something in the cloud, ms on this phone's clock; what was read before is old. */
export function lastChange(): number {
  return changed;
}

/** Also for what is no command, such as marking a message as read. */
export function madeChange(): void {
  changed = Date.now();
}

/** Tells when what waited has been sent in the background. @returns what stops it */
export function watchLandings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isMine({ person, scope }: Queued): boolean {
  return person === '' ? scope === cloudScope() : person === currentPerson();
}

function mine(): Queued[] {
  return shelf.list().filter(isMine);
}

/** @throws CloudError what the server said, or why the command has to wait */
export function through(command: Queued, here: () => boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    waiters.set(command.id, { resolve, reject, here });
    waits.delete(command.line);
    dead = undefined;
    pump();
  });
}

/** Somebody looks, or the network is back: try at once whatever waits. */
export function sendNow(): void {
  waits.clear();
  dead = undefined;
  rough = 0;
  pump();
}

/** Called once, when the app starts. */
export function startSending(): void {
  device.onOnline(sendNow);
  sendNow();
  void dropOrphans();
}

function pump(): void {
  const now = Date.now();
  if (dead === undefined || dead.until <= now) {
    const until = new Map([...waits].map(([line, wait]) => [line, wait.until]));
    const ready = sendable(mine(), now, { busy, until, awaited: new Set(waiters.keys()) });
    for (const command of ready.slice(0, LANES - busy.size)) {
      busy.add(command.line);
      void carry(command).finally(() => {
        busy.delete(command.line);
        pump();
      });
    }
  }
  if (busy.size === 0) rest(now);
}

/** Nothing is on its way: tell the pages, and set the clock for the next try. */
function rest(now: number): void {
  if (landed > 0) {
    landed = 0;
    for (const listener of listeners) listener();
  }
  if (timer !== undefined) clearTimeout(timer);
  timer = undefined;
  const lines = new Set(mine().flatMap(({ line, aside }) => (aside ? [] : [line])));
  if (lines.size === 0) return;
  const next = Math.min(...[...lines].map((line) => waits.get(line)?.until ?? now));
  timer = setTimeout(() => pump(), Math.max(next, dead?.until ?? 0, now + 50) - now);
}

/** Takes one command to its end, or leaves it where it was. Never throws. */
async function carry({ id, line }: Queued): Promise<void> {
  await device.alone(`yige ${line}`, async () => {
    const command = shelf.look(id);
    // Another window was quicker.
    if (command === undefined || command.aside !== undefined) {
      settle(id, { error: offline() });
      return;
    }
    try {
      const ready = await uploadFiles(command);
      const answer = await cloud.call(ready.name, ready.input, { id });
      arrived(ready, answer);
    } catch (reason) {
      failed(shelf.look(id) ?? command, asCloudError(reason));
    }
  });
}

function arrived({ id, line }: Queued, answer: unknown): void {
  shelf.remove(id);
  waits.delete(line);
  dead = undefined;
  rough = 0;
  madeChange();
  if (!settle(id, { answer })) landed += 1;
}

function failed(command: Queued, error: CloudError): void {
  const verdict = verdictOf(error.code);
  if (verdict === 'refused') {
    refused(command, error);
    return;
  }
  rough += 1;
  if (breaks(error.code)) shelf.put(broken(command, reasonOf(error)));
  if (verdict === 'dead' || rough >= ROUGH) {
    dead = later(dead);
    // Those that are on their way hear for themselves.
    for (const { id, line } of mine()) if (!busy.has(line)) settle(id, { error });
  } else waits.set(command.line, later(waits.get(command.line)));
  for (const { id, line } of mine()) if (line === command.line) settle(id, { error });
}

function later(wait: Wait | undefined): Wait {
  const tries = (wait?.tries ?? 0) + 1;
  return { tries, until: Date.now() + backOff(tries, Math.random()) };
}

/** A final no goes back to the page that waits for it; when there is none any more, it is set aside to be seen later. */
function refused(command: Queued, error: CloudError): void {
  rough = 0;
  const heard = waiters.get(command.id)?.here() ?? false;
  settle(command.id, { error });
  if (heard) {
    shelf.remove(command.id);
    void device.files.drop(command.files.map(({ id }) => id));
    return;
  }
  const reason = reasonOf(error);
  const parts = parted(command, reason);
  const kept = parts
    ? shelf.put(parts.rest) && shelf.put(parts.aside)
    : shelf.put({ ...command, aside: reason });
  if (kept && parts) shelf.remove(command.id);
  // No room even for the reason: it stays as it is and is asked again later.
  if (!kept) waits.set(command.line, later(waits.get(command.line)));
}

function reasonOf({ code, words, path }: CloudError) {
  return { at: Date.now(), code, words, ...(path === undefined ? {} : { path }) };
}

/** @returns whether a page was waiting */
function settle(id: string, outcome: { answer: unknown } | { error: CloudError }): boolean {
  const waiter = waiters.get(id);
  if (waiter === undefined) return false;
  waiters.delete(id);
  if ('error' in outcome) waiter.reject(outcome.error);
  else waiter.resolve(outcome.answer);
  return true;
}
