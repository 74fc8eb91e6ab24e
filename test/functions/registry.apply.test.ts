import type { Area } from '../../domain/area/area';
import type { Household } from '../../domain/household/household';
import { caseload, type Person } from '../../domain/person/person';
import type { Import } from '../../domain/registry/import';
import { MINUTE } from '../../domain/time/shanghai';
import { NOW } from './people';
import { registryOf, send, VILLAGE, villageSheets, workbookOf } from './registry.stage';
import { startWorld, type World } from './world';

const SIZE = { grids: 25, workersPerGrid: 10, householdsPerWorker: 12 };
const GRID = '150625100208101';

/** 3,000 rows on a machine that does other things, too. */
jest.setTimeout(240_000);

describe('registry.apply', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const faults = (method: 'POST' | 'DELETE', body?: object) =>
    fetch(`${world.cloud.url}/_local/faults`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const areas = async () => new Map((await world.documents<Area>('areas')).map((area) => [area._id, area]));
  const applied = async (content: Buffer) => {
    const id = await send(world, content);
    return world.ok('admin', 'registry.apply', { import: id });
  };

  test('3,000 households are written once, with links and counts; the same file again changes nothing', async () => {
    const content = await workbookOf(villageSheets(SIZE));
    await world.resetUsage();
    expect(await applied(content)).toMatchObject({ state: 'done', done: 3300, of: 3300 });
    // 25 grids, 275 people and 3,000 households in batches, then the counts of 25 grids and three areas above.
    expect((await world.usage()).writes).toBeLessThan(60);
    const people = await world.documents<Person>('people');
    const worker = people.find(({ _id }) => _id === `w${GRID}-0`)!;
    expect(worker).toMatchObject({
      name: '额尔德尼·巴特尔',
      phone: '19900000002',
      area: GRID,
      areaPath: '锡尼镇·胜利村委会·第101网格',
      desks: [`worker@${GRID}`],
    });
    expect(caseload(worker, world.cloud.clock.now())).toHaveLength(12);
    expect(await world.documents<Household>('households')).toContainEqual({
      _id: `h${GRID}-0`,
      rev: 0,
      applied: [],
      outbox: [],
      area: GRID,
      head: '乌云其木格',
      members: 1,
      address: '二社 渠南第0户',
      winter: '沙窝子，冬营地10公里',
    });
    const counted = await areas();
    expect([GRID, VILLAGE, '150625100', '150625'].map((code) => counted.get(code)?.households)).toEqual([
      120, 3024, 3024, 3024,
    ]);
    const before = await registryOf(world);
    expect(await applied(content)).toMatchObject({ state: 'done', done: 0, of: 0 });
    expect(await registryOf(world)).toBe(before);
  });

  test('while one row is wrong nothing is written', async () => {
    const sheets = villageSheets({ grids: 2, workersPerGrid: 1, householdsPerWorker: 2 });
    sheets.households[4]![3] = '0';
    const before = await registryOf(world);
    const id = await send(world, await workbookOf(sheets));
    expect(await world.refused('admin', 'registry.apply', { import: id })).toMatchObject({
      code: 'NOT_NOW',
      path: 'import',
    });
    expect(await registryOf(world)).toBe(before);
  });

  test('what differs is written and nothing else: openid, links, invite, words and applied commands stay', async () => {
    await world.ok('worker', 'contact.save', {
      entries: [{ household: 'h1', channel: 'phone', inPerson: false, at: NOW }],
    });
    const sheets = villageSheets({ grids: 0, workersPerGrid: 0, householdsPerWorker: 0 });
    sheets.people.push(['worker', '刘志强·新', '', '网格员', '150625100208001', '']);
    sheets.households.push(
      ['h1', '150625100208001', '新户主', '4', '', '一社1号', '', 'worker'],
      ['h2', '150625100208001', '户主乙', '3', '', '一社2号', '', ''],
    );
    const worker = (await world.documents<Person>('people')).find(({ _id }) => _id === 'worker')!;
    const invite = { code: 'ABCDEFGH', until: NOW, by: 'worker' };
    await world.cloud.store.modify('households', {
      filter: { _id: 'h1' },
      data: { $set: { invite } },
      multi: false,
      merge: true,
      upsert: false,
    });
    expect(await applied(await workbookOf(sheets))).toMatchObject({ state: 'done', of: 3 });
    const people = await world.documents<Person>('people');
    expect(people.find(({ _id }) => _id === 'worker')).toEqual({ ...worker, name: '刘志强·新' });
    const [first] = (await world.documents<Household>('households')).filter(({ _id }) => _id === 'h1');
    expect(first).toMatchObject({ head: '新户主', members: 4, phone: '19900001234', rev: 1, invite });
  });

  test('an import that lost answers of the database goes on until it is whole, and is whole once', async () => {
    const size = { grids: 3, workersPerGrid: 3, householdsPerWorker: 12 };
    const content = await workbookOf(villageSheets(size));
    const id = await send(world, content);
    await world.token('admin');
    await faults('POST', { service: 'database', kind: 'drop', rate: 0.15 });
    // Chance may spare a whole run: the first answers are lost for certain.
    await faults('POST', { service: 'database', kind: 'drop', rate: 1, times: 3 });
    let failed = 0;
    for (let tries = 0; tries < 60; tries += 1) {
      const answer = await world.call('admin', 'registry.apply', { import: id }).catch(() => null);
      if (answer?.ok && answer.data.state === 'done') break;
      failed += 1;
      // A run that died holds the import for two minutes at most.
      await world.moveClock(world.cloud.clock.now() + 3 * MINUTE);
    }
    await faults('DELETE');
    expect(failed).toBeGreaterThan(0);
    await world.ok('admin', 'registry.apply', { import: id });
    expect(await world.documents('households')).toHaveLength(108 + 24);
    const workers = (await world.documents<Person>('people')).filter(({ _id }) => _id.startsWith('w1506'));
    expect(workers.map(({ links }) => links?.length)).toEqual(Array(9).fill(12));
    const counted = await areas();
    expect(counted.get(GRID)?.households).toBe(36);
    expect(counted.get('150625')?.households).toBe(132);
  });

  test('killed in the middle, the timer goes on; rows written by then are not written again', async () => {
    const content = await workbookOf(
      villageSheets({ grids: 10, workersPerGrid: 5, householdsPerWorker: 12 }),
    );
    const id = await send(world, content);
    await world.token('admin');
    // The fourth write fails: grids and some households stand, people do not.
    await faults('POST', { service: 'database', kind: 'delay', rate: 1, ms: 5 });
    const run = world.call('admin', 'registry.apply', { import: id }).catch(() => null);
    await until(async () => (await world.documents('households')).length > 24);
    await faults('POST', { service: 'database', kind: 'fail', rate: 1 });
    await run;
    await faults('DELETE');
    const half = await world.documents<Import>('imports');
    expect(half).toMatchObject([{ state: 'applying' }]);
    const standing = (await world.documents<Household>('households')).length;
    expect(standing).toBeGreaterThan(24);
    await world.moveClock(world.cloud.clock.now() + 3 * MINUTE);
    expect(await world.runTimer('registry')).toEqual({ ok: true, data: { left: 1, done: 1 } });
    expect(await world.documents<Import>('imports')).toMatchObject([
      { state: 'done', done: 670, total: 670 },
    ]);
    expect(await world.documents('households')).toHaveLength(624);
    const people = await world.documents<Person>('people');
    expect(people.filter(({ _id }) => _id.startsWith('w1506')).map(({ links }) => links?.length)).toEqual(
      Array(50).fill(12),
    );
    expect((await areas()).get('150625')?.households).toBe(624);
    expect(await world.runTimer('registry')).toEqual({ ok: true, data: { left: 0, done: 0 } });
  });

  test('nobody but the administrator may send or apply a file', async () => {
    for (const person of ['secretary', 'official', 'worker'])
      expect(await world.refused(person, 'registry.apply', { import: 'a'.repeat(64) })).toMatchObject({
        code: 'FORBIDDEN',
      });
  });
});

async function until(met: () => Promise<boolean>): Promise<void> {
  while (!(await met())) await new Promise((resolve) => setTimeout(resolve, 2));
}
