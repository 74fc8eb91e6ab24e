import type { Notice } from '../../domain/notice/notice';
import { atShanghai } from '../../domain/time/shanghai';
import { evaluationIn, HERE, signedYear, yearBehind } from './evaluation.stage';
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
    await world.ok('secretary', 'evaluation.sign', HERE);
    expect((await world.ok('worker', 'evaluation.open', HERE)).candidates).toMatchObject([
      { person: 'worker' },
    ]);
  });

  test('not before grading, not twice, not by who is kin of somebody graded', async () => {
    await yearBehind(world);
    expect((await world.refused('secretary', 'evaluation.sign', HERE)).code).toBe('NOT_NOW');
    await world.ok('secretary', 'evaluation.grade', HERE);
    world.change('people', 'secretary', { household: 'h9' });
    world.change('people', 'worker', { household: 'h9' });
    expect((await world.refused('secretary', 'evaluation.sign', HERE)).code).toBe('NOT_YOURS');
    const id = world.newId();
    const first = await world.ok('official', 'evaluation.sign', HERE, id);
    expect(await world.ok('official', 'evaluation.sign', HERE, id)).toEqual(first);
    expect((await world.refused('official', 'evaluation.sign', HERE)).code).toBe('NOT_NOW');
    expect((await evaluationIn(world)).signedBy?.person).toBe('official');
  });
});
