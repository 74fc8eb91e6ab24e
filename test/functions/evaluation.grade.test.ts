import { atShanghai } from '../../domain/time/shanghai';
import { bookOfYear, evaluationIn, HERE, seenBy, YEAR, yearBehind } from './evaluation.stage';
import { VILLAGE } from './people';
import { startWorld, type World } from './world';

describe('evaluation.grade', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const candidate = async (id: string) =>
    (await evaluationIn(world)).candidates.find(({ person }) => person === id)!;

  test('counts points 40, residents 30, review 30; a part with too few answers leaves its weight to the others', async () => {
    await yearBehind(world);
    expect(await world.ok('secretary', 'evaluation.grade', HERE)).toMatchObject({
      state: 'graded',
      graded: 2,
    });
    // 135 of 150 points; 8 × 100, 70 and 0 of ten households are 87, to the nearest ten; 100, 80, 80 of three reviewers.
    expect(await candidate('worker')).toMatchObject({
      name: '刘志强',
      months: 12,
      points: { total: 135, full: 150, score: 90 },
      residents: { n: 5, score: 90 },
      review: { n: 3, score: 86.7 },
      score: 89,
      grade: 'good',
    });
    // Nobody answered about 乌云: 40 × 40 and 86.7 × 30 of 70.
    const colleague = await candidate('colleague');
    expect(colleague).toMatchObject({
      residents: { n: 0 },
      points: { score: 40 },
      score: 60,
      grade: 'basic',
    });
    expect(colleague.residents).not.toHaveProperty('score');
  });

  test('is seven reads and one write besides the session, whatever the village’s size', async () => {
    await yearBehind(world);
    await world.token('secretary');
    await world.resetUsage();
    await world.ok('secretary', 'evaluation.grade', HERE);
    expect(await world.usage()).toMatchObject({ calls: 1, reads: 7, writes: 1 });
  });

  test('in the year in which points began here, only the months since are measured', async () => {
    await yearBehind(world, { totals: { worker: 60, colleague: 60 } });
    await world.cloud.store.bulkInsert('settlings', [{ _id: VILLAGE, since: '2026-07' }]);
    await world.ok('secretary', 'evaluation.grade', HERE);
    expect((await candidate('worker')).points).toEqual({ total: 60, full: 75, n: 0, counted: 6, score: 80 });
  });

  test('may be done again until it is signed, and gives the same', async () => {
    await yearBehind(world);
    await world.ok('secretary', 'evaluation.grade', HERE);
    const first = (await evaluationIn(world)).candidates;
    await world.ok('secretary', 'evaluation.grade', HERE);
    expect((await evaluationIn(world)).candidates).toEqual(first);
    await world.ok('secretary', 'evaluation.sign', await seenBy(world, 'secretary'));
    expect((await world.refused('secretary', 'evaluation.grade', HERE)).code).toBe('NOT_NOW');
  });

  test('waits for the survey, the marks and the closed books, and says which', async () => {
    await yearBehind(world, { marks: ['good', 'fair'], totals: { worker: 135 } });
    await world.moveClock(atShanghai('2027-01-14 12:00'));
    expect(await world.refused('secretary', 'evaluation.grade', HERE)).toMatchObject({
      code: 'NOT_NOW',
      path: 'survey',
    });
    await world.moveClock(atShanghai('2027-01-18 10:00'));
    const { closed: _, ...open } = bookOfYear('colleague', 60);
    await world.cloud.store.bulkInsert('books', [{ ...open }]);
    expect(await world.refused('secretary', 'evaluation.grade', HERE)).toMatchObject({
      code: 'NOT_NOW',
      path: 'books',
    });
    world.change('books', open._id, { closed: { at: world.cloud.clock.now(), total: 60 } });
    world.change('evaluations', `${HERE.village}_${YEAR}`, { begunAt: atShanghai('2027-01-10') });
    expect(await world.refused('secretary', 'evaluation.grade', HERE)).toMatchObject({
      code: 'NOT_NOW',
      path: 'reviews',
    });
    expect((await world.ok('secretary', 'evaluation.open', HERE)).waits).toEqual(['reviews']);
    // A fortnight after it began nobody waits for a reviewer any longer; too few marks are no part.
    await world.moveClock(atShanghai('2027-01-24 10:00'));
    await world.ok('secretary', 'evaluation.grade', HERE);
    const { review } = await candidate('worker');
    expect(review).toEqual({ n: 2 });
  });

  test('somebody on leave or new is not graded; the registry says so by itself', async () => {
    await yearBehind(world);
    const links = [{ household: 'h13', from: atShanghai('2026-11-01') }];
    world.change('people', 'colleague', { links });
    world.change('people', 'worker', {
      leaves: [{ from: atShanghai('2026-02-01'), to: atShanghai('2026-12-20') }],
    });
    expect(await world.ok('secretary', 'evaluation.grade', HERE)).toMatchObject({ graded: 0 });
    expect(await candidate('colleague')).toMatchObject({ months: 2, exempt: { why: 'newcomer' } });
    expect(await candidate('worker')).toMatchObject({ exempt: { why: 'leave' } });
    expect(await candidate('worker')).not.toHaveProperty('grade');
  });

  test('a book that is not there is waited for, unless the person is not graded anyhow', async () => {
    await yearBehind(world, { totals: { worker: 135 } });
    expect(await world.refused('secretary', 'evaluation.grade', HERE)).toMatchObject({
      code: 'NOT_NOW',
      path: 'books',
    });
    const links = [{ household: 'h13', from: atShanghai('2026-11-01') }];
    world.change('people', 'colleague', { links });
    await world.ok('secretary', 'evaluation.grade', HERE);
    expect(await candidate('colleague')).toMatchObject({ exempt: { why: 'newcomer' }, points: { n: 0 } });
  });

  test('who has moved keeps the points and the answers of where they served', async () => {
    await yearBehind(world);
    world.change('books', bookOfYear('worker', 0)._id, { area: '150625100209' });
    for (let n = 1; n <= 11; n += 1) world.change('households', `h${n}`, { area: '150625100209001' });
    await world.ok('secretary', 'evaluation.grade', HERE);
    expect(await candidate('worker')).toMatchObject({ points: { total: 135 }, residents: { score: 90 } });
  });

  test('points alone grade nobody', async () => {
    await yearBehind(world, {
      marks: [],
      said: ['satisfied'],
      change: { begunAt: atShanghai('2026-12-20') },
    });
    await world.ok('secretary', 'evaluation.grade', HERE);
    expect(await candidate('worker')).toMatchObject({ points: { score: 90 }, exempt: { why: 'too-few' } });
    expect(await candidate('worker')).not.toHaveProperty('score');
  });

  test('not by who does not lead it', async () => {
    await yearBehind(world);
    for (const other of ['official', 'farSecretary'])
      expect((await world.refused(other, 'evaluation.grade', HERE)).code).toBe('NOT_YOURS');
  });
});
