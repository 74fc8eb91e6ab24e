import { atShanghai } from '../../domain/time/shanghai';
import { beginYear, bookOfYear, evaluationIn, HERE, signedYear, YEAR, yearBehind } from './evaluation.stage';
import { FAR_GRID, GRID } from './people';
import { startWorld, type World } from './world';

const FAR = { village: '150625100211', year: YEAR };

describe('who lost the worker’s post during the year', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  /** No post is left; who lives elsewhere now has moved there. */
  const leaves = (person: string, change: object = {}) =>
    world.change('people', person, { posts: [], desks: [], ...change });
  const candidates = async () => (await evaluationIn(world)).candidates;
  const listed = async (who = 'secretary', place = HERE) =>
    (await world.ok(who, 'evaluation.open', place)).candidates.map(({ person }) => person);

  test('is graded with everybody, in the village where they served, and says so', async () => {
    await yearBehind(world);
    leaves('worker', { area: FAR_GRID, household: 'h1' });
    expect((await listed()).sort()).toEqual(['colleague', 'worker']);
    expect(await listed('farSecretary', FAR)).toEqual([]);
    expect(await world.ok('secretary', 'evaluation.grade', HERE)).toMatchObject({ graded: 2 });
    const [worker] = (await candidates()).filter(({ person }) => person === 'worker');
    expect(worker).toMatchObject({
      former: true,
      area: GRID,
      points: { total: 135 },
      score: 89,
      grade: 'good',
    });
    expect((await candidates()).find(({ person }) => person === 'colleague')).not.toHaveProperty('former');
    // The same again: nobody is lost or doubled by grading anew.
    const first = await candidates();
    await world.ok('secretary', 'evaluation.grade', HERE);
    expect(await candidates()).toEqual(first);
  });

  test('after less than three months is exempt as a newcomer is', async () => {
    await yearBehind(world);
    const links = [{ household: 'h13', from: atShanghai('2026-01-01'), to: atShanghai('2026-02-20') }];
    leaves('colleague', { links });
    expect(await world.ok('secretary', 'evaluation.grade', HERE)).toMatchObject({ graded: 1 });
    expect((await candidates()).find(({ person }) => person === 'colleague')).toMatchObject({
      former: true,
      exempt: { why: 'newcomer' },
    });
  });

  test('who works in another village now is graded there, and only there', async () => {
    await yearBehind(world);
    const posts = [{ role: 'worker', area: FAR_GRID, areaPath: '锡尼镇·广丰村委会·第1网格' }];
    world.change('people', 'worker', { posts, desks: [`worker@${FAR_GRID}`], area: FAR_GRID });
    expect(await listed()).toEqual(['colleague']);
    expect(await listed('farSecretary', FAR)).toContain('worker');
  });

  test('is marked by the reviewers, asked about by the survey, and can be stated exempt', async () => {
    await beginYear(world);
    await world.cloud.store.bulkInsert('books', [{ ...bookOfYear('worker', 20), closed: undefined }]);
    leaves('worker', { area: FAR_GRID });
    const { toReview = [] } = await world.ok('chief', 'evaluation.open', HERE);
    expect(toReview.map(({ person }) => person).sort()).toEqual(['colleague', 'worker']);
    await world.ok('chief', 'evaluation.review', { ...HERE, marks: [{ person: 'worker', mark: 'good' }] });
    // Twelve households each.
    expect((await world.ok('secretary', 'evaluation.open', HERE)).survey).toEqual({ asked: 24, answered: 0 });
    const stated = { ...HERE, person: 'worker', why: 'leave' as const, text: '病假' };
    await world.ok('secretary', 'evaluation.exempt', stated);
    expect((await evaluationIn(world)).exemptions).toHaveProperty('worker');
  });

  test('who signs now and served then leads nothing: the township does', async () => {
    await yearBehind(world);
    await world.cloud.store.bulkInsert('books', [{ ...bookOfYear('secretary', 20) }]);
    expect((await world.refused('secretary', 'evaluation.grade', HERE)).code).toBe('NOT_YOURS');
    await world.ok('official', 'evaluation.grade', HERE);
  });

  test('is told the result, and can appeal, as long as they use the app', async () => {
    await yearBehind(world);
    leaves('worker', { household: 'h1' });
    await world.ok('secretary', 'evaluation.grade', HERE);
    const { list = '' } = await world.ok('secretary', 'evaluation.open', HERE);
    await world.ok('secretary', 'evaluation.sign', { ...HERE, list });
    expect(await listed('worker')).toEqual(['worker']);
    await world.ok('worker', 'evaluation.appeal', { ...HERE, text: '三月的没有算' });
    expect(
      (await evaluationIn(world)).candidates.find(({ person }) => person === 'worker')?.appeal,
    ).toBeDefined();
  });

  test('before any month was settled, by the households that were theirs', async () => {
    await beginYear(world);
    leaves('worker');
    expect((await listed()).sort()).toEqual(['colleague', 'worker']);
    leaves('worker', { links: [] });
    expect(await listed()).toEqual(['colleague']);
  });

  test('a list that is signed keeps whom it names, whoever loses a post later', async () => {
    await signedYear(world);
    leaves('worker', { area: FAR_GRID });
    expect((await listed()).sort()).toEqual(['colleague', 'worker']);
  });
});
