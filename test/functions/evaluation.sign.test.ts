import type { Notice } from '../../domain/notice/notice';
import { atShanghai } from '../../domain/time/shanghai';
import { bookOfYear, evaluationIn, HERE, seenBy, signedYear, yearBehind } from './evaluation.stage';
import { startWorld, type World } from './world';

describe('evaluation.sign', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('makes the result, tells each person, and gives ten working days', async () => {
    // Monday the 18th: the tenth working day after it is Monday, 1 February, to its end.
    expect(await signedYear(world)).toBe(atShanghai('2027-02-02'));
    expect(await evaluationIn(world)).toMatchObject({ state: 'signed', signedBy: { person: 'secretary' } });
    const told = (await world.documents<Notice>('notices')).filter(({ kind }) => kind === 'result-told');
    expect(told.map(({ to }) => to).sort()).toEqual(['colleague', 'worker']);
  });

  test('nobody is told a result before it is signed', async () => {
    await yearBehind(world);
    await world.ok('secretary', 'evaluation.grade', HERE);
    const { candidates, may } = await world.ok('worker', 'evaluation.open', HERE);
    expect([candidates, may]).toEqual([[], []]);
    expect(await world.documents('notices')).toEqual([]);
    await world.ok('secretary', 'evaluation.sign', await seenBy(world, 'secretary'));
    expect((await world.ok('worker', 'evaluation.open', HERE)).candidates).toMatchObject([
      { person: 'worker' },
    ]);
  });

  test('not before grading, not twice, not by who is kin of somebody graded', async () => {
    await yearBehind(world);
    const unseen = { ...HERE, list: 'a1'.repeat(32) };
    expect((await world.refused('secretary', 'evaluation.sign', unseen)).code).toBe('NOT_NOW');
    await world.ok('secretary', 'evaluation.grade', HERE);
    const seen = await seenBy(world, 'secretary');
    world.change('people', 'secretary', { household: 'h9' });
    world.change('people', 'worker', { household: 'h9' });
    expect((await world.refused('secretary', 'evaluation.sign', seen)).code).toBe('NOT_YOURS');
    const id = world.newId();
    const first = await world.ok('official', 'evaluation.sign', seen, id);
    expect(await world.ok('official', 'evaluation.sign', seen, id)).toEqual(first);
    expect((await world.refused('official', 'evaluation.sign', seen)).code).toBe('NOT_NOW');
    expect((await evaluationIn(world)).signedBy?.person).toBe('official');
  });

  test('what was seen and nothing else: counted anew meanwhile, it must be looked at again', async () => {
    await yearBehind(world);
    await world.ok('secretary', 'evaluation.grade', HERE);
    const before = await seenBy(world, 'secretary');
    world.change('books', bookOfYear('colleague', 0)._id, { total: 90 });
    await world.ok('secretary', 'evaluation.grade', HERE);
    expect(await world.refused('secretary', 'evaluation.sign', before)).toMatchObject({
      code: 'CONFLICT',
      path: 'list',
    });
    expect((await evaluationIn(world)).state).toBe('graded');
    await world.ok('secretary', 'evaluation.sign', await seenBy(world, 'secretary'));
  });

  test('not by somebody who is graded and has become secretary meanwhile', async () => {
    await yearBehind(world);
    await world.ok('secretary', 'evaluation.grade', HERE);
    const seen = await seenBy(world, 'secretary');
    const posts = [{ role: 'secretary', area: HERE.village, areaPath: '锡尼镇·胜利村委会' }];
    world.change('people', 'worker', { posts, desks: [`secretary@${HERE.village}`] });
    expect((await world.refused('worker', 'evaluation.sign', seen)).code).toBe('NOT_YOURS');
  });
});
