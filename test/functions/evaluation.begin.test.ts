import type { Notice } from '../../domain/notice/notice';
import { beginYear, DECEMBER, EVALUATION, evaluationIn, HERE, REVIEWERS } from './evaluation.stage';
import { GRID, VILLAGE } from './people';
import { startWorld, type World } from './world';

describe('evaluation.begin', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.moveClock(DECEMBER);
  });
  afterEach(() => world.stop());

  const reviewers = REVIEWERS.map(({ person }) => person);

  test('freezes rules and weights, and asks each reviewer once', async () => {
    await beginYear(world);
    expect(await evaluationIn(world)).toMatchObject({
      _id: EVALUATION,
      state: 'collecting',
      version: 'default.1',
      scheme: { weights: { points: 40, residents: 30, review: 30 } },
      reviewers: REVIEWERS,
      begunBy: { person: 'secretary' },
      candidates: [],
    });
    const asked = (await world.documents<Notice>('notices')).filter(({ kind }) => kind === 'review-asked');
    expect(asked.map(({ to }) => to).sort()).toEqual([...reviewers].sort());
  });

  test('reviewers may be added, and dropped only while they have said nothing', async () => {
    await beginYear(world);
    await world.ok('chief', 'evaluation.review', { ...HERE, marks: [{ person: 'worker', mark: 'good' }] });
    const without = ['besideChief', 'neighbour', 'resident'];
    expect(
      await world.refused('secretary', 'evaluation.begin', { ...HERE, reviewers: without }),
    ).toMatchObject({
      code: 'BAD_INPUT',
      path: 'reviewers',
    });
    await world.ok('secretary', 'evaluation.begin', {
      ...HERE,
      reviewers: ['chief', 'neighbour', 'resident'],
    });
    const { reviewers: named, marks } = await evaluationIn(world);
    expect(named.map(({ person }) => person)).toEqual(['chief', 'neighbour', 'resident']);
    expect(marks).toEqual({ chief: { worker: 'good' } });
  });

  test.each([
    ['somebody of elsewhere', ['chief', 'neighbour', 'farChief'], 'BAD_INPUT', 'reviewers.2'],
    ['nobody', ['chief', 'nobody', 'neighbour'], 'NOT_FOUND', 'reviewers.1'],
    ['who signs', ['chief', 'secretary', 'neighbour'], 'BAD_INPUT', 'reviewers.1'],
    ['somebody twice', ['chief', 'neighbour', 'chief'], 'BAD_INPUT', 'reviewers'],
    ['fewer than three', ['chief', 'neighbour'], 'BAD_INPUT', 'reviewers'],
  ])('%s is not taken as reviewer', async (_who, named, code, path) => {
    expect(await world.refused('secretary', 'evaluation.begin', { ...HERE, reviewers: named })).toMatchObject(
      {
        code,
        path,
      },
    );
    expect(await world.documents('evaluations')).toEqual([]);
  });

  test('not before 1 December of the year', async () => {
    const next = { village: VILLAGE, year: '2027', reviewers };
    expect(await world.refused('secretary', 'evaluation.begin', next)).toMatchObject({
      code: 'NOT_NOW',
      path: 'year',
    });
  });

  test('only the village’s secretary; the township’s official where the secretary is graded', async () => {
    const begin = { ...HERE, reviewers };
    for (const stranger of ['official', 'farSecretary'])
      expect((await world.refused(stranger, 'evaluation.begin', begin)).code).toBe('NOT_YOURS');
    const posts = [
      { role: 'secretary', area: VILLAGE, areaPath: '' },
      { role: 'worker', area: GRID, areaPath: '' },
    ];
    world.change('people', 'secretary', { posts, desks: [`secretary@${VILLAGE}`, `worker@${GRID}`] });
    expect((await world.refused('secretary', 'evaluation.begin', begin)).code).toBe('NOT_YOURS');
    await world.ok('official', 'evaluation.begin', begin);
    expect((await evaluationIn(world)).begunBy.person).toBe('official');
  });

  test('two phones at once begin it once', async () => {
    const begin = { ...HERE, reviewers };
    const id = world.newId();
    await Promise.all([1, 2].map(() => world.ok('secretary', 'evaluation.begin', begin, id)));
    expect((await evaluationIn(world)).rev).toBeLessThanOrEqual(2);
    expect(await world.documents('evaluations')).toHaveLength(1);
  });
});
