import type { Household } from '../../domain/household/household';
import { atShanghai } from '../../domain/time/shanghai';
import { DECEMBER, YEAR } from './evaluation.stage';
import { NOW } from './people';
import { startWorld, type World } from './world';

describe('evaluation.answer', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.moveClock(DECEMBER);
  });
  afterEach(() => world.stop());

  const say = (said: 'satisfied' | 'unsatisfied') => ({ year: YEAR, said });
  const heard = async (household = 'h1') =>
    (await world.documents<Household>('households')).find(({ _id }) => _id === household)?.answers?.[YEAR];
  const survey = async (person = 'resident') => {
    const home = await world.ok(person, 'home.open', { as: 'resident' });
    return home.as === 'resident' ? home.survey : undefined;
  };

  test('one tap of a household about its worker’s year; it may be changed', async () => {
    expect(await survey()).toEqual({ year: YEAR, worker: '刘志强' });
    await world.ok('resident', 'evaluation.answer', say('satisfied'));
    expect(await heard()).toMatchObject({ said: 'satisfied', worker: 'worker', by: 'app' });
    expect(await survey()).toEqual({ year: YEAR, worker: '刘志强', said: 'satisfied' });
    await world.ok('resident', 'evaluation.answer', say('unsatisfied'));
    expect(await heard()).toMatchObject({ said: 'unsatisfied' });
  });

  test('is one read and one write besides the session and the household’s circle', async () => {
    await world.token('resident');
    await world.resetUsage();
    await world.ok('resident', 'evaluation.answer', say('satisfied'));
    expect(await world.usage()).toMatchObject({ calls: 1, reads: 3, writes: 1 });
  });

  test('home asks without a read more', async () => {
    await world.token('resident');
    await world.resetUsage();
    await survey();
    expect(await world.usage()).toMatchObject({ calls: 1, reads: 4 });
  });

  test('a chief who asked at the door speaks for a household without a phone, and sees only that it was asked', async () => {
    const asked = { ...say('unsatisfied'), household: 'h5', by: 'visit' as const };
    const survey = async () => (await world.ok('chief', 'household.view', { household: 'h5' })).survey;
    expect(await survey()).toEqual({ year: YEAR, worker: '刘志强', asked: false });
    await world.ok('chief', 'evaluation.answer', asked);
    expect(await heard('h5')).toMatchObject({ said: 'unsatisfied', by: 'visit' });
    expect(await survey()).toEqual({ year: YEAR, worker: '刘志强', asked: true });
    for (const other of ['worker', 'secretary'])
      expect(await world.ok(other, 'household.view', { household: 'h5' })).not.toHaveProperty('survey');
  });

  test('where somebody uses the app nobody else speaks for the household', async () => {
    const asked = { ...say('unsatisfied'), household: 'h1', by: 'visit' as const };
    expect(await world.ok('chief', 'household.view', { household: 'h1' })).not.toHaveProperty('survey');
    await world.ok('resident', 'evaluation.answer', say('satisfied'));
    expect(await world.refused('chief', 'evaluation.answer', asked)).toMatchObject({
      code: 'NOT_NOW',
      path: 'household',
    });
    expect(await heard()).toMatchObject({ said: 'satisfied', by: 'app' });
  });

  test('a secretary speaks for the own household alone, a chief not about somebody of theirs', async () => {
    const about = { ...say('satisfied'), household: 'h5', by: 'visit' as const };
    world.change('people', 'secretary', { household: 'h7' });
    expect((await world.refused('secretary', 'evaluation.answer', about)).code).toBe('NOT_FOUND');
    for (const one of ['chief', 'worker']) world.change('people', one, { household: 'h9' });
    expect((await world.refused('chief', 'evaluation.answer', about)).code).toBe('BAD_INPUT');
    expect(await heard('h5')).toBeUndefined();
  });

  test('not by a chief of elsewhere, nor by the worker in whatever capacity', async () => {
    const about = { ...say('satisfied'), household: 'h1' };
    expect((await world.refused('farChief', 'evaluation.answer', about)).code).toBe('NOT_FOUND');
    expect((await world.refused('worker', 'evaluation.answer', about)).code).toBe('FORBIDDEN');
    world.change('people', 'worker', { household: 'h1' });
    // Nor by somebody who lives with the worker.
    expect((await world.refused('resident', 'evaluation.answer', say('satisfied'))).code).toBe('BAD_INPUT');
    expect(await survey()).toBeUndefined();
    expect(await world.refused('worker', 'evaluation.answer', about)).toMatchObject({
      code: 'BAD_INPUT',
      path: 'household',
    });
    expect(await survey('worker')).toBeUndefined();
    expect(await heard()).toBeUndefined();
  });

  test.each([
    ['before December', NOW],
    ['on the last day of November', atShanghai('2026-11-30 23:00')],
    ['once the books close', atShanghai('2027-01-15')],
  ])('not %s', async (_when, at) => {
    await world.moveClock(at);
    expect(await world.refused('resident', 'evaluation.answer', say('satisfied'))).toMatchObject({
      code: 'NOT_NOW',
      path: 'year',
    });
    expect(await survey()).toBeUndefined();
  });

  test('over New Year it is still the old year that is meant', async () => {
    await world.moveClock(atShanghai('2026-12-31 23:00'));
    expect(await survey()).toMatchObject({ year: YEAR });
    await world.moveClock(atShanghai('2027-01-01'));
    expect(await survey()).toMatchObject({ year: YEAR, worker: '刘志强' });
    await world.ok('resident', 'evaluation.answer', say('satisfied'));
    expect(await heard()).toMatchObject({ worker: 'worker' });
  });
});
