import type { Notice } from '../../domain/notice/notice';
import { evaluationIn, HERE, seenBy, signedYear, yearBehind } from './evaluation.stage';
import { startWorld, type World } from './world';

const TEXT = '七月渠水漫路那几天的走访没有算进去';

describe('evaluation.appeal', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const appeal = { ...HERE, text: TEXT };

  test('freezes the whole village’s result until it is answered', async () => {
    const until = await signedYear(world);
    await world.ok('worker', 'evaluation.appeal', appeal);
    const asked = (await world.documents<Notice>('notices')).filter(({ kind }) => kind === 'appeal-asked');
    expect(asked.map(({ to }) => to)).toEqual(['supervisor']);
    // What it says is read on the page, never on a phone that lies on a table.
    expect(JSON.stringify(asked)).not.toContain(TEXT);
    await world.moveClock(until + 3_600_000);
    expect(await world.runTimer('evaluation')).toMatchObject({ data: { final: 0 } });
    expect((await evaluationIn(world)).state).toBe('signed');
  });

  test('once, by a candidate, in time', async () => {
    await yearBehind(world);
    expect((await world.refused('worker', 'evaluation.appeal', appeal)).code).toBe('NOT_YOURS');
    await world.ok('secretary', 'evaluation.grade', HERE);
    expect((await world.refused('worker', 'evaluation.appeal', appeal)).code).toBe('NOT_NOW');
    const { appealUntil } = await world.ok('secretary', 'evaluation.sign', await seenBy(world, 'secretary'));
    expect((await world.refused('chief', 'evaluation.appeal', appeal)).code).toBe('NOT_YOURS');
    expect((await world.ok('worker', 'evaluation.open', HERE)).may).toEqual(['appeal']);
    await world.ok('worker', 'evaluation.appeal', appeal);
    expect((await world.ok('worker', 'evaluation.open', HERE)).may).toEqual([]);
    expect((await world.refused('worker', 'evaluation.appeal', appeal)).code).toBe('NOT_NOW');
    await world.moveClock(appealUntil);
    expect((await world.refused('colleague', 'evaluation.appeal', appeal)).code).toBe('NOT_NOW');
  });

  test('to the end of the last day', async () => {
    const until = await signedYear(world);
    await world.moveClock(until - 600_000);
    await world.ok('worker', 'evaluation.appeal', appeal);
  });
});
