import { createHash } from 'node:crypto';
import { listText } from '../../domain/evaluation/final';
import type { Notice } from '../../domain/notice/notice';
import { atShanghai, DAY } from '../../domain/time/shanghai';
import { beginYear, DECEMBER, evaluationIn, HERE, seenBy, signedYear, yearBehind } from './evaluation.stage';
import { VILLAGE } from './people';
import { startWorld, type World } from './world';

const stepsAsked = async (world: World) =>
  (await world.documents<Notice>('notices'))
    .filter(({ kind }) => kind.startsWith('evaluation-'))
    .map(({ kind, to, facts }) => [kind, to, 'step' in facts ? facts.step : undefined])
    .sort();

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

  test('asks who leads a village that has not begun, each time once, and the township when it is late', async () => {
    await world.cloud.store.bulkInsert('settlings', [
      { _id: VILLAGE, since: '2026-03' },
      // Points begin here with the new year: nothing to look back on.
      { _id: '150625100211', since: '2027-01' },
    ]);
    await world.moveClock(atShanghai('2026-12-04 08:00'));
    await world.runTimer('evaluation');
    expect(await stepsAsked(world)).toEqual([]);
    await world.moveClock(atShanghai('2026-12-05 08:00'));
    await Promise.all([1, 2].map(() => world.runTimer('evaluation')));
    await world.runTimer('evaluation');
    expect(await stepsAsked(world)).toEqual([['evaluation-due', 'secretary', 'begin']]);
    // Nobody fired for two months: it is asked once, not for every time that was missed.
    await world.moveClock(atShanghai('2027-03-01 08:00'));
    expect(await world.runTimer('evaluation')).toMatchObject({ data: { asked: 2 } });
    expect(await stepsAsked(world)).toEqual([
      ['evaluation-due', 'secretary', 'begin'],
      ['evaluation-due', 'secretary', 'begin'],
      ['evaluation-late', 'official', 'begin'],
    ]);
    expect(await world.runTimer('audit')).toMatchObject({ data: { unevaluated: 0 } });
    await world.moveClock(atShanghai('2027-04-01 08:00'));
    expect(await world.runTimer('audit')).toMatchObject({ data: { unevaluated: 1 } });
  });

  test('asks who leads to grade when residents and reviewers have had their time, then to sign, week by week', async () => {
    await yearBehind(world);
    await world.runTimer('evaluation');
    expect(await stepsAsked(world)).toEqual([]);
    expect((await evaluationIn(world)).nextAt).toBe(atShanghai('2027-01-18'));
    await world.runTimer('evaluation');
    expect(await stepsAsked(world)).toEqual([['evaluation-due', 'secretary', 'grade']]);
    await world.ok('secretary', 'evaluation.grade', HERE);
    await world.runTimer('evaluation');
    const steps = async () => (await stepsAsked(world)).map(([, , step]) => step);
    expect(await steps()).toEqual(['grade']);
    for (const weeks of [1, 2]) {
      await world.moveClock((await evaluationIn(world)).nextAt!);
      await world.runTimer('evaluation');
      expect(await steps()).toEqual(['grade', ...Array<string>(weeks).fill('sign')]);
    }
    await world.ok('secretary', 'evaluation.sign', await seenBy(world, 'secretary'));
    await world.moveClock(world.cloud.clock.now() + 8 * DAY);
    await world.runTimer('evaluation');
    expect(await steps()).toEqual(['grade', 'sign', 'sign']);
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
