import type { Notice } from '../../domain/notice/notice';
import { DAY } from '../../domain/time/shanghai';
import { entry, householdBook } from '../domain/books';
import { YEAR } from '../domain/evaluations';
import { NOW, VILLAGE } from './people';
import { AGREED, namesSeenBy, published, rolled, SAY } from './roll.stage';
import { startWorld, type World } from './world';

const RESIDENT = '苏雅拉';

describe('roll.consent', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await rolled(world);
  });
  afterEach(() => world.stop());

  test('a resident sees the name when two stand for it and its owner agrees, until the day that was said', async () => {
    await world.ok('chief', 'roll.recommend', SAY);
    const until = NOW + 10 * DAY;
    expect(await world.ok('worker', 'roll.consent', { ...AGREED, until })).toMatchObject({ shown: false });
    expect(await namesSeenBy(world, 'resident')).toEqual([]);
    await world.ok('secretary', 'roll.recommend', SAY);
    expect(await namesSeenBy(world, 'resident')).toEqual(['刘志强']);
    await world.moveClock(until);
    expect(await namesSeenBy(world, 'resident')).toEqual([]);
  });

  test('only the person themselves, to the wording that is shown, for a year at most', async () => {
    await published(world);
    expect(await world.refused('w1', 'roll.consent', AGREED)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.refused('resident', 'roll.consent', AGREED)).toMatchObject({ code: 'NOT_FOUND' });
    const input = { ...AGREED, version: '2020-01' };
    expect(await world.refused('worker', 'roll.consent', input)).toMatchObject({ path: 'version' });
    const long = { ...AGREED, until: NOW + 400 * DAY };
    expect(await world.refused('worker', 'roll.consent', long)).toMatchObject({
      code: 'BAD_INPUT',
      path: 'until',
    });
  });

  test('nothing is agreed to before somebody recommends', async () => {
    expect(await world.refused('worker', 'roll.consent', AGREED)).toMatchObject({ code: 'NOT_NOW' });
    expect((await world.ok('worker', 'roll.open', { village: VILLAGE })).top[0]?.may).toEqual([]);
  });

  test('an appeal that opens hides the name while it is open', async () => {
    await published(world);
    const appeal = { at: NOW, text: '少算了两户' };
    const [{ candidates, _id }] = (await world.documents<{ _id: string; candidates: object[] }>(
      'evaluations',
    )) as [{ _id: string; candidates: object[] }];
    world.change('evaluations', _id, {
      candidates: candidates.map((one, n) => (n === 3 ? { ...one, appeal } : one)),
    });
    expect(await namesSeenBy(world, 'resident')).toEqual([]);
  });

  test('of a household: whoever lives there is asked and agrees; the list says no closer than the grid', async () => {
    const books = Array.from({ length: 10 }, (_, n) => householdBook(`h${n + 1}`, [entry('a', 30 - n)]));
    await world.cloud.store.bulkInsert(
      'books',
      books.map((book) => ({ ...book })),
    );
    world.change('rounds', 'roll-household-2025', { done: 0, after: '' });
    await world.runTimer('roll');
    const roll = { village: VILLAGE, year: YEAR, subjects: 'household' as const };
    const say = { ...roll, subject: 'h1', honour: '清洁户', text: '院子天天扫' };
    await world.ok('chief', 'roll.recommend', say);
    await world.ok('secretary', 'roll.recommend', say);
    const asked = (await world.documents<Notice>('notices')).filter(({ kind }) => kind === 'honour-asked');
    expect(asked.map(({ to }) => to)).toEqual(['resident']);
    const mine = await world.ok('resident', 'roll.open', {});
    expect(mine).toMatchObject({ subjects: 'household', top: [{ mine: true, may: ['consent'] }] });
    const agreed = { ...roll, until: AGREED.until, version: AGREED.version };
    expect(await world.refused('neighbour', 'roll.consent', agreed)).toMatchObject({ code: 'NOT_FOUND' });
    await world.ok('resident', 'roll.consent', agreed);
    expect((await world.ok('neighbour', 'roll.public', {})).names).toMatchObject([
      {
        // Of whoever agreed: the head of the household was not asked.
        name: RESIDENT,
        honour: '清洁户',
        subjects: 'household',
        areaPath: '锡尼镇·胜利村委会·第1网格',
      },
    ]);
    // A household that takes part no longer, or that its speaker left, is named no longer.
    const names = async () => (await world.ok('neighbour', 'roll.public', {})).names.map(({ name }) => name);
    world.change('books', 'household.h1_2025', { leftAt: NOW });
    expect(await names()).toEqual([]);
    world.change('books', 'household.h1_2025', { leftAt: NOW, joined: undefined });
    const [book] = books;
    await world.cloud.store.bulkInsert('books', [{ ...book, _id: 'household.h1_2026', year: '2026' }]);
    expect(await names()).toEqual([RESIDENT]);
    await world.ok('resident', 'household.leave', {});
    expect(await names()).toEqual([]);
    expect((await world.ok('secretary', 'roll.open', { subjects: 'household' })).top[0]?.waits).toEqual([
      'left',
    ]);
  });
});
