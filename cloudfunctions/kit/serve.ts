import { forStrangers, mayCall, type StrangerAction } from '../../domain/access/table';
import {
  type ActionName,
  type ActionOf,
  type FunctionName,
  isCommand,
  type OutputOf,
  type ParsedOf,
} from '../../domain/contract/actions';
import { INPUTS } from '../../domain/contract/inputs';
import { Refusal, type RefusalBody } from '../../domain/error/refusal';
import type { Millis } from '../../domain/time/shanghai';
import { type CommandStamp, fingerprint } from './aggregate';
import { type Caller, identify, isRegistered, type Stranger } from './caller';
import { now } from './clock';
import { type Door, doorOf, type PlatformContext } from './door';
import { type Envelope, parseEnvelope, parseInput } from './parse';

/** What a handler works with: checked input, known caller, one instant. */
export interface Call<A extends ActionName> {
  input: ParsedOf<A>;
  caller: A extends StrangerAction ? Stranger : Caller;
  at: Millis;
  /** Id and fingerprint for `apply`; queries ignore it. */
  command: CommandStamp;
}

type NameOf<F extends FunctionName> =
  ActionOf<F> extends infer A ? (A extends `${F}.${infer N}` ? N : never) : never;
type Qualified<F extends FunctionName, N extends string> = Extract<ActionName, `${F}.${N}`>;

/** One handler for each action of the function, no more and no less. */
export type Handlers<F extends FunctionName> = {
  [N in NameOf<F>]: (call: Call<Qualified<F, N>>) => Promise<OutputOf<Qualified<F, N>>>;
};

type Answer = { ok: true; data: unknown } | { ok: false; error: RefusalBody };
type AnyHandler = (call: Call<ActionName>) => Promise<unknown>;

/**
 * A cloud function of actions: parse → caller → authorise → handle, the same for every action.
 * Answers `{ ok, data }` or `{ ok: false, error }`; through the HTTP door with the status to match.
 */
export function serve<F extends FunctionName>(name: F, handlers: Handlers<F>) {
  return async (event: unknown, context: PlatformContext): Promise<unknown> => {
    const door = doorOf(event, context);
    let status = 200;
    let answer: Answer;
    try {
      answer = { ok: true, data: await run(name, handlers as Record<string, AnyHandler>, door) };
    } catch (error) {
      const refusal = error instanceof Refusal ? error : internal(name, error);
      status = refusal.status;
      answer = { ok: false, error: refusal.body };
    }
    return door.kind === 'http' ? overHttp(status, answer) : answer;
  };
}

async function run(fn: FunctionName, handlers: Record<string, AnyHandler>, door: Door): Promise<unknown> {
  if (door.kind === 'timer') throw new Refusal('UNKNOWN_ACTION', { path: 'action' });
  const at = now();
  const envelope = parseEnvelope(door.body);
  const { action, handler } = find(fn, handlers, envelope);
  const input = parseInput(INPUTS[action], envelope.input);
  if (isCommand(action) && !envelope.id) {
    throw new Refusal('BAD_INPUT', {
      path: 'id',
      words: { zh: '缺少提交编号', en: 'A command needs an id' },
    });
  }
  const caller = await identify(door, at);
  authorise(action, caller);
  const who = caller.person?._id ?? caller.openid;
  const command = { id: envelope.id ?? '', print: fingerprint(action, who, input), at };
  return handler({ input, caller, at, command } as Call<ActionName>);
}

function authorise(action: ActionName, caller: Stranger): void {
  if (forStrangers(action)) return;
  if (!isRegistered(caller)) throw new Refusal('NOT_REGISTERED');
  if (!mayCall(action, caller.person)) throw new Refusal('FORBIDDEN', { path: 'action' });
}

function find(fn: FunctionName, handlers: Record<string, AnyHandler>, { action }: Envelope) {
  const full = `${fn}.${action}`;
  const handler = Object.hasOwn(handlers, action) ? handlers[action] : undefined;
  if (!handler || !Object.hasOwn(INPUTS, full)) throw new Refusal('UNKNOWN_ACTION', { path: 'action' });
  return { action: full as ActionName, handler };
}

function internal(name: string, error: unknown): Refusal {
  console.error(`[${name}]`, error);
  return new Refusal('INTERNAL');
}

function overHttp(statusCode: number, answer: Answer) {
  return {
    statusCode,
    isBase64Encoded: false,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(answer),
  };
}
