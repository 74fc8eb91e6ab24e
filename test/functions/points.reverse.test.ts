import {
  ACCOUNT,
  approved,
  bookOf,
  entry,
  HOME,
  heard,
  joined,
  LAPSE,
  planted,
  timeToSpeak,
} from './points.stage';
import { startWorld, type World } from './world';

const TEXT = { text: '同一件事记了两次', heard: '他说记重了' };

describe('points.reverse', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const reverse = (cause: string) => ({ account: ACCOUNT, year: '2026', cause, ...TEXT });

  test('one linked entry restores the sum; the first one stays where it was', async () => {
    const cause = await approved(world);
    await approved(world, { amount: 3 });
    const { ask } = await world.ok('chief', 'points.reverse', reverse(cause));
    expect((await bookOf(world)).total).toBe(8);
    await timeToSpeak(world);
    const done = await world.ok('secretary', 'points.approve', { account: ACCOUNT, year: '2026', ask });
    const { entries, total } = await bookOf(world);
    expect(total).toBe(3);
    expect(entries[cause]).toMatchObject({ amount: 5, reversedBy: done.cause });
    expect(entries[done.cause]).toMatchObject({ amount: -5, reverses: cause, text: TEXT.text });
    expect((await heard(world, 'worker'))[0]).toBe('entry-booked');
  });

  test('never twice: not while it waits, not once it is done, and not the undoing itself', async () => {
    const cause = await approved(world);
    const { ask } = await world.ok('chief', 'points.reverse', reverse(cause));
    const late = { code: 'NOT_NOW', path: 'cause' };
    expect(await world.refused('official', 'points.reverse', reverse(cause))).toMatchObject(late);
    await timeToSpeak(world);
    const done = await world.ok('secretary', 'points.approve', { account: ACCOUNT, year: '2026', ask });
    expect(await world.refused('chief', 'points.reverse', reverse(cause))).toMatchObject(late);
    expect(await world.refused('chief', 'points.reverse', reverse(done.cause))).toMatchObject(late);
  });

  test('whoever loses points by it is heard; a deduction is taken back without', async () => {
    const good = await approved(world);
    const { heard: _, ...unheard } = reverse(good);
    expect(await world.refused('chief', 'points.reverse', unheard)).toMatchObject({
      code: 'BAD_INPUT',
      path: 'heard',
    });
    const bad = await approved(world, LAPSE);
    await world.ok('chief', 'points.reverse', { ...unheard, cause: bad });
  });

  test('what the clock has booked can be taken back, by who looks after the worker', async () => {
    await planted(world, { entries: { 'coverage-2026-W40': entry() } });
    expect(await world.refused('farSecretary', 'points.reverse', reverse('coverage-2026-W40'))).toMatchObject(
      {
        code: 'NOT_YOURS',
      },
    );
    expect(await world.refused('chief', 'points.reverse', reverse('coverage-2026-W41'))).toMatchObject({
      code: 'NOT_FOUND',
      path: 'cause',
    });
    await world.ok('secretary', 'points.reverse', reverse('coverage-2026-W40'));
  });

  test('an exchange comes back through the shop only, and spent points not at all', async () => {
    const spent = entry({
      cause: 'order-o1',
      rule: 'exchange',
      amount: -4,
      evidence: { kind: 'order', id: 'o1' },
    });
    const given = entry({
      cause: 'ask-a1',
      rule: 'volunteer',
      amount: 5,
      evidence: { kind: 'ask', id: 'a1' },
    });
    await joined(world, { entries: { [spent.cause]: spent, [given.cause]: given } });
    const home = { account: HOME, year: '2026', ...TEXT };
    expect(await world.refused('chief', 'points.reverse', { ...home, cause: 'order-o1' })).toMatchObject({
      path: 'cause',
    });
    const { ask } = await world.ok('chief', 'points.reverse', { ...home, cause: 'ask-a1' });
    await timeToSpeak(world);
    expect(
      await world.refused('secretary', 'points.approve', { account: HOME, year: '2026', ask }),
    ).toMatchObject({ code: 'NOT_NOW', path: 'amount' });
    expect((await bookOf(world, HOME)).total).toBe(1);
  });

  test('a household’s of a closed year: its balance has moved on, which is what is said, at asking already', async () => {
    const given = entry({ cause: 'ask-a1', rule: 'volunteer', evidence: { kind: 'ask', id: 'a1' } });
    await joined(world, { year: '2025', entries: { 'ask-a1': given }, closed: { at: 1, total: 0 } });
    const answer = await world.refused('chief', 'points.reverse', {
      account: HOME,
      year: '2025',
      cause: 'ask-a1',
      ...TEXT,
    });
    expect(answer).toMatchObject({ code: 'NOT_NOW', path: 'year' });
    expect(answer.message.zh).toContain('余额转到下一年了');
    const { may } = await world.ok('chief', 'points.book', { account: HOME, year: '2025' });
    expect(may.reverse).toBe(false);
    expect((await bookOf(world, HOME, '2025')).asks).toEqual([]);
  });
});
