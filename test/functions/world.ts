import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionName, InputOf, OutputOf } from '../../domain/contract/actions';
import type { RefusalBody } from '../../domain/error/refusal';
import { TEMPLATE_FIELDS } from '../../domain/notice/template';
import type { Millis } from '../../domain/time/shanghai';
import { type Cloud, startCloud } from '../../local/cloud';
import { FUNCTIONS, STILL_FUNCTIONS } from '../setup';
import { AREAS, HOUSEHOLDS, NOW, PEOPLE } from './people';

export type Answer<A extends ActionName> =
  | { ok: true; status: number; data: OutputOf<A> }
  | { ok: false; status: number; error: RefusalBody };

export const TEMPLATES = { task: 'tmpl-task', progress: 'tmpl-progress' };

/** A village on the embedded cloud, through the real SDK and the built functions. */
export interface World {
  cloud: Cloud;
  /** Calls through the HTTP door with that person's own session. */
  call<A extends ActionName>(person: string, action: A, input: InputOf<A>, id?: string): Promise<Answer<A>>;
  /** As `call`, but a refusal fails the test. */
  ok<A extends ActionName>(person: string, action: A, input: InputOf<A>, id?: string): Promise<OutputOf<A>>;
  /** As `call`, but anything except a refusal fails the test. */
  refused<A extends ActionName>(
    person: string,
    action: A,
    input: unknown,
    id?: string,
  ): Promise<RefusalBody & { status: number }>;
  /** A raw POST to the HTTP door. */
  post(
    fn: string,
    body: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>;
  token(person: string): Promise<string>;
  newId(): string;
  /** Everything in a collection, for looking behind the doors. */
  documents<T>(collection: string): Promise<T[]>;
  /** Sets fields of a document behind the doors, as another part of the product would. */
  change(collection: string, id: string, fields: object): void;
  moveClock(to: Millis): Promise<void>;
  runTimer(fn: string): Promise<unknown>;
  usage(): Promise<Usage>;
  resetUsage(): Promise<void>;
  stop(): Promise<void>;
}

export interface Usage {
  reads: number;
  writes: number;
  calls: number;
}

const plain = <T extends object>(document: T) => ({ ...document }) as T & Record<string, unknown>;

let ids = 0;
const newId = (): string => `test-${process.pid}-${String(++ids).padStart(6, '0')}`;

/**
 * @param options.timers let timers run when the clock moves; without, tests start them by `runTimer`
 * @param options.env further settings of the functions
 */
export async function startWorld({
  timers = false,
  env = {},
}: {
  timers?: boolean;
  env?: Record<string, string>;
} = {}): Promise<World> {
  const dir = mkdtempSync(join(tmpdir(), 'yige-'));
  const functionsDir = timers ? FUNCTIONS : STILL_FUNCTIONS;
  const cloud = await startCloud({
    port: 0,
    dataDir: dir,
    functionsDir,
    indexes: join(functionsDir, 'indexes.json'),
    functionEnv: {
      SESSION_SECRET: 'test-secret-of-more-than-32-characters',
      WX_TEMPLATES: JSON.stringify(TEMPLATES),
      ...env,
    },
    templates: { [TEMPLATES.task]: TEMPLATE_FIELDS.task, [TEMPLATES.progress]: TEMPLATE_FIELDS.progress },
    messagePush: { wxa_media_check: 'content' },
    log: () => {},
  });
  await cloud.clock.set(NOW);
  await cloud.store.bulkInsert('areas', AREAS.map(plain));
  await cloud.store.bulkInsert('people', PEOPLE.map(plain));
  await cloud.store.bulkInsert('households', HOUSEHOLDS.map(plain));
  return over(cloud, async () => {
    await cloud.stop();
    rmSync(dir, { recursive: true, force: true });
  });
}

function over(cloud: Cloud, stop: () => Promise<void>): World {
  const tokens = new Map<string, string>();
  const json = async (path: string, init?: RequestInit) => (await fetch(`${cloud.url}${path}`, init)).json();

  const post: World['post'] = async (fn, body, headers = {}) => {
    const response = await fetch(`${cloud.url}/call/${fn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return { status: response.status, body: await response.json() };
  };

  const token: World['token'] = async (person) => {
    const known = tokens.get(person);
    if (known) return known;
    const minted = (await cloud.invoke(
      'session',
      { action: 'mint', input: {} },
      { openid: `openid-${person}` },
    )) as {
      data: { token: string };
    };
    tokens.set(person, minted.data.token);
    return minted.data.token;
  };

  const call: World['call'] = async (person, action, input, id = newId()) => {
    const [fn, name] = action.split('.');
    const headers = { authorization: `Bearer ${await token(person)}` };
    const { status, body } = await post(fn!, JSON.stringify({ id, action: name, input }), headers);
    return { status, ...(body as object) } as never;
  };

  return {
    cloud,
    call,
    post,
    token,
    newId,
    stop,
    async ok(person, action, input, id) {
      const answer = await call(person, action, input, id);
      if (!answer.ok) throw new Error(`${action} by ${person}: ${JSON.stringify(answer.error)}`);
      return answer.data;
    },
    async refused(person, action, input, id) {
      const answer = await call(person, action, input as never, id);
      if (answer.ok)
        throw new Error(`${action} by ${person} was not refused: ${JSON.stringify(answer.data)}`);
      return { ...answer.error, status: answer.status };
    },
    async documents<T>(collection: string) {
      return (await cloud.store.find(collection)) as T[];
    },
    change(collection, id, fields) {
      cloud.store.modifyAndReturn(collection, { _id: id }, { $set: fields });
    },
    async moveClock(to) {
      await cloud.clock.set(to);
    },
    runTimer: (fn) => cloud.invoke(fn, { Type: 'Timer', TriggerName: 'test', Time: '' }),
    usage: async () => ((await json('/_local/usage')) as { total: Usage }).total,
    async resetUsage() {
      await json('/_local/usage', { method: 'DELETE' });
    },
  };
}
