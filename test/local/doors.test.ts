import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { openWorld, post, type World } from './world';

let world: World;

beforeAll(async () => {
  world = await openWorld({
    extraPorts: [0],
    templates: {
      'tpl-alert': { title: '办理提醒', fields: { thing1: '事项', time2: '时间', phrase3: '状态' } },
    },
  });
});
afterAll(() => world.close());

/** `fetch` sets Host and Origin by itself; this does not. */
function raw(
  path: string,
  method: string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port: world.cloud.port, path, method, headers }, (res) => {
      let text = '';
      res.on('data', (chunk) => {
        text += chunk;
      });
      res.on('end', () => resolve({ status: res.statusCode ?? 0, text }));
    });
    req.on('error', reject);
    req.end(method === 'POST' ? '{}' : undefined);
  });
}

describe('strangers', () => {
  test('a foreign origin and a foreign host are refused, the own origins are not', async () => {
    for (const path of ['/_local/health', '/admin', '/call/echo', '/_local/reset']) {
      expect(await raw(path, 'POST', { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
      expect(await raw(path, 'POST', { host: 'evil.example' })).toMatchObject({ status: 403 });
      expect(await raw(path, 'POST', { origin: 'null' })).toMatchObject({ status: 403 });
    }
    expect(world.cloud.origins).toHaveLength(2);
    for (const origin of world.cloud.origins)
      expect((await raw('/_local/health', 'GET', { origin })).status).toBe(200);
  });

  test('the gateway answers nobody but the SDK with the known key', async () => {
    expect((await raw('/admin', 'POST', {})).text).toContain('SIGN_PARAM_INVALID');
    const foreign = {
      authorization:
        'TC3-HMAC-SHA256 Credential=AKIDother/2026-01-01/tcb/tc3_request, SignedHeaders=host, Signature=0',
      'x-timestamp': '1',
    };
    expect((await raw('/admin', 'POST', foreign)).text).toContain('unknown secretId');
  });

  test('an action that is not supported says so', async () => {
    await expect(world.app.callWxOpenApi({ apiName: 'x', requestData: {} } as never)).rejects.toMatchObject({
      code: 'INVALID_ACTION',
    });
  });
});

describe('bad input', () => {
  test.each([
    ['/_local/nothing', undefined, 404],
    ['/_local/consent', { openid: 'o' }, 400],
    ['/_local/consent', '{', 400],
    ['/_local/faults', { service: 'moon', kind: 'fail' }, 400],
    ['/_local/faults', { service: 'database', kind: 'fail', rate: 2 }, 400],
    ['/_local/invoke', { function: 'nothing' }, 404],
    ['/_local/invoke', { function: 'echo', surprise: 1 }, 400],
    ['/_local/import', 'not an export', 400],
    ['/_local/health', {}, 405],
  ])('%s with %j is %i', async (path, body, status) => {
    const answer = await world.door(path, body === undefined ? undefined : post(body));
    expect(answer).toMatchObject({
      status,
      body: {
        ok: false,
        error: { code: expect.any(String), message: { zh: expect.any(String), en: expect.any(String) } },
      },
    });
    expect((await world.door('/_local/health')).status).toBe(200);
  });
});

describe('WeChat', () => {
  const call = async (path: string, body: unknown) => (await world.door(`/wechat${path}`, post(body))).body;
  const token = async () =>
    (
      await call('/cgi-bin/stable_token', {
        grant_type: 'client_credential',
        appid: 'wx0000000000000000',
        secret: 'local-app-secret',
      })
    ).access_token as string;
  const send = async (change: Record<string, unknown> = {}, access?: string) =>
    call(`/cgi-bin/message/subscribe/send?access_token=${access ?? (await token())}`, {
      touser: 'openid-zhang',
      template_id: 'tpl-alert',
      page: 'pages/problem/index?id=1',
      data: {
        thing1: { value: '道路问题' },
        time2: { value: '2026-11-28 10:00' },
        phrase3: { value: '待受理' },
      },
      ...change,
    });

  test('one consent is one message', async () => {
    expect(await send()).toMatchObject({ errcode: 43101 });
    await world.door('/_local/consent', post({ openid: 'openid-zhang', template: 'tpl-alert', times: 1 }));
    expect(await send()).toMatchObject({ errcode: 0 });
    expect(await send()).toMatchObject({ errcode: 43101 });
    const { messages } = (await world.door('/_local/messages?openid=openid-zhang')).body as {
      messages: { title: string; fields: unknown[] }[];
    };
    expect(messages).toMatchObject([
      {
        title: '办理提醒',
        page: 'pages/problem/index?id=1',
        fields: [{ label: '事项', value: '道路问题' }, {}, {}],
      },
    ]);
  });

  test('bad fields, people, templates and tokens have their codes', async () => {
    await world.door('/_local/consent', post({ openid: 'openid-zhang', template: 'tpl-alert', times: 9 }));
    const data = {
      thing1: { value: '字'.repeat(21) },
      time2: { value: '2026-11-28' },
      phrase3: { value: '待受理' },
    };
    expect(await send({ data })).toMatchObject({ errcode: 47003, errmsg: expect.stringContaining('thing1') });
    expect(await send({ data: { ...data, thing1: { value: '' } } })).toMatchObject({ errcode: 47003 });
    expect(
      await send({ data: { ...data, thing1: { value: '好' }, phrase3: { value: 'ok' } } }),
    ).toMatchObject({ errcode: 47003 });
    expect(await send({ touser: '' })).toMatchObject({ errcode: 40003 });
    expect(await send({ template_id: 'other' })).toMatchObject({ errcode: 40037 });
    expect(await send({}, 'made-up')).toMatchObject({ errcode: 40001 });
  });

  test('a token expires with the moved clock', async () => {
    const old = await token();
    await world.cloud.clock.advance(3 * 3600_000);
    expect(await send({}, old)).toMatchObject({ errcode: 42001 });
    expect(await token()).not.toBe(old);
  });

  test('the text check marks what is forbidden', async () => {
    const check = async (content: string) =>
      call(`/wxa/msg_sec_check?access_token=${await token()}`, {
        content,
        version: 2,
        scene: 3,
        openid: 'openid-zhang',
      });
    expect(await check('你好')).toMatchObject({ errcode: 0, result: { suggest: 'pass' } });
    expect(await check('违规内容')).toMatchObject({ result: { suggest: 'risky' } });
  });
});

describe('storage', () => {
  test('a file goes up, comes down, is linked for a while and goes away', async () => {
    const { fileID } = await world.app.uploadFile({
      cloudPath: 'photos/路 1.jpg',
      fileContent: Buffer.from('picture'),
    });
    expect(fileID).toBe('cloud://local.local-bucket/photos/路 1.jpg');
    expect((await world.app.downloadFile({ fileID })).fileContent?.toString()).toBe('picture');
    const link = (await world.app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })).fileList[0]!
      .tempFileURL;
    const response = await fetch(link);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    await world.cloud.clock.advance(120_000);
    expect((await fetch(link)).status).toBe(403);
    expect((await world.app.deleteFile({ fileList: [fileID] })).fileList).toMatchObject([
      { code: 'SUCCESS' },
    ]);
    expect((await world.app.getTempFileURL({ fileList: [fileID] })).fileList).toMatchObject([
      { code: 'STORAGE_FILE_NONEXIST' },
    ]);
  });

  test('no name leads out of the folder', async () => {
    for (const cloudPath of ['../x', 'a/../../x', '/etc/passwd', 'a//b', '..\\x', '']) {
      await expect(world.app.uploadFile({ cloudPath, fileContent: Buffer.from('x') })).rejects.toThrow();
    }
    for (const path of [
      '/storage/file/..%2f..%2fcloud.sqlite',
      '/storage/file/%2e%2e/cloud.sqlite?expires=9e99&sign=x',
      '/storage/upload/../x',
    ]) {
      expect((await raw(path, 'GET', {})).status).toBeGreaterThanOrEqual(400);
    }
  });
});

test('a page that watches is told of calls, messages and the clock as they happen', async () => {
  const stop = new AbortController();
  const response = await fetch(`${world.cloud.url}/_local/events`, { signal: stop.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await world.cloud.invoke('echo', { action: 'watched' });
  await world.cloud.clock.advance(1000);
  let seen = '';
  while (!seen.includes('event: clock')) seen += (await reader.read()).value ?? '';
  expect(seen).toMatch(/event: call\ndata: .*"action":"watched"/);
  stop.abort();
});

describe('state', () => {
  test('faults strike as often as told, then stop', async () => {
    await world.door(
      '/_local/faults',
      post({ service: 'database', kind: 'fail', code: 'DATABASE_REQUEST_FAILED', times: 1 }),
    );
    await expect(world.db.collection('notes').get()).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
    await world.db.collection('notes').get();
    await world.door('/_local/faults', post({ service: 'database', kind: 'drop', times: 1 }));
    await expect(world.db.collection('notes').add({ _id: 'dropped' })).rejects.toThrow();
    expect((await world.db.collection('notes').doc('dropped').get()).data).toHaveLength(1);
  });

  test('an export brings everything back', async () => {
    await world.db
      .collection('notes')
      .add({ _id: 'kept', at: new Date(5), list: [1, 2.5, null, 'x'], $: 1 } as never)
      .catch(() => undefined);
    await world.db.collection('notes').add({ _id: 'kept2', at: new Date(5), list: [1, 2.5, null, 'x'] });
    await world.app.uploadFile({ cloudPath: 'kept.txt', fileContent: Buffer.from('kept') });
    const text = await (await fetch(`${world.cloud.url}/_local/export`)).text();
    let refilled = 0;
    world.cloud.onReset(() => {
      refilled++;
    });
    expect((await world.door('/_local/reset', post({}))).status).toBe(200);
    expect(refilled).toBe(1);
    expect((await world.db.collection('notes').count()).total).toBe(0);
    expect((await world.door('/_local/import', post(text))).status).toBe(200);
    expect((await world.db.collection('notes').doc('kept2').get()).data).toEqual([
      { _id: 'kept2', at: new Date(5), list: [1, 2.5, null, 'x'] },
    ]);
    const { fileContent } = await world.app.downloadFile({ fileID: 'cloud://local.local-bucket/kept.txt' });
    expect(fileContent?.toString()).toBe('kept');
  });

  test('an import that fails half-way leaves documents and files as they were', async () => {
    await world.db.collection('notes').doc('stays').set({ n: 1 });
    await world.app.uploadFile({ cloudPath: 'stays.txt', fileContent: Buffer.from('stays') });
    const header = { format: 'embedded-cloud', version: 1, now: world.cloud.clock.now() };
    const file = (path: string) => ({
      file: path,
      type: 'text/plain',
      base64: Buffer.from('new').toString('base64'),
    });
    const before = readdirSync(join(world.dataDir, 'files')).sort();
    for (const last of [
      { in: 'notes', doc: { _id: 'same' } },
      file('../outside'),
      { in: 'nowhere', doc: {} },
    ]) {
      const lines = [header, file('stays.txt'), { in: 'notes', doc: { _id: 'same' } }, last];
      const answer = await world.door(
        '/_local/import',
        post(lines.map((each) => JSON.stringify(each)).join('\n')),
      );
      expect(answer).toMatchObject({ status: expect.any(Number), body: { ok: false } });
      expect([400, 404]).toContain(answer.status);
    }
    expect((await world.db.collection('notes').doc('stays').get()).data).toHaveLength(1);
    expect((await world.db.collection('notes').doc('same').get()).data).toHaveLength(0);
    const { fileContent } = await world.app.downloadFile({ fileID: 'cloud://local.local-bucket/stays.txt' });
    expect(fileContent?.toString()).toBe('stays');
    expect(readdirSync(join(world.dataDir, 'files')).sort()).toEqual(before);
  });

  test('numbers, dates and ids keep their types over an export', async () => {
    const typed = {
      double: { $numberDouble: '1' },
      long: { $numberLong: '2' },
      at: new Date(7),
      ref: world.db.ObjectId({ id: '64b7f0a1c2d3e4f5a6b7c8d9' }),
      re: /a/i,
    };
    await world.db
      .collection('notes')
      .doc('typed')
      .set({ ...typed, list: [typed.double, 1.5, null] });
    const [stored] = [...world.cloud.store.texts('notes')].filter((text) => text.includes('"typed"'));
    const text = await (await fetch(`${world.cloud.url}/_local/export`)).text();
    expect((await world.door('/_local/import', post(text))).status).toBe(200);
    expect([...world.cloud.store.texts('notes')]).toContain(stored);
    expect(world.cloud.store.count('notes', { double: { $type: 'double' }, long: { $type: 'long' } })).toBe(
      1,
    );
  });

  test('explain tells the index, and a long scan warns', async () => {
    world.cloud.store.bulkInsert(
      'people',
      Array.from({ length: 12_000 }, (_, n) => ({ area: `a${n}`, other: n })),
    );
    const explained = await world.door(
      `/_local/explain?collection=people&filter=${encodeURIComponent('{"area":"a5"}')}`,
    );
    expect(explained.body).toMatchObject({ data: { index: 'area', scanned: 1, found: 1, exact: true } });
    await world.db.collection('people').where({ other: 11_999 }).get();
    expect(world.logs.at(-1)).toMatch(/slow query: people read 12000 documents .*"other":"\?"/);
  });
});
