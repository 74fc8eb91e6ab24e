import { DAY } from '../../domain/time/shanghai';
import { asking, change } from './household.stage';
import { GRID, NOW } from './people';
import { startWorld, type World } from './world';

describe('home.open', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.ok('worker', 'contact.save', {
      entries: [{ household: 'h3', channel: 'home', inPerson: true, at: NOW }],
    });
    await world.ok('resident', 'problem.report', { category: 'road', text: '渠边的路又陡又窄' });
  });
  afterAll(() => world.stop());

  test('a worker sees the own households, who is still to be contacted first', async () => {
    const home = await world.ok('worker', 'home.open', {});
    if (home.as !== 'worker') throw new Error(home.as);
    expect(home.week).toBe('2026-W48');
    expect(home.counts).toEqual({ week: '2026-W48', due: 12, reached: 1, met: 1 });
    expect(home.households).toHaveLength(12);
    expect(home.households.at(-1)).toMatchObject({
      id: 'h3',
      standing: { state: 'met', metThisMonth: true },
    });
  });

  test('a resident sees the own problems and the own grid worker', async () => {
    const home = await world.ok('resident', 'home.open', {});
    expect(home).toMatchObject({
      as: 'resident',
      worker: { name: '刘志强', phone: '19900000001' },
      problems: [{ status: 'reported', holder: { role: 'chief', name: '王海', areaName: '第1网格' } }],
    });
  });

  test('a chief sees what waits on the desk, unread notices, and the grid’s coverage', async () => {
    const home = await world.ok('chief', 'home.open', {});
    expect(home).toMatchObject({
      as: 'chief',
      unread: 1,
      notices: [{ kind: 'new', title: { zh: '新的道路问题' } }],
      desk: [{ category: 'road', deadline: { kind: 'accept', at: expect.any(Number) } }],
      coverage: [{ area: { code: GRID }, due: 24, reached: 1, met: 1 }],
    });
  });

  test('a secretary and an official see the coverage of the areas below them', async () => {
    const secretary = await world.ok('secretary', 'home.open', {});
    const official = await world.ok('official', 'home.open', {});
    if (!('coverage' in secretary) || !('coverage' in official)) throw new Error('no coverage');
    expect(secretary.coverage.map((row) => [row.area.name, row.due, row.reached])).toEqual([
      ['第1网格', 24, 1],
      ['第2网格', 0, 0],
    ]);
    expect(official.coverage.map((row) => [row.area.name, row.due, row.met])).toEqual([
      ['胜利村委会', 24, 1],
      ['广丰村委会', 0, 0],
    ]);
  });

  test('who asked to be called comes first; open problems and who waits to be bound are counted', async () => {
    await world.ok('neighbour', 'household.callMe', { text: '想问问医保' });
    await asking(world, 'stranger', 'h5');
    const home = await world.ok('worker', 'home.open', {});
    if (home.as !== 'worker') throw new Error(home.as);
    const card = (id: string) => home.households.find((one) => one.id === id);
    expect(home.households[0]).toMatchObject({
      id: 'h2',
      callAsked: { name: '巴图', text: '想问问医保', at: expect.any(Number) },
      problems: 0,
    });
    expect(card('h1')).toMatchObject({ problems: 1, asks: 0 });
    expect(card('h5')).toMatchObject({ problems: 0, asks: 1 });
  });

  test('a problem that is closed is counted no longer', async () => {
    const { problem } = await world.ok('neighbour', 'problem.report', { category: 'water', text: '水管漏' });
    const open = async () => {
      const home = await world.ok('worker', 'home.open', {});
      return home.as === 'worker' && home.households.find((one) => one.id === 'h2')?.problems;
    };
    expect(await open()).toBe(1);
    await world.ok('neighbour', 'problem.withdraw', { problem });
    expect(await open()).toBe(0);
  });

  test('a resident sees the worker’s photo by an address that opens for a while', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const put = { kind: 'photo', type: 'image/png', base64: png } as const;
    const { file } = await world.ok('worker', 'media.put', put);
    await change(world, 'people', 'worker', { photo: file });
    const home = await world.ok('resident', 'home.open', {});
    if (home.as !== 'resident') throw new Error(home.as);
    expect(home.household).toEqual({ id: 'h1', head: '户主1' });
    const photo = await fetch(home.worker!.photo!);
    expect(photo.status).toBe(200);
    await change(world, 'people', 'worker', {}, { photo: '' });
  });

  test('costs one call and at most four reads, for every role', async () => {
    for (const person of [
      'worker',
      'resident',
      'chief',
      'secretary',
      'official',
      'bannerOfficial',
      'supervisor',
    ]) {
      await world.token(person);
      await world.resetUsage();
      await world.ok(person, 'home.open', {});
      const usage = await world.usage();
      expect([person, usage.calls, usage.writes]).toEqual([person, 1, 0]);
      expect(usage.reads).toBeLessThanOrEqual(4);
    }
  });

  test('a worker’s home with fifteen households that all want something is at most 20 KB', async () => {
    const small = await startWorld();
    try {
      const name = '阿拉坦其其格·Naranbaatar-ochirkhuyag';
      expect([...name]).toHaveLength(30);
      for (let n = 1; n <= 15; n += 1) {
        await change(small, 'households', `h${n}`, {
          head: name,
          address: '伊和乌素苏木阿门其日格嘎查二社渠南第3户'.repeat(2),
          winter: '冬营盘：巴音恩格尔湖北岸第2户',
          callAsked: { at: NOW - 1000, by: { person: 'x', name }, text: '水'.repeat(200) },
        });
      }
      const links = Array.from({ length: 15 }, (_, n) => ({ household: `h${n + 1}`, from: 0 }));
      await change(small, 'people', 'worker', { links });
      const home = await small.ok('worker', 'home.open', {});
      expect(home.as === 'worker' && home.households).toHaveLength(15);
      const bytes = Buffer.byteLength(JSON.stringify({ ok: true, data: home }));
      expect(bytes).toBeLessThanOrEqual(20 * 1024);
      console.info(`home of 15 households: ${bytes} bytes`);
    } finally {
      await small.stop();
    }
  });

  test('a role that one does not have is not opened', async () => {
    expect(await world.refused('worker', 'home.open', { as: 'chief' })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'as',
    });
  });

  test('a new week starts with everybody due again', async () => {
    await world.moveClock(NOW + 7 * DAY);
    const home = await world.ok('worker', 'home.open', {});
    expect(home).toMatchObject({ week: '2026-W49', counts: { due: 12, reached: 0, met: 0 } });
  });
});
