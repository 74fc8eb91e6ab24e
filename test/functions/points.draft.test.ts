import { DEFAULT_RULES } from '../../domain/points/defaults';
import type { RuleVersion } from '../../domain/points/rule';
import { draftedAt } from './points.stage';
import { startWorld, type World } from './world';

const { rules, scheme } = DEFAULT_RULES;
const DRAFT = { version: '2027.1', rules, scheme };

describe('points.draft', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('holds nowhere, and may be written anew until it is enabled', async () => {
    await world.ok('admin', 'points.draft', DRAFT);
    await world.ok('admin', 'points.draft', { ...DRAFT, rules: rules.slice(0, 3) });
    const [stored] = await world.documents<RuleVersion>('rules');
    expect(stored).toMatchObject({ _id: '2027.1', draftedBy: { person: 'admin' } });
    expect(stored?.rules).toHaveLength(3);
    expect(stored?.from).toBeUndefined();
    await world.ok('bannerOfficial', 'points.enable', {
      version: '2027.1',
      draftedAt: await draftedAt(world),
      from: '2027-01',
    });
    expect(await world.refused('admin', 'points.draft', DRAFT)).toMatchObject({
      code: 'NOT_NOW',
      path: 'version',
    });
  });

  test('the defaults stay what they are', async () => {
    expect(await world.refused('admin', 'points.draft', { ...DRAFT, version: 'default.1' })).toMatchObject({
      code: 'NOT_NOW',
      path: 'version',
    });
  });

  test.each([
    ['an automatic deduction', { id: 'coverage', amount: -1 }, 'rules.0.amount'],
    ['a hand without a limit', { id: 'merit', cap: undefined }, 'rules.8.cap'],
    ['a household that loses points', { id: 'courtyard', amount: -3 }, 'rules.14.amount'],
  ])('%s is refused with the field’s path, and nothing is kept', async (_what, { id, ...change }, path) => {
    const changed = rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));
    expect(await world.refused('admin', 'points.draft', { ...DRAFT, rules: changed })).toMatchObject({
      code: 'BAD_INPUT',
      path,
    });
    expect(await world.documents('rules')).toEqual([]);
  });
});
