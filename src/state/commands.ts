import type { CommandAction, InputOf, OutputOf } from '../../domain/contract/actions';
import { cloud, isUndecided, newCommandId } from '../services/cloud';
import { currentPerson } from './session';
import { keep, keptUnder } from './store';

/** A command that was sent or is about to be, and that nobody has acknowledged yet. */
export interface Pending {
  id: string;
  /** `contact.save` */
  name: string;
  input: unknown;
  /** The person it was made by; nobody else's session may send it. */
  person: string;
  /** When the person tapped, ms on this phone's clock. */
  at: number;
}

const KEY = 'yige.pending';

interface Queue {
  commands: Pending[];
}

/** Read from storage each time: the app may have been killed, and another tab may have sent some. */
function queue(): Pending[] {
  return keptUnder<Queue>(KEY)?.commands ?? [];
}

function keepQueue(commands: Pending[]): void {
  keep(KEY, { commands } satisfies Queue);
}

function take(name: string, input: unknown): Pending {
  const print = JSON.stringify(input);
  const person = currentPerson();
  const waiting = queue();
  const same = waiting.find(
    (one) => one.person === person && one.name === name && JSON.stringify(one.input) === print,
  );
  if (same) return same;
  const fresh: Pending = { id: newCommandId(), name, input, person, at: Date.now() };
  keepQueue([...waiting, fresh]);
  return fresh;
}

function drop(id: string): void {
  keepQueue(queue().filter((one) => one.id !== id));
}

let changed = 0;

/** When this phone last changed something in the cloud, ms on this phone's clock; what was read before is old. */
export function lastChange(): number {
  return changed;
}

/** Also for what is no command, such as marking a message as read. */
export function madeChange(): void {
  changed = Date.now();
}

async function deliver(command: Pending): Promise<unknown> {
  try {
    const answer = await cloud.call(command.name, command.input, { id: command.id });
    drop(command.id);
    madeChange();
    return answer;
  } catch (error) {
    if (!isUndecided(error)) drop(command.id);
    throw error;
  }
}

/**
 * Sends one user action. It is kept on the phone under one id until the server says yes or a final no,
 * so a second tap, a retry and a restart of the app all send the same command.
 * @throws CloudError; after `OFFLINE` the command waits for `resumePending`
 */
export async function send<A extends CommandAction>(name: A, input: InputOf<A>): Promise<OutputOf<A>> {
  return (await deliver(take(name, input))) as OutputOf<A>;
}

/** What this person did and the server has not acknowledged, oldest first. */
export function pending(): Pending[] {
  const person = currentPerson();
  return queue().filter((one) => one.person === person);
}

let resuming: Promise<number> | undefined;

/**
 * Sends what waits, in the order it was made; stops at a dead line.
 * @returns how many were acknowledged
 */
export function resumePending(): Promise<number> {
  resuming ??= resume().finally(() => {
    resuming = undefined;
  });
  return resuming;
}

async function resume(): Promise<number> {
  let landed = 0;
  for (const command of pending()) {
    const outcome = await deliver(command).then(
      () => 'landed' as const,
      (error: unknown) => (isUndecided(error) ? ('waiting' as const) : ('refused' as const)),
    );
    if (outcome === 'waiting') break;
    if (outcome === 'landed') landed += 1;
  }
  return landed;
}
