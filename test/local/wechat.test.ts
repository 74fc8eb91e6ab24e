import { inflateSync } from 'node:zlib';
import { LIMITS, openRates } from '../../local/wechat/rates';
import { openWorld, post, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await openWorld({ messagePush: { wxa_media_check: 'push' }, pages: ['pages/home/index'] });
});
afterAll(() => world.close());

const call = async (path: string, body: unknown) => (await world.door(`/wechat${path}`, post(body))).body;
const credentials = {
  grant_type: 'client_credential',
  appid: 'wx0000000000000000',
  secret: 'local-app-secret',
};
const token = async () => (await call('/cgi-bin/stable_token', credentials)).access_token as string;
const service = async (path: string, body: unknown) => call(`${path}?access_token=${await token()}`, body);

describe('phone numbers', () => {
  const code = async (phone: string) =>
    ((await world.door('/_local/phone-code', post({ phone }))).body.data as { code: string }).code;
  const ask = (given: string) => service('/wxa/business/getuserphonenumber', { code: given });

  test('a code tells the number once', async () => {
    const given = await code('13800138000');
    expect(await ask(given)).toMatchObject({
      errcode: 0,
      phone_info: { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86' },
    });
    expect(await ask(given)).toMatchObject({ errcode: 40029 });
  });

  test('a code is too old after five minutes', async () => {
    const given = await code('+8613800138000');
    await world.cloud.clock.advance(301_000);
    expect(await ask(given)).toMatchObject({ errcode: 40029 });
    expect((await world.door('/_local/phone-code', post({ phone: 'x' }))).status).toBe(400);
  });
});

describe('mini program codes', () => {
  const picture = async (body: object) => {
    const response = await fetch(
      `${world.cloud.url}/wechat/wxa/getwxacodeunlimit?access_token=${await token()}`,
      post(body),
    );
    return { type: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) };
  };

  test('a PNG that carries the scene, another for another scene', async () => {
    const { type, bytes } = await picture({ scene: 'invite=abc', page: 'pages/home/index', width: 300 });
    expect(type).toBe('image/png');
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.includes('scene\0invite=abc')).toBe(true);
    const at = bytes.indexOf('IDAT');
    const size = bytes.readUInt32BE(16);
    expect(inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)))).toHaveLength(
      size * (size + 1),
    );
    expect((await picture({ scene: 'invite=abd', page: 'pages/home/index' })).bytes.equals(bytes)).toBe(
      false,
    );
  });

  test.each([
    [{ scene: '' }, 40129],
    [{ scene: 'x'.repeat(33) }, 40129],
    [{ scene: '网格' }, 40129],
    [{ scene: 'a', page: '/pages/home/index' }, 41030],
    [{ scene: 'a', page: 'pages/other' }, 41030],
  ])('%j is errcode %i', async (body, errcode) => {
    expect(await service('/wxa/getwxacodeunlimit', body)).toMatchObject({ errcode });
  });
});

describe('media', () => {
  test('the verdict comes later, as an event', async () => {
    const ask = (media_url: string) =>
      service('/wxa/media_check_async', {
        media_url,
        media_type: 2,
        version: 2,
        openid: 'openid-wu',
        scene: 1,
      });
    const good = (await ask('https://files.example/road.jpg')).trace_id;
    const bad = (await ask('https://files.example/risky.jpg')).trace_id;
    const events = () => world.cloud.store.find('firings', { filter: { Event: 'wxa_media_check' } });
    expect(events()).toHaveLength(0);
    for (let n = 0; n < 50 && events().length < 2; n++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const verdicts = Object.fromEntries(events().map((event) => [event.trace_id, event.result]));
    expect(verdicts).toEqual({
      [String(good)]: { suggest: 'pass', label: 100 },
      [String(bad)]: { suggest: 'risky', label: 20002 },
    });
    expect(events()[0]).toMatchObject({
      MsgType: 'event',
      FromUserName: 'openid-wu',
      appid: credentials.appid,
      version: 2,
    });
  });

  test.each([
    [{ media_url: 'ftp://x', media_type: 2, version: 2, openid: 'o' }, 44002],
    [{ media_url: 'https://x/y', media_type: 3, version: 2, openid: 'o' }, 40004],
    [{ media_url: 'https://x/y', media_type: 2, version: 2 }, 40003],
  ])('%j is errcode %i', async (body, errcode) => {
    expect(await service('/wxa/media_check_async', body)).toMatchObject({ errcode });
  });
});

describe('limits', () => {
  test('a forced refresh of the token works twenty times a day', async () => {
    const refresh = () => call('/cgi-bin/stable_token', { ...credentials, force_refresh: true });
    for (let n = 0; n < 20; n++) expect(await refresh()).toHaveProperty('access_token');
    expect(await refresh()).toMatchObject({ errcode: 45009 });
    await world.cloud.clock.advance(86_400_000);
    expect(await refresh()).toHaveProperty('access_token');
  });

  test('a window counts from its beginning, and a new one begins anew', () => {
    let now = 0;
    const rates = openRates(() => now, { path: { calls: 2, windowMs: 1000 } });
    expect([1, 2, 3].map(() => rates.admit('path'))).toEqual([true, true, false]);
    now = 1000;
    expect(rates.admit('path')).toBe(true);
    expect(rates.admit('elsewhere')).toBe(true);
    expect(LIMITS['/wxa/msg_sec_check']).toEqual({ calls: 4000, windowMs: 60_000 });
  });

  test('a path that is not there, and one of JavaScript’s own names', async () => {
    expect(await service('/wxa/nothing', {})).toMatchObject({ errcode: 40066 });
    expect(await service('/constructor', {})).toMatchObject({ errcode: 40066 });
  });
});
