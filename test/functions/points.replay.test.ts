import type { PointsBook } from '../../domain/points/book';
import { NOW, VILLAGE } from './people';
import { ACCOUNT, approved, bookOf, settled, timeToSpeak } from './points.stage';
import { startWorld, type World } from './world';

const INPUT = { village: VILLAGE, year: '2026' };

describe('points.replay', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await approved(world);
    await settled(world);
    await closed();
  });
  afterEach(() => world.stop());

  /** As the year's closing leaves the books. */
  const closed = async () => {
    for (const { _id, total } of await world.documents<PointsBook>('books'))
      world.change('books', _id, { closed: { at: NOW, total } });
  };

  test('ranks nobody before the year is closed', async () => {
    const book = await bookOf(world);
    world.change('books', book._id, { closed: undefined });
    expect(await world.refused('secretary', 'points.replay', INPUT)).toMatchObject({
      code: 'NOT_NOW',
      path: 'year',
    });
  });

  test('the raw records give the same list and the same hash as the books', async () => {
    const answer = await world.ok('secretary', 'points.replay', INPUT);
    expect(answer).toMatchObject({
      same: true,
      lines: [
        { rank: 1, account: ACCOUNT, total: 11 },
        { rank: 2, account: 'worker.colleague', total: 0 },
      ],
    });
    expect(answer.hash).toMatch(/^[a-f0-9]{64}$/);
    expect((await world.ok('supervisor', 'points.replay', INPUT)).hash).toBe(answer.hash);
  });

  test('a book that somebody reached into is found out', async () => {
    const { hash } = await world.ok('secretary', 'points.replay', INPUT);
    const { _id, entries, total } = await bookOf(world);
    const [cause, entry] = Object.entries(entries).find(([, { rule }]) => rule === 'meetings')!;
    world.change('books', _id, {
      entries: { ...entries, [cause]: { ...entry, amount: 40 } },
      total: total + 36,
    });
    const answer = await world.ok('secretary', 'points.replay', INPUT);
    expect([answer.same, answer.hash]).toEqual([false, hash]);
    expect(answer.kept).not.toBe(hash);
  });

  test('a correction that two people signed counts on both sides', async () => {
    const entry = Object.values((await bookOf(world)).entries).find(({ rule }) => rule === 'meetings')!;
    const { account, ask } = await world.ok('chief', 'points.reverse', {
      account: ACCOUNT,
      year: '2026',
      cause: entry.cause,
      text: '两户是电话联系的',
      heard: '他说记错了',
    });
    await timeToSpeak(world);
    await world.ok('secretary', 'points.approve', { account, year: '2026', ask });
    const answer = await world.ok('secretary', 'points.replay', INPUT);
    expect([answer.same, answer.lines[0]?.total]).toEqual([true, 7]);
  });

  test('for who evaluates this village only', async () => {
    expect(await world.refused('farSecretary', 'points.replay', INPUT)).toMatchObject({
      code: 'NOT_YOURS',
      path: 'village',
    });
  });
});
