import { caseload, type Person } from '../../domain/person/person';
import { DAY } from '../../domain/time/shanghai';
import { startWorld, type World } from './world';

describe('registry.handOver', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const person = async (id: string) =>
    (await world.documents<Person>('people')).find(({ _id }) => _id === id)!;
  const load = async (id: string, at = world.cloud.clock.now()) => caseload(await person(id), at);

  test('several households go to a colleague now; the old links end and stay', async () => {
    const input = { households: ['h1', 'h2'], from: 'worker', to: 'colleague' };
    expect(await world.ok('secretary', 'registry.handOver', input)).toMatchObject({ households: 2 });
    expect(await load('worker')).toHaveLength(10);
    expect(await load('colleague')).toEqual(expect.arrayContaining(['h1', 'h2', 'h13']));
    expect((await person('worker')).links).toHaveLength(12);
    const entry = {
      household: 'h1',
      channel: 'phone' as const,
      inPerson: false,
      at: world.cloud.clock.now(),
    };
    expect(await world.refused('worker', 'contact.save', { entries: [entry] })).toMatchObject({
      code: 'NOT_YOURS',
    });
    await world.ok('colleague', 'contact.save', { entries: [{ ...entry, at: world.cloud.clock.now() }] });
  });

  test('a household that nobody looks after is taken on; one that somebody does is not', async () => {
    await world.ok('secretary', 'registry.move', { household: 'h5', area: '150625100208002' });
    expect(await load('worker')).not.toContain('h5');
    await world.ok('secretary', 'registry.handOver', { households: ['h5'], to: 'worker' });
    expect(
      (await person('worker')).links!.filter(({ household, to }) => household === 'h5' && !to),
    ).toMatchObject([{ area: '150625100208002' }]);
    expect(
      await world.refused('secretary', 'registry.handOver', { households: ['h1'], to: 'colleague' }),
    ).toMatchObject({ code: 'NOT_YOURS', path: 'households.0' });
  });

  test('from a later day: until then nothing changes', async () => {
    const at = world.cloud.clock.now() + 3 * DAY;
    await world.ok('admin', 'registry.handOver', { households: ['h1'], from: 'worker', to: 'colleague', at });
    expect(await load('worker')).toContain('h1');
    expect([await load('worker', at), await load('colleague', at)]).toEqual([
      expect.not.arrayContaining(['h1']),
      expect.arrayContaining(['h1']),
    ]);
  });

  test('there and back again: each stretch stays with who did the work', async () => {
    await world.ok('secretary', 'registry.handOver', { households: ['h1'], from: 'worker', to: 'colleague' });
    await world.moveClock(world.cloud.clock.now() + DAY);
    await world.ok('secretary', 'registry.handOver', { households: ['h1'], from: 'colleague', to: 'worker' });
    const links = (await person('worker')).links!.filter(({ household }) => household === 'h1');
    expect(links).toMatchObject([{ to: expect.any(Number) }, { from: expect.any(Number) }]);
    expect(links[1]!.from - links[0]!.to!).toBeGreaterThanOrEqual(DAY);
    expect(await load('colleague')).not.toContain('h1');
  });

  test('the same command twice, or twice at once, with its answer lost, is one hand-over', async () => {
    const input = { households: ['h1'], from: 'worker', to: 'colleague' };
    const id = world.newId();
    const answers = await Promise.all(
      [1, 2, 3].map(() => world.call('secretary', 'registry.handOver', input, id)),
    );
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    const first = await world.ok('secretary', 'registry.handOver', input, id);
    expect(await world.ok('secretary', 'registry.handOver', input, id)).toEqual(first);
    expect((await person('colleague')).links!.filter(({ household }) => household === 'h1')).toHaveLength(1);
    expect((await person('worker')).linksRev).toBe(1);
    expect(
      await world.refused('secretary', 'registry.handOver', { ...input, households: ['h2'] }, id),
    ).toMatchObject({ code: 'ID_REUSED' });
  });

  test('two that cross each other end whole: no household with two workers, none without', async () => {
    const hand = (households: string[], from: string, to: string) =>
      world.call('secretary', 'registry.handOver', { households, from, to });
    const some = ['h1', 'h2', 'h3', 'h4'];
    await Promise.all([
      ...some.map((household) => hand([household], 'worker', 'colleague')),
      hand(['h13'], 'colleague', 'worker'),
    ]);
    const both = [...(await load('worker')), ...(await load('colleague'))];
    expect(both.sort()).toEqual(Array.from({ length: 24 }, (_, n) => `h${n + 1}`).sort());
  });

  test.each([
    [
      'a household of somebody else',
      { households: ['h1', 'h13'], from: 'worker', to: 'colleague' },
      'NOT_YOURS',
      'households.1',
    ],
    [
      'a household that is not there',
      { households: ['h99'], from: 'worker', to: 'colleague' },
      'NOT_FOUND',
      'households.0',
    ],
    ['to somebody who is no worker', { households: ['h1'], from: 'worker', to: 'chief' }, 'BAD_INPUT', 'to'],
    ['to nobody', { households: ['h1'], from: 'worker', to: 'w-none' }, 'NOT_FOUND', 'to'],
    ['to oneself', { households: ['h1'], from: 'worker', to: 'worker' }, 'BAD_INPUT', 'to'],
    [
      'from yesterday',
      { households: ['h1'], from: 'worker', to: 'colleague', at: 1_700_000_000_000 },
      'BAD_INPUT',
      'at',
    ],
  ])('%s is refused, and nothing changes', async (_, input, code, path) => {
    expect(await world.refused('secretary', 'registry.handOver', input)).toMatchObject({ code, path });
    expect([(await load('worker')).length, (await load('colleague')).length]).toEqual([12, 12]);
  });

  test('the secretary of the next village may not', async () => {
    const input = { households: ['h1'], from: 'worker', to: 'colleague' };
    expect(await world.refused('farSecretary', 'registry.handOver', input)).toMatchObject({
      code: 'NOT_YOURS',
    });
  });
});
