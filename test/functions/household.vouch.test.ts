import { DAY, HOUR } from '../../domain/time/shanghai';
import { change, householdOf } from './household.stage';
import { NOW } from './people';
import { startWorld, type World } from './world';

const WEEK = '2026-W48';

describe('household.vouch', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    const entries = [{ household: 'h1', channel: 'home' as const, inPerson: true, at: NOW }];
    await world.ok('worker', 'contact.save', { entries });
  });
  afterEach(() => world.stop());

  const asked = async () => {
    const home = await world.ok('resident', 'home.open', {});
    if (home.as !== 'resident') throw new Error(home.as);
    return home.vouch;
  };

  test('a household is asked about the latest contact, and says yes in one tap', async () => {
    expect(await asked()).toEqual({ week: WEEK, at: NOW, channel: 'home', inPerson: true });
    const { word } = await world.ok('resident', 'household.vouch', { week: WEEK, said: 'yes' });
    expect(word).toMatchObject({ said: 'yes', by: { person: 'resident', name: '苏雅拉', role: 'resident' } });
    expect(await asked()).toBeUndefined();
  });

  test('is one read and one write besides the session and the household’s circle', async () => {
    await world.token('resident');
    await world.resetUsage();
    await world.ok('resident', 'household.vouch', { week: WEEK, said: 'yes' });
    expect(await world.usage()).toMatchObject({ calls: 1, reads: 3, writes: 1 });
  });

  test('may be changed once; the latest counts and the first stays as a trace', async () => {
    await world.ok('resident', 'household.vouch', { week: WEEK, said: 'yes' });
    await world.ok('resident', 'household.vouch', { week: WEEK, said: 'no', text: '没有人来' });
    expect((await householdOf(world, 'h1')).words?.[WEEK]).toMatchObject({
      said: 'no',
      text: '没有人来',
      was: { said: 'yes', role: 'resident' },
    });
    expect(await world.refused('resident', 'household.vouch', { week: WEEK, said: 'yes' })).toMatchObject({
      code: 'NOT_NOW',
      path: 'week',
    });
  });

  test('two phones and replays say it once', async () => {
    const id = world.newId();
    const yes = { week: WEEK, said: 'yes' as const };
    const first = await world.ok('resident', 'household.vouch', yes, id);
    expect(await world.ok('resident', 'household.vouch', yes, id)).toEqual(first);
    await Promise.all([1, 2].map(() => world.ok('resident', 'household.vouch', yes)));
    const household = await householdOf(world, 'h1');
    expect(household.words?.[WEEK]?.was).toBeUndefined();
    expect(household.rev).toBe(1);
  });

  test('a household handed over may still speak of its former worker’s contact', async () => {
    await change(world, 'people', 'worker', { links: [{ household: 'h1', from: 0, to: NOW + HOUR }] });
    await change(world, 'people', 'colleague', { links: [{ household: 'h1', from: NOW + HOUR }] });
    await world.moveClock(NOW + DAY);
    expect(await asked()).toMatchObject({ week: WEEK });
    await world.ok('resident', 'household.vouch', { week: WEEK, said: 'no' });
  });

  test('its words are for the worker, the chief and the secretary only', async () => {
    await world.ok('resident', 'household.vouch', { week: WEEK, said: 'no', text: '没有人来' });
    for (const person of ['worker', 'chief', 'secretary']) {
      const view = await world.ok(person, 'household.view', { household: 'h1' });
      expect(view.contacts[0]?.word).toMatchObject({ said: 'no', text: '没有人来' });
    }
    for (const person of ['colleague', 'farChief', 'farSecretary']) {
      expect(await world.refused(person, 'household.view', { household: 'h1' })).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    expect(await world.refused('official', 'household.view', { household: 'h1' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test.each([
    ['a week without a contact', '2026-W47'],
    ['a week that does not exist', '2026-W99'],
    ['a prototype', '__proto__'],
  ])('%s is refused', async (_, week) => {
    expect(await world.refused('resident', 'household.vouch', { week, said: 'yes' })).toMatchObject({
      code: 'NOT_FOUND',
      path: 'week',
    });
  });

  test('after two weeks nobody is asked any longer', async () => {
    await world.moveClock(NOW + 14 * DAY);
    expect(await asked()).toBeUndefined();
    expect(await world.refused('resident', 'household.vouch', { week: WEEK, said: 'yes' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('another household’s contact is not one’s own to speak of', async () => {
    expect(await world.refused('neighbour', 'household.vouch', { week: WEEK, said: 'yes' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
