import { DAY } from '../../domain/time/shanghai';
import { consent, householdOf, invited } from './household.stage';
import { NOW } from './people';
import { startWorld, type World } from './world';

describe('household.invite', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const faults = (method: 'POST' | 'DELETE', body?: object) =>
    fetch(`${world.cloud.url}/_local/faults`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });

  test('gives eight letters without look-alikes for a week, and a picture to scan that carries them', async () => {
    const { code, until, qr, asOf } = await world.ok('worker', 'household.invite', { household: 'h3' });
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    expect(until).toBe(asOf + 7 * DAY);
    expect(qr).toMatch(/^data:image\/png;base64,/);
    const png = Buffer.from(qr!.split(',')[1]!, 'base64').toString('latin1');
    expect(png).toContain(`scene\0${code}`);
  });

  test('the same command gives the same code, another one a new code that takes its place', async () => {
    const id = world.newId();
    const first = await world.ok('worker', 'household.invite', { household: 'h4' }, id);
    const again = await world.ok('worker', 'household.invite', { household: 'h4' }, id);
    expect(again.code).toBe(first.code);
    const next = await invited(world, 'h4');
    expect(next).not.toBe(first.code);
    expect((await householdOf(world, 'h4')).invite?.code).toBe(next);
    const ask = { code: first.code, name: '图雅', consent };
    expect(await world.refused('stranger', 'household.ask', ask)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('two phones of one worker at once leave one code', async () => {
    const answers = await Promise.all([invited(world, 'h5'), invited(world, 'h5')]);
    expect(answers).toContain((await householdOf(world, 'h5')).invite?.code);
  });

  test('without WeChat the code is enough', async () => {
    await faults('POST', { service: 'wechat', kind: 'fail', rate: 1 });
    const { code, qr } = await world.ok('worker', 'household.invite', { household: 'h6' });
    await faults('DELETE');
    expect(code).toHaveLength(8);
    expect(qr).toBeUndefined();
  });

  test.each([
    ['a household of a colleague', 'h13', 'NOT_YOURS'],
    ['a household that does not exist', 'h99', 'NOT_YOURS'],
  ])('%s is refused', async (_, household, code) => {
    expect(await world.refused('worker', 'household.invite', { household })).toMatchObject({
      code,
      path: 'household',
    });
  });

  test('who had the household until yesterday invites nobody', async () => {
    await world.moveClock(NOW + DAY);
    const person = { links: [{ household: 'h3', from: 0, to: NOW }] };
    await world.cloud.store.modify('people', {
      filter: { _id: 'colleague' },
      data: { $set: person },
      multi: false,
      merge: true,
      upsert: false,
    });
    expect(await world.refused('colleague', 'household.invite', { household: 'h3' })).toMatchObject({
      code: 'NOT_YOURS',
    });
  });
});
