import {
  beginYear,
  DECEMBER,
  EVALUATION,
  evaluationIn,
  HERE,
  signedYear,
  YEAR,
  yearBehind,
} from './evaluation.stage';
import { GRID, VILLAGE } from './people';
import { startWorld, type World } from './world';

describe('evaluation.open', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('before it begins the secretary sees who it will be about, and whom to name', async () => {
    await world.moveClock(DECEMBER);
    const view = await world.ok('secretary', 'evaluation.open', {});
    expect(view).toMatchObject({
      village: { code: VILLAGE, path: '锡尼镇·胜利村委会' },
      year: YEAR,
      as: 'secretary',
      may: ['begin'],
      survey: { asked: 24, answered: 0 },
    });
    expect(view).not.toHaveProperty('state');
    expect(view.candidates.map(({ name, months }) => [name, months]).sort()).toEqual([
      ['乌云', 12],
      ['刘志强', 12],
    ]);
    const possible = view.possible?.map(({ person }) => person) ?? [];
    expect(possible).toEqual(expect.arrayContaining(['chief', 'besideChief', 'resident', 'neighbour']));
    expect(possible).not.toEqual(expect.arrayContaining(['secretary']));
    expect(possible).not.toEqual(expect.arrayContaining(['farChief']));
  });

  test('in November it is last year that is looked at', async () => {
    expect(await world.ok('secretary', 'evaluation.open', {})).toMatchObject({
      year: '2025',
      years: ['2025'],
    });
  });

  test('a candidate sees the own row with every part, and nobody else’s', async () => {
    await signedYear(world);
    const view = await world.ok('worker', 'evaluation.open', {
      village: VILLAGE,
      year: YEAR,
    });
    expect(view.candidates).toMatchObject([
      {
        person: 'worker',
        score: 89,
        points: { total: 135, full: 150 },
        residents: { n: 5 },
        review: { n: 3 },
      },
    ]);
    expect(JSON.stringify(view)).not.toContain('乌云');
    expect(view).not.toHaveProperty('survey');
    expect(view.reviewers[0]).toEqual({ person: 'chief', name: '王海' });
  });

  test('a candidate’s page is one read besides the session', async () => {
    await signedYear(world);
    await world.token('worker');
    await world.resetUsage();
    await world.ok('worker', 'evaluation.open', HERE);
    expect(await world.usage()).toMatchObject({ reads: 2, writes: 0 });
  });

  test.each([
    ['secretary', 'secretary'],
    ['official', 'above'],
    ['bannerOfficial', 'above'],
    ['supervisor', 'supervisor'],
  ])('%s sees all of it, and the look is written down', async (person, as) => {
    await signedYear(world);
    const view = await world.ok(person, 'evaluation.open', HERE);
    expect(view).toMatchObject({ as, state: 'signed' });
    expect(view.candidates).toHaveLength(2);
    const accesses = await world.documents<{ by: { person: string }; what: string; count: number }>(
      'accesses',
    );
    const looks = accesses.filter(({ by }) => by.person === person);
    // The secretary has looked before signing, too.
    expect(looks.map(({ what, count }) => [what, count])).toEqual(
      Array(person === 'secretary' ? 2 : 1).fill(['evaluation', 2]),
    );
  });

  test.each([
    'chief',
    'besideChief',
    'admin',
    'resident',
    'handler',
    'farSecretary',
    'farChief',
  ])('a %s sees no score', async (person) => {
    await signedYear(world);
    const answer = await world.call(person, 'evaluation.open', HERE);
    // The two chiefs were reviewers; what they see holds no result.
    if (answer.ok) expect(answer.data.candidates).toEqual([]);
    else expect(answer.error.code).toBe('NOT_YOURS');
    expect(JSON.stringify(answer)).not.toContain('"score":89');
  });

  test.each([
    'secretary',
    'official',
    'bannerOfficial',
    'supervisor',
  ])('a %s of a candidate’s household sees no line before it is signed, and signs none', async (person) => {
    await yearBehind(world);
    await world.ok('secretary', 'evaluation.grade', HERE);
    for (const one of ['worker', person]) world.change('people', one, { household: 'h9' });
    const view = await world.ok(person, 'evaluation.open', HERE);
    expect(view).toMatchObject({ candidates: [], barred: 'involved', may: [] });
    expect(view).not.toHaveProperty('list');
    expect(await world.documents('accesses')).toEqual([]);
    world.change('evaluations', EVALUATION, { state: 'signed' });
    expect((await world.ok(person, 'evaluation.open', HERE)).candidates).toHaveLength(2);
  });

  test('whom to name: everybody who serves, then residents', async () => {
    await world.cloud.store.bulkInsert('people', crowd(1200));
    await world.moveClock(DECEMBER);
    const { possible = [] } = await world.ok('secretary', 'evaluation.open', {});
    expect(possible.map(({ person }) => person)).toEqual(expect.arrayContaining(['chief', 'worker']));
    expect(possible.filter(({ role }) => role === 'resident')).toHaveLength(200);
  });

  test('a single answer travels nowhere', async () => {
    await yearBehind(world, { said: ['unsatisfied', 'satisfied'] });
    await world.ok('secretary', 'evaluation.grade', HERE);
    const text = JSON.stringify(await world.ok('secretary', 'evaluation.open', HERE));
    expect(text).not.toContain('satisfied');
    // Two answers are fewer than five: no figure that would tell who said what.
    const { candidates } = await evaluationIn(world);
    expect(candidates.find(({ person }) => person === 'worker')?.residents).toEqual({ n: 2 });
  });

  test('while marks are collected nobody sees a figure', async () => {
    await beginYear(world);
    const view = await world.ok('secretary', 'evaluation.open', HERE);
    expect(view).toMatchObject({
      state: 'collecting',
      may: ['begin', 'exempt'],
      waits: ['survey', 'reviews', 'books'],
    });
    for (const { score, grade, points, residents, review } of view.candidates)
      expect(
        [score, grade, points.score, residents.score, review.score].every((one) => one === undefined),
      ).toBe(true);
  });
});

/** Residents whose ids come before everybody's. */
function crowd(size: number) {
  return Array.from({ length: size }, (_, n) => ({
    _id: `a${n}`,
    name: `居民${n}`,
    openid: `openid-a${n}`,
    posts: [],
    desks: [],
    area: GRID,
    areaPath: '一社',
    household: `ha${n}`,
  }));
}
