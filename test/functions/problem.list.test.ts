import { reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.list', () => {
  let world: World;
  const ids: string[] = [];
  beforeAll(async () => {
    world = await startWorld();
    for (let n = 0; n < 23; n += 1) {
      await world.moveClock(world.cloud.clock.now() + 1000);
      ids.unshift(await reported(world));
    }
  });
  afterAll(() => world.stop());

  const list = (person: string, scope: 'mine' | 'desk' | 'area', before?: number) =>
    world.ok(person, 'problem.list', { scope, ...(before ? { before } : {}) });

  test('pages newest first without a gap or a double', async () => {
    const first = await list('resident', 'mine');
    const second = await list('resident', 'mine', first.next);
    expect([...first.problems, ...second.problems].map((card) => card.id)).toEqual(ids);
    expect(second.next).toBeUndefined();
  });

  test('a desk, an area and a worker’s households are three different scopes', async () => {
    expect((await list('chief', 'desk')).problems).toHaveLength(23);
    expect((await list('secretary', 'desk')).problems).toHaveLength(0);
    expect((await list('secretary', 'area')).problems).toHaveLength(20);
    expect((await list('worker', 'area')).problems).toHaveLength(20);
    expect((await list('colleague', 'area')).problems).toHaveLength(0);
    expect((await list('farSecretary', 'area')).problems).toHaveLength(0);
    expect((await list('neighbour', 'mine')).problems).toHaveLength(0);
  });

  test('a desk’s list is what needs me now, the earliest deadline first, with how much there is of each kind', async () => {
    const desk = await list('chief', 'desk');
    const due = desk.problems.map(({ deadline }) => deadline!.at);
    expect(due).toEqual([...due].sort((a, b) => a - b));
    expect(desk.totals).toEqual({ now: 23, lead: 0, helper: 0, suspended: 0, waiting: 0, all: 23 });
    const [one, two, three] = ids as [string, string, string];
    await world.ok('chief', 'problem.assign', { problem: one, party: { person: 'worker' } });
    await world.ok('chief', 'problem.accept', { problem: two });
    await world.ok('chief', 'problem.finish', { problem: two, text: '好了' });
    await world.ok('chief', 'problem.whistle', { problem: three, parties: [{ person: 'worker' }] });
    expect((await list('chief', 'desk')).totals).toMatchObject({ now: 22, waiting: 1, all: 23 });
    const mine = await list('worker', 'desk');
    expect(mine.problems.map(({ id }) => id)).toEqual([one]);
    expect(mine.totals).toMatchObject({ now: 1, lead: 1, helper: 1, all: 2 });
    const waiting = await world.ok('chief', 'problem.list', { scope: 'desk', only: 'waiting' });
    expect(waiting.problems.map(({ id }) => id)).toEqual([two]);
  });

  test('a desk’s list costs two reads besides the session', async () => {
    await world.token('chief');
    await world.resetUsage();
    await list('chief', 'desk');
    expect(await world.usage()).toMatchObject({ calls: 1, reads: 3, writes: 0 });
  });

  test('a resident has no area', async () => {
    expect(await world.refused('resident', 'problem.list', { scope: 'area' })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'scope',
    });
  });
});
