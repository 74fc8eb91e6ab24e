import { DAY } from '../../domain/time/shanghai';
import { NOW } from './people';
import { startWorld, type World } from './world';

describe('session.mint', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const mint = (openid?: string) =>
    world.cloud.invoke('session', { action: 'mint', input: {} }, openid === undefined ? {} : { openid });

  test('who comes through WeChat gets a bearer that H5 can carry', async () => {
    expect(await mint('openid-worker')).toMatchObject({
      ok: true,
      data: { me: { id: 'worker', name: '刘志强', roles: ['worker'] }, expiresAt: expect.any(Number) },
    });
    expect((await world.call('worker', 'home.open', {})).ok).toBe(true);
  });

  test('a bearer cannot prolong itself', async () => {
    expect(await world.refused('worker', 'session.mint', {})).toMatchObject({
      code: 'UNAUTHENTICATED',
      status: 401,
    });
  });

  test('a phone that nobody registered gets a bearer that opens nothing but the way in', async () => {
    const answer = (await mint('openid-stranger')) as { ok: boolean; data: { token: string; me?: object } };
    expect(answer).toMatchObject({ ok: true, data: { token: expect.any(String) } });
    expect(answer.data.me).toBeUndefined();
    expect(await world.refused('stranger', 'home.open', {})).toMatchObject({
      code: 'NOT_REGISTERED',
      status: 403,
    });
    expect(await world.refused('stranger', 'household.view', { household: 'h1' })).toMatchObject({
      code: 'NOT_REGISTERED',
    });
    expect(
      await world.refused('stranger', 'household.ask', { code: 'ABCDEFGH', name: '新', consent: '2026-11' }),
    ).toMatchObject({ code: 'NOT_FOUND', path: 'code' });
  });

  test('without the platform’s word there is no session, whatever the input claims', async () => {
    const claim = { action: 'mint', input: {}, openid: 'openid-admin', WX_OPENID: 'openid-admin' };
    expect(await world.cloud.invoke('session', claim)).toMatchObject({
      ok: false,
      error: { code: 'UNAUTHENTICATED' },
    });
  });

  test('forged, foreign and expired bearers are refused', async () => {
    const home = (authorization: string) =>
      world.post('home', JSON.stringify({ action: 'open', input: {} }), { authorization });
    const token = await world.token('worker');
    const [head, claims] = token.split('.');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    for (const forged of ['', 'Bearer x', `Bearer ${head}.${claims}.AAAA`, `Bearer ${none}.${claims}.`]) {
      expect(await home(forged)).toMatchObject({ status: 401, body: { error: { code: 'UNAUTHENTICATED' } } });
    }
    await world.moveClock(NOW + 30 * DAY + 1000);
    expect(await home(`Bearer ${token}`)).toMatchObject({
      status: 401,
      body: { error: { code: 'SESSION_EXPIRED' } },
    });
  });
});
