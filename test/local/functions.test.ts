import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorld, post, type World } from './world';

let world: World;

interface Echo {
  event: Record<string, unknown>;
  openid: string | null;
  leaked: string | null;
  now: number;
  date: string;
  [key: string]: unknown;
}

beforeAll(async () => {
  world = await openWorld({ functionEnv: { FROM_CONSOLE: 'yes' } });
  await world.db.collection('counters').add({ _id: 'one', n: 0 });
});
afterAll(() => world.close());

const echo = async (data: unknown, openid?: string) =>
  (await world.cloud.invoke('echo', data, { openid })) as Echo;

test('identity comes through the context, and never stays for the next caller', async () => {
  const first = await echo({ action: 'who' }, 'openid-of-wu');
  expect(first.openid).toBe('openid-of-wu');
  expect(first.event).toMatchObject({ action: 'who', userInfo: { openId: 'openid-of-wu' } });
  const second = await echo({ action: 'who' });
  expect(second).toMatchObject({ openid: null, leaked: null });
  const many = await Promise.all(Array.from({ length: 40 }, (_, n) => echo({}, `person-${n}`)));
  expect(many.map((answer) => answer.openid)).toEqual(Array.from({ length: 40 }, (_, n) => `person-${n}`));
});

test('a function sees its environment as on the platform', async () => {
  expect(await echo({})).toMatchObject({
    secret: 'yes',
    functionName: 'echo',
    isDate: true,
    constructed: true,
    zone: 0,
    requestId: expect.any(String),
  });
});

test('the HTTP door builds the platform event and maps the answer back', async () => {
  const { status, body } = await world.door('/call/echo/some/path?a=1', post({ id: 'i', action: 'greet' }));
  expect(status).toBe(201);
  expect(body).toMatchObject({
    openid: null,
    event: {
      path: '/some/path',
      httpMethod: 'POST',
      queryStringParameters: { a: '1' },
      body: '{"id":"i","action":"greet"}',
      isBase64Encoded: false,
      headers: { 'content-type': 'application/json' },
    },
  });
});

test('functions reach the database and each other with the untouched SDK, and are metered by action', async () => {
  await world.door('/_local/usage', { method: 'DELETE' });
  for (let n = 0; n < 3; n++) await world.cloud.invoke('counter', { action: 'add' });
  expect(await world.cloud.invoke('counter', { action: 'get' })).toMatchObject({ n: 3 });
  expect(await world.cloud.invoke('counter', { action: 'nested' }, { openid: 'me' })).toMatchObject({
    openid: null,
    event: { action: 'inner' },
  });
  const usage = world.cloud.usage();
  expect(usage.functions.counter?.actions.add).toMatchObject({ calls: 3, writes: 3, reads: 0 });
  expect(usage.functions.counter?.actions.get).toMatchObject({ calls: 1, writes: 0, reads: 1 });
  expect(usage.functions.echo?.actions.inner).toMatchObject({ calls: 1 });
});

test('a function that takes too long is stopped with the platform error, and the next call works', async () => {
  await expect(world.cloud.invoke('slow', { ms: 3000 })).rejects.toMatchObject({
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  });
  await expect(world.cloud.invoke('slow', { spin: true })).rejects.toMatchObject({
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  });
  const { logs } = (await world.door('/_local/logs?function=slow&limit=1')).body;
  expect(logs).toMatchObject([{ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', lines: ['log begun spinning'] }]);
  expect((await world.door('/call/slow', post({ ms: 3000 }))).status).toBe(200);
  expect(await world.cloud.invoke('slow', { ms: 5 })).toEqual({ waited: 5 });
});

test('one invocation that crashes takes no other with it', async () => {
  const survivors = Promise.all([world.cloud.invoke('crash', {}), world.cloud.invoke('echo', {})]);
  await expect(world.cloud.invoke('crash', { how: 'throw' })).rejects.toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: expect.stringContaining('no such thing'),
  });
  await expect(world.cloud.invoke('crash', { how: 'exit' })).rejects.toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
  });
  await expect(world.cloud.invoke('crash', { how: 'later' })).rejects.toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
  });
  await expect(world.cloud.invoke('crash', { how: 'memory' })).rejects.toMatchObject({
    code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
  });
  expect((await survivors)[0]).toEqual({ fine: true });
});

