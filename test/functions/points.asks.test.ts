import type { EntryAsk } from '../../domain/points/ask';
import { newBook } from '../../domain/points/book';
import { GRID, NOW, VILLAGE } from './people';
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

  test('page by page, none lost or doubled at their edges, while others are answered; no more reads than pages', async () => {
    const by = { person: 'chief', name: '王海' };
    const most = 1_005;
    const books = Array.from({ length: most }, (_, n) => {
      const id = `w${String(n).padStart(4, '0')}`;
      const owner = { account: `worker.${id}`, year: '2026', area: VILLAGE, areaPath: '', grid: GRID };
      // Several of one moment.
      const ask: EntryAsk = {
        ...{ id: `a-${id}`, kind: 'award', rule: 'merit', version: 'default.1', amount: 1 },
        ...{ at: NOW + (n % 97), by, text: '救火', photos: [], recused: [] },
      };
      return { ...newBook({ ...owner, name: id }), asks: [ask], waiting: [VILLAGE] };
    });
    await world.cloud.store.bulkInsert('books', books);
    const seen: string[] = [];
    let last = 0;
    for (let after: string | undefined, pages = 0; pages === 0 || after !== undefined; pages += 1) {
      if (pages === 1) await world.resetUsage();
      const page = await world.ok('secretary', 'points.asks', after === undefined ? {} : { after });
      if (pages === 1) expect((await world.usage()).reads).toBeLessThan(8);
      for (const { account, year, ask } of page.asks) {
        expect(ask.at).toBeGreaterThanOrEqual(last);
        last = ask.at;
        seen.push(ask.id);
        if (seen.length % 200 === 0)
          await world.ok('secretary', 'points.approve', { account, year, ask: ask.id });
      }
      expect(page.writes.length > 0).toBe(pages === 0);
      after = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([most, most]);
    expect(await world.refused('secretary', 'points.asks', { after: 'x' })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'after',
    });
  }, 120_000);

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
