import type { PointsBook } from '../../domain/points/book';
import { settlesAt } from '../../domain/points/calendar';
import { DAY, HOUR } from '../../domain/time/shanghai';
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

  test('months before points began in the village are not told anew', async () => {
    const [sheet] = await world.documents<{ _id: string; rollup: string[] }>('sheets');
    const text = JSON.stringify({ ...sheet, _id: 'worker_2026-W42' }).replaceAll('2026-W48', '2026-W42');
    world.cloud.store.insert('sheets', [JSON.parse(text)]);
    expect((await world.ok('secretary', 'points.replay', INPUT)).same).toBe(true);
    world.change('settlings', VILLAGE, { since: '2026-01' });
    expect((await world.ok('secretary', 'points.replay', INPUT)).same).toBe(false);
  });

  test('what was taken back in time leaves its cap in the list that is told anew, too', async () => {
    const fact = {
      area: VILLAGE,
      list: 'member',
      owner: { person: 'secretary' },
      source: { kind: 'problem' },
    };
    const done = { ...fact, responsible: { person: 'worker' }, timeline: [], status: 'done' };
    const deed = (_id: string, at: number) => ({ ...done, _id, endedAt: at, dueAt: at });
    const december = settlesAt('2026-11') + DAY;
    const deeds = Array.from({ length: 5 }, (_, n) => deed(`n${n}`, NOW + n));
    world.cloud.store.insert('deeds', [...deeds, deed('d0', december), deed('d1', december + 1)]);
    for (const name of ['books', 'settlings']) world.cloud.store.remove(name, {}, true);
    await world.runTimer('settle');
    const { account, ask } = await world.ok('chief', 'points.reverse', {
      account: ACCOUNT,
      year: '2026',
      cause: 'deed-n0',
      text: '不是他办的',
      heard: '他说记错了',
    });
    await timeToSpeak(world);
    await world.ok('secretary', 'points.approve', { account, year: '2026', ask });
    await world.moveClock(settlesAt('2026-12') + HOUR);
    await world.runTimer('settle');
    await closed();
    const { entries } = await bookOf(world);
    expect(['deed-d0', 'deed-d1'].map((cause) => entries[cause]?.amount)).toEqual([3, 0]);
    expect((await world.ok('supervisor', 'points.replay', INPUT)).same).toBe(true);
  });

  test('for who evaluates this village only', async () => {
    expect(await world.refused('farSecretary', 'points.replay', INPUT)).toMatchObject({
      code: 'NOT_YOURS',
      path: 'village',
    });
  });
});
