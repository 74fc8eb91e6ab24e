import { GRID } from './people';
import { also, asked, joined } from './points.stage';
import { startWorld, type World } from './world';

describe('points.asks', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const waits = async (person: string) =>
    (await world.ok(person, 'points.asks', {})).asks.map(({ ask, barred }) => [ask.id, barred]);

  test('what waits for the second signature, at the nearest desk only, oldest first', async () => {
    const one = await asked(world);
    const two = await asked(world, { account: 'worker.colleague', amount: 2 });
    expect(await waits('secretary')).toEqual([
      [one.ask, undefined],
      [two.ask, undefined],
    ]);
    expect(await waits('chief')).toEqual([
      [one.ask, 'author'],
      [two.ask, 'author'],
    ]);
    for (const person of ['farSecretary', 'farChief', 'besideChief', 'official', 'bannerOfficial'])
      expect(await waits(person)).toEqual([]);
  });

  test('shows who, what for, by which rule; nothing once it is answered', async () => {
    const one = await asked(world);
    const { asks } = await world.ok('secretary', 'points.asks', {});
    expect(asks).toMatchObject([
      {
        account: 'worker.worker',
        year: '2026',
        kind: 'worker',
        name: '刘志强',
        rule: { name: { zh: '突出贡献' } },
        ask: { amount: 5, text: '夜里救火，救出两户的羊', recused: [], photos: [] },
      },
    ]);
    await world.ok('secretary', 'points.approve', one);
    expect(await waits('secretary')).toEqual([]);
  });

  test('somebody of the family sees that it is not for them', async () => {
    await joined(world);
    const { ask } = await asked(world, { account: 'household.h1', rule: 'volunteer' });
    await also(world, 'secretary', { _id: 'deputy' });
    world.change('people', 'secretary', { household: 'h1' });
    expect(await waits('deputy')).toEqual([[ask, undefined]]);
    // Their own account: it does not even stand at their desk.
    expect(await waits('secretary')).toEqual([]);
  });

  test('says of whom one may write, by which rules, and nobody’s score', async () => {
    const writes = async (person: string) => (await world.ok(person, 'points.asks', {})).writes;
    const [workers] = await writes('chief');
    expect(workers).toMatchObject({ kind: 'worker', rules: [{ id: 'merit' }, { id: 'lapse' }] });
    expect(workers?.accounts.map((one) => Object.keys(one).sort())).toEqual(
      Array(2).fill(['account', 'areaPath', 'name']),
    );
    expect(workers?.accounts.map(({ name }) => name)).toEqual(['刘志强', '乌云']);
    expect(await writes('besideChief')).toEqual([]);
    // The default rules have nothing that a person could write for an organisation.
    expect(await writes('official')).toEqual([]);
    // Who is also a worker writes nothing of their own.
    await also(world, 'chief', { _id: 'both' });
    world.change('people', 'both', {
      posts: [...['chief', 'worker'].map((role) => ({ role, area: GRID, areaPath: '' }))],
      desks: [`chief@${GRID}`, `worker@${GRID}`],
    });
    const [others] = await writes('both');
    expect(others?.accounts.map(({ account }) => account)).not.toContain('worker.both');
  });
});
