import { beginYear, evaluationIn, HERE, yearBehind } from './evaluation.stage';
import { AREAS, GRID, VILLAGE } from './people';
import { startWorld, type World } from './world';

describe('evaluation.review', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const mark = (person: string, said: 'good' | 'poor' | 'recused' = 'good') => ({
    ...HERE,
    marks: [{ person, mark: said }],
  });

  test('a reviewer sees names only, and gives marks that nobody else sees', async () => {
    await beginYear(world);
    const before = await world.ok('neighbour', 'evaluation.open', { village: VILLAGE });
    expect(before).toMatchObject({ as: 'reviewer', candidates: [], may: ['review'] });
    expect(before.toReview?.map(({ name }) => name).sort()).toEqual(['乌云', '刘志强']);
    expect(before.survey).toBeUndefined();
    expect(await world.ok('neighbour', 'evaluation.review', mark('worker', 'poor'))).toMatchObject({
      given: 1,
    });
    const after = await world.ok('neighbour', 'evaluation.open', { village: VILLAGE });
    expect(after.toReview?.find(({ person }) => person === 'worker')).toMatchObject({ mark: 'poor' });
    for (const other of ['chief', 'secretary', 'supervisor'])
      expect(JSON.stringify(await world.ok(other, 'evaluation.open', HERE))).not.toContain('poor');
    const { reviewers } = await world.ok('secretary', 'evaluation.open', HERE);
    expect(reviewers.map(({ given }) => given)).toEqual([0, 0, 1]);
  });

  test('only who was named; nobody marks themselves or their family', async () => {
    await beginYear(world);
    expect((await world.refused('resident', 'evaluation.review', mark('worker'))).code).toBe('NOT_FOUND');
    expect(await world.refused('neighbour', 'evaluation.review', mark('nobody'))).toMatchObject({
      code: 'BAD_INPUT',
      path: 'marks.0.person',
    });
    world.change('people', 'colleague', { household: 'h2' });
    expect(await world.refused('neighbour', 'evaluation.review', mark('colleague'))).toMatchObject({
      code: 'BAD_INPUT',
      path: 'marks.0.mark',
    });
    await world.ok('neighbour', 'evaluation.review', mark('colleague', 'recused'));
    const { toReview } = await world.ok('neighbour', 'evaluation.open', { village: VILLAGE });
    expect(toReview?.map(({ person }) => person)).toEqual(['worker']);
  });

  test('not once it is graded', async () => {
    await yearBehind(world);
    await world.ok('secretary', 'evaluation.grade', HERE);
    expect((await world.refused('chief', 'evaluation.review', mark('worker'))).code).toBe('NOT_NOW');
  });

  test('ten reviewers at once: every mark is there, none twice', async () => {
    const people = Array.from({ length: 10 }, (_, n) => ({
      _id: `judge${n}`,
      name: `评议人${n}`,
      openid: `openid-judge${n}`,
      posts: [{ role: 'chief' as const, area: GRID, areaPath: AREAS[0]!.path }],
      desks: [`chief@${GRID}`],
      area: GRID,
      areaPath: '',
    }));
    await world.cloud.store.bulkInsert(
      'people',
      people.map((one) => ({ ...one })),
    );
    await yearBehind(world, {
      change: { reviewers: people.map(({ _id, name }) => ({ person: _id, name })), marks: {} },
    });
    await Promise.all(people.map(({ _id }) => world.token(_id)));
    const ids = people.map(() => world.newId());
    // A phone repeats what met a conflict, under the same id, until it is told yes.
    const give = async (person: string, id: string): Promise<number> => {
      const input = {
        ...HERE,
        marks: ['worker', 'colleague'].map((one) => ({ person: one, mark: 'good' as const })),
      };
      const answer = await world.call(person, 'evaluation.review', input, id);
      if (answer.ok) return answer.data.given;
      if (answer.error.code !== 'CONFLICT') throw new Error(answer.error.code);
      return give(person, id);
    };
    expect(await Promise.all(people.map(({ _id }, n) => give(_id, ids[n]!)))).toEqual(Array(10).fill(2));
    const { marks, rev } = await evaluationIn(world);
    expect(Object.keys(marks)).toHaveLength(10);
    expect(rev).toBe(10);
    await world.ok('secretary', 'evaluation.grade', HERE);
    expect((await evaluationIn(world)).candidates.map(({ review }) => review)).toEqual([
      { n: 10, score: 100 },
      { n: 10, score: 100 },
    ]);
  });
});
