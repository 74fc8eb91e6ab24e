import type { Area } from '../../domain/area/area';
import type { Household } from '../../domain/household/household';
import { caseload, type Person } from '../../domain/person/person';
import { GRID } from './people';
import { startWorld, type World } from './world';

describe('registry.end and registry.merge', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const people = async () => new Map((await world.documents<Person>('people')).map((one) => [one._id, one]));
  const household = async (id: string) =>
    (await world.documents<Household>('households')).find(({ _id }) => _id === id)!;
  const counted = async () =>
    (await world.documents<Area>('areas')).find(({ _id }) => _id === GRID)!.households;

  test('a household that moved away ends: its link ends and stays, it is counted no longer', async () => {
    const id = world.newId();
    const input = { household: 'h1', why: 'moved-away' as const };
    const { endedAt } = await world.ok('secretary', 'registry.end', input, id);
    expect(await world.ok('secretary', 'registry.end', input, id)).toMatchObject({ endedAt });
    expect(await household('h1')).toMatchObject({ ended: { at: endedAt, why: 'moved-away' } });
    const worker = (await people()).get('worker')!;
    expect(caseload(worker, endedAt)).not.toContain('h1');
    expect(worker.links!.find(({ household: one }) => one === 'h1')).toMatchObject({ to: endedAt });
    expect(await counted()).toBe(23);
    expect(await world.refused('secretary', 'registry.end', input)).toMatchObject({ code: 'NOT_NOW' });
    expect(
      await world.refused('secretary', 'registry.move', { household: 'h1', area: '150625100208002' }),
    ).toMatchObject({
      code: 'NOT_NOW',
    });
  });

  test('two entries of one household become one: residents go along', async () => {
    await world.ok('secretary', 'registry.merge', { household: 'h1', into: 'h13' });
    expect(await household('h1')).toMatchObject({ ended: { why: 'merged', into: 'h13' } });
    const known = await people();
    expect(known.get('resident')).toMatchObject({ household: 'h13' });
    expect(caseload(known.get('worker')!, world.cloud.clock.now())).toHaveLength(11);
    expect(caseload(known.get('colleague')!, world.cloud.clock.now())).toHaveLength(12);
    expect(await counted()).toBe(23);
  });

  test('two clerks who merge two households into each other at once do not both land', async () => {
    const pairs = Array.from({ length: 5 }, (_, n) => [`h${n + 1}`, `h${n + 13}`] as const);
    for (const [one, other] of pairs) {
      const answers = await Promise.all([
        world.call('secretary', 'registry.merge', { household: one, into: other }),
        world.call('secretary', 'registry.merge', { household: other, into: one }),
      ]);
      const ended = [await household(one), await household(other)].filter((some) => some.ended);
      expect(ended.length).toBeLessThan(2);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(ended.length);
    }
  });

  test('into itself, into nothing, into what has ended, or by the next village is refused', async () => {
    expect(await world.refused('secretary', 'registry.merge', { household: 'h1', into: 'h1' })).toMatchObject(
      {
        path: 'into',
      },
    );
    expect(
      await world.refused('secretary', 'registry.merge', { household: 'h1', into: 'h99' }),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
    await world.ok('secretary', 'registry.end', { household: 'h2', why: 'died-out' });
    expect(await world.refused('secretary', 'registry.merge', { household: 'h1', into: 'h2' })).toMatchObject(
      {
        code: 'NOT_NOW',
        path: 'into',
      },
    );
    expect(
      await world.refused('farSecretary', 'registry.end', { household: 'h1', why: 'died-out' }),
    ).toMatchObject({ code: 'NOT_YOURS' });
    expect((await household('h1')).ended).toBeUndefined();
  });
});