test('a burst waits its turn and is served', async () => {
  await world.cloud.store.modify('counters', {
    filter: { _id: 'one' },
    data: { $set: { n: 0 } },
    multi: false,
    merge: true,
    upsert: false,
  });
  await Promise.all(Array.from({ length: 300 }, () => world.cloud.invoke('counter', { action: 'add' })));
  expect(await world.cloud.invoke('counter', {})).toMatchObject({ n: 300 });
});

test('doors refuse with a code, a status and two languages', async () => {
  expect(await world.door('/call/nothing', post({}))).toMatchObject({
    status: 404,
    body: {
      ok: false,
      error: { code: 'FUNCTION_NOT_FOUND', message: { zh: expect.any(String), en: expect.any(String) } },
    },
  });
  expect((await world.door('/call/crash', post({}))).status).toBe(200);
  expect((await world.door('/call/echo', post('x'.repeat(7 * 1024 * 1024)))).status).toBe(413);
});

test('every invocation leaves its log', async () => {
  await echo({ action: 'logged' });
  const { body } = await world.door('/_local/logs?function=echo&limit=1');
  expect(body.logs).toMatchObject([
    { function: 'echo', action: 'logged', ok: true, lines: ['log seen logged'] },
  ]);
});

test('without a queue a call beyond the cap is refused at once, with the code of the platform', async () => {
  const strict = await openWorld({ queueMs: 0 });
  try {
    await strict.cloud.invoke('slow', {});
    const calls = Array.from({ length: 24 }, () => strict.cloud.invoke('slow', { ms: 500 }));
    const codes = (await Promise.allSettled(calls)).map((each) =>
      each.status === 'fulfilled' ? 'done' : (each.reason as { code: string }).code,
    );
    expect(codes.filter((code) => code === 'FUNCTION_EXCEED_RESOURCE_LIMIT')).toHaveLength(4);
  } finally {
    await strict.close();
  }
});

test('reload takes what has changed; what cannot be read leaves the old ones at work', async () => {
  const functionsDir = mkdtempSync(join(tmpdir(), 'functions-'));
  const write = (name: string, file: string, text: string) => {
    mkdirSync(join(functionsDir, name), { recursive: true });
    writeFileSync(join(functionsDir, name, file), text);
  };
  write('one', 'index.js', 'exports.main = () => 1;');
  const fresh = await openWorld({ functionsDir });
  try {
    expect(await fresh.cloud.invoke('one', {})).toBe(1);
    write('one', 'index.js', 'exports.main = () => 2;');
    write('two', 'index.js', 'exports.main = () => 22;');
    const reloaded = await fresh.door('/_local/reload', post({}));
    expect(reloaded.body).toMatchObject({ ok: true, data: { functions: ['one', 'two'] } });
    expect([await fresh.cloud.invoke('one', {}), await fresh.cloud.invoke('two', {})]).toEqual([2, 22]);
    write('two', 'config.json', '{ "timeout": "long" }');
    expect(await fresh.door('/_local/reload', post({}))).toMatchObject({
      status: 400,
      body: { ok: false, error: { code: 'INVALID_FUNCTIONS' } },
    });
    expect(await fresh.cloud.invoke('two', {})).toBe(22);
  } finally {
    await fresh.close();
    rmSync(functionsDir, { recursive: true });
  }
});

test('one invocation is found by its request id, the error and what was printed with it', async () => {
  const { requestId } = await echo({ action: 'traced' });
  const { body } = await world.door(`/_local/logs?request=${String(requestId)}`);
  expect(body.logs).toMatchObject([{ requestId, function: 'echo', action: 'traced' }]);
  await expect(world.cloud.invoke('crash', { how: 'throw' })).rejects.toThrow();
  const failed = (await world.door('/_local/logs?function=crash&limit=1')).body.logs;
  expect(failed).toMatchObject([
    { ok: false, code: 'FUNCTIONS_EXECUTE_FAIL', message: 'TypeError: no such thing' },
  ]);
});
