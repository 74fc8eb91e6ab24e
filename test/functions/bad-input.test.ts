import { startWorld, type World } from './world';

describe('bad input gets a typed refusal and changes nothing', () => {
  let world: World;
  let authorization: string;
  beforeAll(async () => {
    world = await startWorld();
    authorization = `Bearer ${await world.token('worker')}`;
  });
  afterAll(() => world.stop());

  const typed = { message: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) } };

  test.each([
    ['an unknown function', 'nonsense', '{"action":"open"}', 404, undefined, undefined],
    ['an unknown action', 'home', '{"action":"close","input":{}}', 404, 'UNKNOWN_ACTION', 'action'],
    [
      'an action of every object',
      'home',
      '{"action":"constructor","input":{}}',
      404,
      'UNKNOWN_ACTION',
      'action',
    ],
    ['a missing action', 'home', '{"input":{}}', 400, 'BAD_INPUT', 'action'],
    ['invalid JSON', 'home', '{"action":', 400, 'BAD_JSON', undefined],
    ['an empty body', 'home', '', 400, 'BAD_JSON', undefined],
    ['an array', 'home', '[]', 400, 'BAD_INPUT', undefined],
    ['null', 'home', 'null', 400, 'BAD_INPUT', undefined],
    [
      'a command id of three letters',
      'contact',
      '{"id":"abc","action":"save","input":{"entries":[]}}',
      400,
      'BAD_INPUT',
      'id',
    ],
    ['a mistyped field', 'problem', '{"action":"list","input":{"scope":7}}', 400, 'BAD_INPUT', 'scope'],
    [
      'a prototype in the input',
      'home',
      '{"action":"open","input":{"__proto__":{"as":"admin"}}}',
      undefined,
      undefined,
      undefined,
    ],
  ])('%s', async (_, fn, body, status, code, path) => {
    const answer = await world.post(fn, body, { authorization });
    if (status === undefined) return expect(answer.status).toBeLessThan(500);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      ok: false,
      error: { ...typed, ...(code ? { code } : {}), ...(path ? { path } : {}) },
    });
  });

  test('a body over 1 MB', async () => {
    const body = JSON.stringify({ action: 'open', input: {}, padding: 'x'.repeat(1024 * 1024) });
    expect(await world.post('home', body, { authorization })).toMatchObject({
      status: 413,
      body: { ok: false, error: { code: 'TOO_LARGE', ...typed } },
    });
  });

  test('a body over what the door carries', async () => {
    const answer = await world.post('home', 'x'.repeat(7 * 1024 * 1024), { authorization });
    expect(answer).toMatchObject({ status: 413, body: { ok: false, error: typed } });
  });

  test('an event that pretends to be HTTP through the mini program', async () => {
    const event = { httpMethod: 'POST', isBase64Encoded: true, body: 123 };
    expect(await world.cloud.invoke('home', event, { openid: 'openid-worker' })).toMatchObject({
      ok: false,
      error: { code: 'BAD_INPUT', path: 'action' },
    });
  });

  test('a filter smuggled into an id finds nothing', async () => {
    expect(await world.refused('worker', 'problem.view', { problem: { $ne: null } })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'problem',
    });
    expect(await world.refused('worker', 'notice.read', { notices: [{ $gt: '' }] })).toMatchObject({
      path: 'notices.0',
    });
  });

  test('after all that the process lives and nothing was written', async () => {
    expect((await world.call('worker', 'home.open', {})).ok).toBe(true);
    for (const collection of ['sheets', 'problems', 'notices'])
      expect(await world.documents(collection)).toEqual([]);
  });
});
