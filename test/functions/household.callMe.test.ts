import type { Notice } from '../../domain/notice/notice';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { change, householdOf } from './household.stage';
import { NOW } from './people';
import { startWorld, type World } from './world';

describe('household.callMe', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const told = async (person: string) =>
    (await world.documents<Notice>('notices')).filter(
      (one) => one.to === person && one.kind === 'call-asked',
    );
  const home = async (person: string) => {
    const opened = await world.ok(person, 'home.open', {});
    if (opened.as !== 'worker') throw new Error(opened.as);
    return opened.households;
  };
  const call = (at: number) =>
    world.ok('worker', 'contact.save', {
      entries: [{ household: 'h1', channel: 'phone', inPerson: false, at }],
    });

  test('puts the household first on the worker’s home and tells the worker', async () => {
    await call(NOW);
    expect((await home('worker')).at(-1)?.id).toBe('h1');
    await world.moveClock(NOW + HOUR);
    const { askedAt } = await world.ok('resident', 'household.callMe', { text: '水管冻了' });
    expect((await home('worker'))[0]).toMatchObject({
      id: 'h1',
      callAsked: { at: askedAt, name: '苏雅拉', text: '水管冻了' },
    });
    expect(await told('worker')).toMatchObject([
      { urgent: false, about: { kind: 'household', id: 'h1' }, facts: { name: '苏雅拉', text: '水管冻了' } },
    ]);
    expect(await world.ok('resident', 'home.open', {})).toMatchObject({ callAskedAt: askedAt });
  });

  test('twice is once while it stands', async () => {
    const id = world.newId();
    const first = await world.ok('resident', 'household.callMe', {}, id);
    expect(await world.ok('resident', 'household.callMe', {}, id)).toEqual(first);
    await world.moveClock(NOW + 2 * DAY);
    expect(await world.ok('resident', 'household.callMe', {})).toMatchObject({ askedAt: first.askedAt });
    await Promise.all([1, 2, 3].map(() => world.ok('resident', 'household.callMe', {})));
    expect(await told('worker')).toHaveLength(1);
    expect((await householdOf(world, 'h1')).applied).toHaveLength(1);
  });

  test('the next contact answers it without another write; one made before it does not', async () => {
    await world.moveClock(NOW + 2 * HOUR);
    await world.ok('resident', 'household.callMe', {});
    await call(NOW + HOUR);
    expect((await home('worker'))[0]?.callAsked).toBeDefined();
    await world.moveClock(NOW + 3 * HOUR);
    const { rev } = await householdOf(world, 'h1');
    await call(NOW + 3 * HOUR);
    expect((await home('worker')).some((one) => one.callAsked)).toBe(false);
    expect((await world.ok('resident', 'home.open', {})) as object).not.toHaveProperty('callAskedAt');
    expect((await householdOf(world, 'h1')).rev).toBe(rev);
  });

  test('asked again on the day it was answered, it stands again but pushes no second time', async () => {
    await world.ok('resident', 'household.callMe', {});
    await world.moveClock(NOW + HOUR);
    await call(NOW + HOUR);
    await world.moveClock(NOW + 2 * HOUR);
    await world.ok('resident', 'household.callMe', {});
    expect((await home('worker'))[0]?.callAsked).toBeDefined();
    expect(await told('worker')).toHaveLength(1);
    await world.moveClock(NOW + DAY);
    await call(NOW + DAY);
    await world.moveClock(NOW + DAY + HOUR);
    await world.ok('resident', 'household.callMe', {});
    expect(await told('worker')).toHaveLength(2);
  });

  test('without a worker the chief hears it', async () => {
    await change(world, 'people', 'worker', { links: [] });
    await world.ok('resident', 'household.callMe', {});
    expect(await told('chief')).toHaveLength(1);
  });

  test('too many words are refused by their place and change nothing', async () => {
    expect(await world.refused('resident', 'household.callMe', { text: '水'.repeat(201) })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'text',
    });
    expect((await householdOf(world, 'h1')).callAsked).toBeUndefined();
  });
});
