import { accountOf } from '../../domain/points/account';
import { settlesAt } from '../../domain/points/calendar';
import type { Access } from '../../domain/registry/access';
import { VILLAGE } from './people';
import { ACCOUNT, also, approved, asked, entry, HOME, joined, planted } from './points.stage';
import { startWorld, type World } from './world';

describe('points.book', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('every number opens: newest entry first, each with the words of its own version', async () => {
    await planted(world, { entries: { 'coverage-2026-W40': entry() }, settled: '2026-10' });
    const cause = await approved(world);
    const book = await world.ok('worker', 'points.book', {});
    expect(book).toMatchObject({
      account: ACCOUNT,
      year: '2026',
      years: ['2026'],
      total: 7,
      settled: '2026-10',
      may: { award: [], reverse: false },
    });
    expect(book.entries.map((one) => one.cause)).toEqual([cause, 'coverage-2026-W40']);
    expect(book.rules['default.1 coverage']?.text.zh).toContain('该联系的户都联系到');
    expect(book.rules['default.1 merit']?.name.zh).toBe('突出贡献');
    expect(book.nextAt).toBe(settlesAt('2026-11'));
    expect(await world.documents('accesses')).toEqual([]);
  });

  test('who loses points sees what is asked, before it is booked', async () => {
    await asked(world, { rule: 'lapse', amount: -5, text: '假记录', heard: '他说不是' });
    const { asks } = await world.ok('worker', 'points.book', {});
    expect(asks).toMatchObject([{ amount: -5, text: '假记录', heard: '他说不是', by: { name: '王海' } }]);
  });

  test('other years stand beside', async () => {
    await planted(world, { year: '2025', closed: { at: 1, total: 0 } });
    await planted(world);
    const book = await world.ok('worker', 'points.book', { year: '2025' });
    expect([book.years, book.closedAt]).toEqual([['2026', '2025'], 1]);
    const late = await world.ok('secretary', 'points.book', { account: ACCOUNT, year: '2025' });
    expect(late.may.award).not.toEqual([]);
    const long = await world.ok('secretary', 'points.book', { account: ACCOUNT, year: '2024' });
    expect(long.may.award).toEqual([]);
  });

  test('who evaluates sees it, and the look is written down; nobody else does', async () => {
    await approved(world);
    for (const person of ['secretary', 'official', 'bannerOfficial', 'supervisor'])
      expect(await world.ok(person, 'points.book', { account: ACCOUNT })).toMatchObject({ total: 5 });
    expect(await world.documents<Access>('accesses')).toMatchObject(
      ['secretary', 'official', 'bannerOfficial', 'supervisor'].map((person) => ({
        what: 'points',
        area: VILLAGE,
        by: { person },
        count: 1,
      })),
    );
    for (const person of ['chief', 'colleague', 'neighbour', 'resident', 'farSecretary', 'handler', 'admin'])
      expect(await world.refused(person, 'points.book', { account: ACCOUNT })).toMatchObject({
        code: 'NOT_YOURS',
        path: 'account',
      });
  });

  test('a household’s is its own and its counter’s affair', async () => {
    await joined(world, { total: 3 });
    for (const person of ['resident', 'chief', 'secretary'])
      expect(await world.ok(person, 'points.book', { account: HOME })).toMatchObject({ total: 3 });
    for (const person of ['neighbour', 'worker', 'official', 'supervisor', 'farChief'])
      expect(await world.refused(person, 'points.book', { account: HOME })).toMatchObject({
        code: 'NOT_YOURS',
      });
  });

  test('an organisation’s is its desk’s; the desk above may add to it', async () => {
    const account = accountOf('organisation', VILLAGE);
    expect(await world.ok('secretary', 'points.book', {})).toMatchObject({ account, total: 0, entries: [] });
    const { may } = await world.ok('official', 'points.book', { account: ACCOUNT });
    expect(may.award.map(({ id }) => id)).toEqual(['merit', 'lapse']);
    expect(may.reverse).toBe(true);
    expect((await world.ok('supervisor', 'points.book', { account: ACCOUNT })).may).toEqual({
      award: [],
      reverse: false,
    });
  });

  test('who has no account is told so', async () => {
    expect(await world.refused('chief', 'points.book', {})).toMatchObject({
      code: 'NOT_FOUND',
      path: 'account',
    });
    await also(world, 'chief', { _id: 'both', household: 'h5' });
    expect(await world.ok('both', 'points.book', {})).toMatchObject({ account: 'household.h5' });
  });
});
