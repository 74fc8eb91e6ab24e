import { caseload, type Person } from '../../domain/person/person';
import { DAY } from '../../domain/time/shanghai';
import { startWorld, type World } from './world';

describe('registry.leave', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const person = async (id: string) =>
    (await world.documents<Person>('people')).find(({ _id }) => _id === id)!;
  const span = () => {
    const from = world.cloud.clock.now() + DAY;
    return { from, to: from + 7 * DAY };
  };

  test('a colleague covers the whole caseload while the leave lasts, and no longer', async () => {
    const { from, to } = span();
    const id = world.newId();
    const input = { worker: 'worker', cover: 'colleague', from, to };
    expect(await world.ok('secretary', 'registry.leave', input, id)).toMatchObject({ covered: 12 });
    expect(await world.ok('secretary', 'registry.leave', input, id)).toMatchObject({ covered: 12 });
    const colleague = await person('colleague');
    expect([from - 1, from, to - 1, to].map((at) => caseload(colleague, at).length)).toEqual([
      12, 24, 24, 12,
    ]);
    expect(colleague.links!.filter(({ cover }) => cover)).toHaveLength(12);
    expect((await person('worker')).leaves).toEqual([{ from, to, cover: 'colleague' }]);
    // The worker's own links go on.
    expect(caseload(await person('worker'), from)).toHaveLength(12);
  });

  test('a leave without a cover is only noted', async () => {
    const { from, to } = span();
    expect(await world.ok('admin', 'registry.leave', { worker: 'worker', from, to })).toMatchObject({
      covered: 0,
    });
    expect((await person('worker')).leaves).toEqual([{ from, to }]);
  });

  test.each([
    ['that ends before it begins', { to: 1_800_000_000_000, from: 1_800_000_000_001 }, 'to'],
    ['covered by oneself', { cover: 'worker' }, 'cover'],
    ['covered by nobody', { cover: 'w-none' }, 'cover'],
    ['of somebody who is no worker', { worker: 'chief' }, 'worker'],
  ])('a leave %s is refused', async (_, change, path) => {
    const input = { worker: 'worker', ...span(), ...change };
    expect(await world.refused('secretary', 'registry.leave', input)).toMatchObject({ path });
    expect((await person('worker')).leaves).toBeUndefined();
  });

  test('two leaves do not overlap; the next village has no say', async () => {
    const { from, to } = span();
    await world.ok('secretary', 'registry.leave', { worker: 'worker', from, to });
    expect(
      await world.refused('secretary', 'registry.leave', { worker: 'worker', from: from + DAY, to }),
    ).toMatchObject({
      path: 'from',
    });
    expect(
      await world.refused('farSecretary', 'registry.leave', { worker: 'colleague', from, to }),
    ).toMatchObject({
      code: 'NOT_YOURS',
    });
  });
});
