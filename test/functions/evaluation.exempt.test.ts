import { evaluationIn, HERE, signedYear, yearBehind } from './evaluation.stage';
import { startWorld, type World } from './world';

describe('evaluation.exempt', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const stated = { ...HERE, person: 'worker', why: 'unreachable' as const, text: '牧区冬天封路，去不了' };
  const candidate = async () =>
    (await evaluationIn(world)).candidates.find(({ person }) => person === 'worker')!;

  test('who leads states it with a reason, before or after grading, and can take it back', async () => {
    await yearBehind(world);
    await world.ok('secretary', 'evaluation.exempt', stated);
    const { candidates } = await world.ok('secretary', 'evaluation.open', HERE);
    expect(candidates.find(({ person }) => person === 'worker')?.exempt).toMatchObject({
      why: 'unreachable',
      text: stated.text,
      by: { person: 'secretary' },
    });
    await world.ok('secretary', 'evaluation.grade', HERE);
    expect(await candidate()).not.toHaveProperty('score');
    await world.ok('secretary', 'evaluation.exempt', { ...stated, lift: true });
    expect(await candidate()).toMatchObject({ score: 89, grade: 'good' });
    expect(await candidate()).not.toHaveProperty('exempt');
    await world.ok('secretary', 'evaluation.exempt', stated);
    expect(await candidate()).not.toHaveProperty('grade');
  });

  test('not once it is signed, not of somebody else’s village, not by others', async () => {
    await signedYear(world);
    expect((await world.refused('secretary', 'evaluation.exempt', stated)).code).toBe('NOT_NOW');
    expect(
      await world.refused('secretary', 'evaluation.exempt', { ...stated, person: 'nobody' }),
    ).toMatchObject({
      code: 'NOT_FOUND',
      path: 'person',
    });
    expect((await world.refused('farSecretary', 'evaluation.exempt', stated)).code).toBe('NOT_YOURS');
  });
});
