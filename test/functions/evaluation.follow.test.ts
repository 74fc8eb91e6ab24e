import { createHash } from 'node:crypto';
import { listText } from '../../domain/evaluation/final';
import type { Notice } from '../../domain/notice/notice';
import { DAY } from '../../domain/time/shanghai';
import { beginYear, DECEMBER, evaluationIn, HERE, signedYear } from './evaluation.stage';
import { startWorld, type World } from './world';

describe('the evaluation’s timer', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('makes final what is due, with the hash of its list; two at once do it once', async () => {
    const until = await signedYear(world);
    await world.moveClock(until - DAY);
    await world.runTimer('evaluation');
    expect((await evaluationIn(world)).state).toBe('signed');
    await world.moveClock(until);
    const { rev } = await evaluationIn(world);
    await Promise.all([1, 2].map(() => world.runTimer('evaluation')));
    const after = await evaluationIn(world);
    expect(after).toMatchObject({ state: 'final', rev: rev + 1 });
    expect(after).not.toHaveProperty('nextAt');
    expect(after.hash).toBe(createHash('sha256').update(listText(after)).digest('hex'));
    expect((await world.ok('secretary', 'evaluation.open', HERE)).may).toEqual(['export']);
  });

  test('reminds once, a week on, who has marks still to give', async () => {
    await beginYear(world);
    const marks = ['worker', 'colleague'].map((person) => ({ person, mark: 'good' as const }));
    await world.ok('chief', 'evaluation.review', { ...HERE, marks });
    await world.ok('neighbour', 'evaluation.review', { ...HERE, marks: marks.slice(1) });
    const asked = async () =>
      (await world.documents<Notice>('notices'))
        .filter(({ _id }) => _id.includes('review-reminded'))
        .map(({ to }) => to)
        .sort();
    await world.moveClock(DECEMBER + 6 * DAY);
    await world.runTimer('evaluation');
    expect(await asked()).toEqual([]);
    await world.moveClock(DECEMBER + 8 * DAY);
    await world.runTimer('evaluation');
    expect(await asked()).toEqual(['besideChief', 'neighbour']);
    // Reviewers named afterwards are asked, and nobody is reminded again.
    const reviewers = ['chief', 'besideChief', 'neighbour', 'resident'];
    await world.ok('secretary', 'evaluation.begin', { ...HERE, reviewers });
    await world.moveClock(DECEMBER + 20 * DAY);
    expect(await world.runTimer('evaluation')).toMatchObject({ data: { reminded: 0, failed: 0 } });
    expect(await asked()).toEqual(['besideChief', 'neighbour']);
  });

  test('asks the supervisors again about what is open, every five working days, until it is answered', async () => {
    await signedYear(world);
    await world.ok('worker', 'evaluation.appeal', { ...HERE, text: '少算了' });
    const asked = async () =>
      (await world.documents<Notice>('notices')).filter(({ kind }) => kind === 'appeal-asked').length;
    for (const times of [2, 3]) {
      await world.runTimer('evaluation');
      expect(await asked()).toBe(times - 1);
      await world.moveClock((await evaluationIn(world)).nextAt!);
      await world.runTimer('evaluation');
      expect(await asked()).toBe(times);
    }
    expect(await world.runTimer('audit')).toMatchObject({ data: { appeals: 0 } });
    await world.moveClock(world.cloud.clock.now() + 20 * DAY);
    // Open for too long, and the clock has not come by.
    expect(await world.runTimer('audit')).toMatchObject({ data: { appeals: 2 } });
    await world.ok('supervisor', 'evaluation.decide', {
      ...HERE,
      person: 'worker',
      upheld: false,
      text: '核过',
    });
    await world.runTimer('evaluation');
    expect((await evaluationIn(world)).state).toBe('final');
    expect(await world.runTimer('audit')).toMatchObject({ data: { appeals: 0 } });
  });
});
