import { deskKey } from '../../domain/person/person';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { BANNER } from './people';
import { also, approved, asked, bookOf, draftedAt } from './points.stage';
import { startWorld, type World } from './world';

const { rules, scheme } = DEFAULT_RULES;
const DRAFT = { version: '2027.1', rules, scheme };

describe('points.enable', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('by an official of the banner, from a month that has not begun', async () => {
    await world.ok('admin', 'points.draft', DRAFT);
    const read = await draftedAt(world);
    const from = (month: string) => ({ version: '2027.1', draftedAt: read, from: month });
    expect(await world.refused('official', 'points.enable', from('2026-12'))).toMatchObject({
      code: 'NOT_YOURS',
    });
    for (const month of ['2026-11', '2026-10', '2025-12'])
      expect(await world.refused('bannerOfficial', 'points.enable', from(month))).toMatchObject({
        code: 'BAD_INPUT',
        path: 'from',
      });
    await world.ok('bannerOfficial', 'points.enable', from('2026-12'));
    expect(await world.refused('bannerOfficial', 'points.enable', from('2027-01'))).toMatchObject({
      code: 'NOT_NOW',
      path: 'version',
    });
  });

  test('never by who drafted it, whatever posts they have', async () => {
    await also(world, 'admin', {
      _id: 'both',
      posts: (['admin', 'official'] as const).map((role) => ({ role, area: BANNER, areaPath: '' })),
      desks: [deskKey('admin', BANNER), deskKey('official', BANNER)],
    });
    await world.ok('both', 'points.draft', DRAFT);
    expect(
      await world.refused('both', 'points.enable', {
        version: '2027.1',
        draftedAt: await draftedAt(world),
        from: '2027-01',
      }),
    ).toMatchObject({
      code: 'NOT_YOURS',
      path: 'version',
    });
  });

  test('what was read is what begins: a draft saved anew in between is read again first', async () => {
    await world.ok('admin', 'points.draft', DRAFT);
    const read = await draftedAt(world);
    await world.moveClock(world.cloud.clock.now() + 60_000);
    await world.ok('admin', 'points.draft', { ...DRAFT, rules: rules.slice(0, 3) });
    const enable = (at: number) => ({ version: '2027.1', draftedAt: at, from: '2027-01' });
    expect(await world.refused('bannerOfficial', 'points.enable', enable(read))).toMatchObject({
      code: 'NOT_NOW',
      path: 'version',
    });
    await world.ok('bannerOfficial', 'points.enable', enable(await draftedAt(world)));
  });

  test('one version a month, and only one that was drafted', async () => {
    for (const version of ['2027.1', '2027.2'])
      await world.ok('admin', 'points.draft', { ...DRAFT, version });
    const january = async (version: string) => ({
      version,
      draftedAt: await draftedAt(world, version),
      from: '2027-01',
    });
    await world.ok('bannerOfficial', 'points.enable', await january('2027.1'));
    expect(await world.refused('bannerOfficial', 'points.enable', await january('2027.2'))).toMatchObject({
      code: 'NOT_NOW',
      path: 'from',
    });
    expect(await world.refused('bannerOfficial', 'points.enable', await january('none.1'))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('changes nothing that was asked or booked before', async () => {
    const cause = await approved(world, { amount: 10 });
    const waiting = await asked(world, { amount: 10 });
    const stingy = rules.map((rule) => (rule.id === 'merit' ? { ...rule, amount: 1 } : rule));
    await world.ok('admin', 'points.draft', { ...DRAFT, rules: stingy });
    await world.ok('bannerOfficial', 'points.enable', {
      version: '2027.1',
      draftedAt: await draftedAt(world),
      from: '2026-12',
    });
    await world.moveClock(world.cloud.clock.now() + 20 * 86_400_000);
    await world.ok('secretary', 'points.approve', waiting);
    const { entries, total } = await bookOf(world);
    expect([total, entries[cause]?.amount]).toEqual([20, 10]);
    const input = { account: waiting.account, rule: 'merit', amount: 2, text: '又一件' };
    expect(await world.refused('chief', 'points.award', input)).toMatchObject({ path: 'amount' });
  });
});
