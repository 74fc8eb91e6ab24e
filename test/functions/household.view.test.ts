import { weekSpan } from '../../domain/time/period';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { asking, bound, change, invited } from './household.stage';
import { NOW } from './people';
import { startWorld, type World } from './world';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

describe('household.view', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    const { file } = await world.ok('worker', 'media.put', {
      kind: 'photo',
      type: 'image/png',
      base64: PNG,
    });
    const at = NOW - DAY;
    await world.ok('worker', 'contact.save', {
      entries: [
        { household: 'h3', channel: 'home', inPerson: true, at, note: '羊圈修好了', photos: [file] },
        { household: 'h4', channel: 'phone', inPerson: false, at, note: '别家的话' },
      ],
    });
    await world.ok('worker', 'problem.report', {
      category: 'water',
      text: '井水浑',
      household: 'h3',
      consented: true,
    });
    await bound(world, 'one');
    await asking(world, 'two');
    // Handed over on Monday at noon.
    await change(world, 'people', 'worker', { links: [{ household: 'h3', from: 0, to: NOW + HOUR }] });
    await change(world, 'people', 'colleague', { links: [{ household: 'h3', from: NOW + HOUR }] });
    await world.moveClock(NOW + 2 * HOUR);
    await world.ok('colleague', 'contact.save', {
      entries: [{ household: 'h3', channel: 'phone', inPerson: false, at: NOW + 2 * HOUR }],
    });
  });
  afterAll(() => world.stop());

  const view = (person: string) => world.ok(person, 'household.view', { household: 'h3' });

  test('its new worker sees what earlier ones did, with their names', async () => {
    const { contacts, ...card } = await view('colleague');
    expect(contacts).toMatchObject([
      { week: '2026-W48', channel: 'phone', by: { name: '乌云', mine: true }, photos: [] },
      {
        week: '2026-W47',
        channel: 'home',
        inPerson: true,
        by: { name: '刘志强', mine: false },
        note: '羊圈修好了',
        photos: [expect.stringMatching(/^http/)],
      },
    ]);
    expect(card).toMatchObject({
      id: 'h3',
      head: '户主3',
      members: 3,
      address: '一社3号',
      standing: { state: 'reached', daysSince: 0, metThisMonth: true },
      problems: 1,
      asks: 1,
      open: [{ category: 'water', status: 'reported' }],
      bound: [{ name: '新one', since: expect.any(Number) }],
      waiting: [{ id: expect.any(String), name: '新two' }],
      invite: { code: expect.stringMatching(/^[A-HJ-NP-Z2-9]{8}$/) },
    });
  });

  test('nothing of another household travels', async () => {
    expect(JSON.stringify(await view('colleague'))).not.toContain('别家的话');
  });

  test('chief and secretary see it; who had it before, and others, do not learn that it exists', async () => {
    for (const person of ['chief', 'secretary']) expect((await view(person)).contacts).toHaveLength(2);
    for (const person of ['worker', 'farChief', 'farSecretary']) {
      expect(await world.refused(person, 'household.view', { household: 'h3' })).toMatchObject({
        code: 'NOT_FOUND',
        path: 'household',
      });
    }
    expect(await world.refused('chief', 'household.view', { household: 'h99' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('costs at most five reads and no write', async () => {
    await world.token('colleague');
    await world.resetUsage();
    await view('colleague');
    const { reads, writes } = await world.usage();
    expect(reads).toBeLessThanOrEqual(5);
    expect(writes).toBe(0);
  });

  test('looks back half a year', async () => {
    const old = (week: string, at: number) => ({
      _id: `colleague_${week}`,
      rev: 1,
      applied: [],
      outbox: [],
      worker: 'colleague',
      week,
      area: 'x',
      rollup: [],
      entries: { h3: { channel: 'phone', inPerson: false, at, by: 'colleague', syncedAt: at, note: week } },
      due: 1,
      reached: 1,
      met: 0,
    });
    const [within, beyond] = ['2026-W23', '2026-W22'];
    await world.cloud.store.bulkInsert(
      'sheets',
      [within, beyond].map((week) => old(week, weekSpan(week).from + HOUR)),
    );
    const notes = (await view('colleague')).contacts.map((one) => one.note);
    expect(notes).toContain(within);
    expect(notes).not.toContain(beyond);
  });

  test('a household without anybody is empty, not broken', async () => {
    await change(world, 'people', 'worker', { links: [] });
    expect(await world.ok('chief', 'household.view', { household: 'h20' })).toMatchObject({
      contacts: [],
      open: [],
      bound: [],
      waiting: [],
      problems: 0,
      standing: { state: 'due', lastAt: null },
    });
    const code = await invited(world, 'h3', 'colleague');
    expect((await view('chief')).invite?.code).toBe(code);
  });
});
