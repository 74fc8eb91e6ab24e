import { request } from 'node:http';
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
