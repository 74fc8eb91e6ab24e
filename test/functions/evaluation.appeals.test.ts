import { HERE, signedYear } from './evaluation.stage';
import { startWorld, type World } from './world';

describe('evaluation.appeals', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('what waits for an answer, the oldest first, with what the person says; the look is written down', async () => {
    await signedYear(world);
    expect((await world.ok('supervisor', 'evaluation.appeals', {})).appeals).toEqual([]);
    await world.ok('colleague', 'evaluation.appeal', { ...HERE, text: '先说' });
    await world.ok('worker', 'evaluation.appeal', { ...HERE, text: '后说' });
    const { appeals } = await world.ok('supervisor', 'evaluation.appeals', {});
    expect(appeals.map(({ candidate }) => [candidate.person, candidate.appeal?.text])).toEqual([
      ['colleague', '先说'],
      ['worker', '后说'],
    ]);
    expect(appeals[0]).not.toHaveProperty('barred');
    const looks = await world.documents<{ by: { person: string }; what: string; count: number }>('accesses');
    expect(looks.filter(({ by }) => by.person === 'supervisor')).toMatchObject([
      { what: 'evaluation', count: 2 },
    ]);
    await world.ok('supervisor', 'evaluation.decide', {
      ...HERE,
      person: 'worker',
      upheld: false,
      text: '核过',
    });
    expect((await world.ok('supervisor', 'evaluation.appeals', {})).appeals).toHaveLength(1);
  });

  test('of the own area only', async () => {
    await signedYear(world);
    await world.ok('worker', 'evaluation.appeal', { ...HERE, text: '先说' });
    const posts = [{ role: 'supervisor', area: '150625101', areaPath: '' }];
    world.change('people', 'supervisor', { posts, desks: ['supervisor@150625101'] });
    expect((await world.ok('supervisor', 'evaluation.appeals', {})).appeals).toEqual([]);
    const verdict = { ...HERE, person: 'worker', upheld: false, text: '核过' };
    expect((await world.refused('supervisor', 'evaluation.decide', verdict)).code).toBe('NOT_YOURS');
  });
});
