import { DEFAULT_RULES } from '../../domain/points/defaults';
import type { RuleVersion } from '../../domain/points/rule';
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
    await world.ok('bannerOfficial', 'points.enable', { version: '2027.1', from: '2027-01' });
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
});
