import type { Notice } from '../../domain/notice/notice';
import { HOUR } from '../../domain/time/shanghai';
import { entry } from '../domain/books';
import { bookOfYear, evaluationIn, HERE, REVIEWERS, signedYear } from './evaluation.stage';
import { startWorld, type World } from './world';

describe('evaluation.decide', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const appealed = async (options: Parameters<typeof signedYear>[1] = {}) => {
    const until = await signedYear(world, options);
    await world.ok('worker', 'evaluation.appeal', { ...HERE, text: '少算了' });
    return until;
  };
  const verdict = { ...HERE, person: 'worker', upheld: true, text: '七月的走访应当计入', score: 91.25 };
  const candidate = async () =>
    (await evaluationIn(world)).candidates.find(({ person }) => person === 'worker')!;

  test('upheld: score and grade set anew, what they were stays beside it, person and signer are told', async () => {
    await appealed();
    await world.ok('supervisor', 'evaluation.decide', verdict);
    expect(await candidate()).toMatchObject({
      score: 91.3,
      grade: 'excellent',
      appeal: { answer: { upheld: true, by: { person: 'supervisor' }, was: { score: 89, grade: 'good' } } },
    });
    const told = (await world.documents<Notice>('notices')).filter(({ kind }) => kind === 'appeal-answered');
    expect(told.map(({ to }) => to).sort()).toEqual(['secretary', 'worker']);
    expect((await world.ok('worker', 'evaluation.open', HERE)).candidates).toMatchObject([{ score: 91.3 }]);
  });

  test('not upheld: the result stands', async () => {
    await appealed();
    await world.ok('supervisor', 'evaluation.decide', {
      ...HERE,
      person: 'worker',
      upheld: false,
      text: '核过',
    });
    expect(await candidate()).toMatchObject({
      score: 89,
      grade: 'good',
      appeal: { answer: { upheld: false } },
    });
  });

  test('decided after the day, it becomes final with the next firing; before it, not until the day', async () => {
    const until = await appealed();
    await world.ok('supervisor', 'evaluation.decide', verdict);
    await world.runTimer('evaluation');
    expect((await evaluationIn(world)).state).toBe('signed');
    await world.ok('colleague', 'evaluation.appeal', { ...HERE, text: '我也少算了' });
    await world.moveClock(until + 24 * HOUR);
    await world.runTimer('evaluation');
    expect((await evaluationIn(world)).state).toBe('signed');
    await world.ok('supervisor', 'evaluation.decide', { ...verdict, person: 'colleague', score: 70 });
    await world.runTimer('evaluation');
    expect(await evaluationIn(world)).toMatchObject({
      state: 'final',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('upheld as not to be graded: neither score nor grade any longer', async () => {
    await appealed();
    const { score: _, ...rest } = verdict;
    await world.ok('supervisor', 'evaluation.decide', { ...rest, exempt: 'leave' });
    const { exempt, appeal, ...after } = await candidate();
    expect([exempt?.why, appeal?.answer?.was?.grade]).toEqual(['leave', 'good']);
    expect(after).not.toHaveProperty('score');
    expect(after).not.toHaveProperty('grade');
  });

  test('upheld needs a score; nothing is decided twice or without an appeal', async () => {
    await appealed();
    const { score: _, ...without } = verdict;
    expect(await world.refused('supervisor', 'evaluation.decide', without)).toMatchObject({
      code: 'BAD_INPUT',
      path: 'score',
    });
    const none = { ...verdict, person: 'colleague' };
    expect((await world.refused('supervisor', 'evaluation.decide', none)).code).toBe('NOT_NOW');
    await world.ok('supervisor', 'evaluation.decide', verdict);
    expect((await world.refused('supervisor', 'evaluation.decide', verdict)).code).toBe('NOT_NOW');
  });

  test('nobody is worse off for having appealed', async () => {
    await appealed();
    expect(await world.refused('supervisor', 'evaluation.decide', { ...verdict, score: 88.9 })).toMatchObject(
      {
        code: 'BAD_INPUT',
        path: 'score',
      },
    );
    await world.ok('supervisor', 'evaluation.decide', { ...verdict, score: 89 });
  });

  test('not by a supervisor who signed points of the person', async () => {
    await appealed();
    const by = { person: 'supervisor', name: '那仁' };
    const signed = { ...entry('ask-1', 2), approvedBy: by };
    world.change('books', bookOfYear('worker', 0)._id, { entries: { [signed.cause]: signed } });
    expect((await world.refused('supervisor', 'evaluation.decide', verdict)).code).toBe('NOT_YOURS');
    expect((await world.ok('supervisor', 'evaluation.appeals', {})).appeals).toMatchObject([
      { barred: 'involved' },
    ]);
  });

  test('not by a supervisor who was a reviewer or is of the family', async () => {
    await appealed({
      change: { reviewers: [...REVIEWERS, { person: 'supervisor', name: '那仁' }] },
    });
    expect((await world.refused('supervisor', 'evaluation.decide', verdict)).code).toBe('NOT_YOURS');
    expect((await world.ok('supervisor', 'evaluation.appeals', {})).appeals).toMatchObject([
      { barred: 'involved' },
    ]);
    world.change('evaluations', `${HERE.village}_${HERE.year}`, { reviewers: REVIEWERS });
    world.change('people', 'supervisor', { household: 'h9' });
    world.change('people', 'worker', { household: 'h9' });
    expect((await world.refused('supervisor', 'evaluation.decide', verdict)).code).toBe('NOT_YOURS');
  });

  test('ten answers at once decide once', async () => {
    await appealed();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => world.call('supervisor', 'evaluation.decide', verdict)),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
