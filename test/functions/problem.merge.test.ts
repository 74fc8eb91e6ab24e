import type { Problem } from '../../domain/problem/problem';
import { accepted, code, reported, told } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.merge', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const faults = (one: World, body?: object) =>
    fetch(
      `${one.cloud.url}/_local/faults`,
      body ? { method: 'POST', body: JSON.stringify(body) } : { method: 'DELETE' },
    );

  test('the same problem twice becomes one: who reported the second hears how the first goes', async () => {
    const first = await accepted(world);
    const { problem: second } = await world.ok('neighbour', 'problem.report', {
      category: 'road',
      text: '路坏了',
    });
    const command = world.newId();
    const give = () => world.ok('chief', 'problem.merge', { problem: second, other: first }, command);
    expect(await give()).toMatchObject({ status: 'merged' });
    expect(await give()).toMatchObject({ status: 'merged' });
    expect(await told(world, 'neighbour')).toEqual(['merged', second]);
    await world.ok('chief', 'problem.finish', { problem: first, text: '修好了' });
    expect(await told(world, 'neighbour')).toEqual(['finished', first]);
    const view = await world.ok('neighbour', 'problem.view', { problem: first });
    expect(view).toMatchObject({ following: true, mine: false });
    expect(view.reporter).toBeUndefined();
    const kept = (await world.documents<Problem>('problems')).find(({ _id }) => _id === first)!;
    expect(kept.followers).toHaveLength(1);
    expect(kept.timeline.filter(({ what }) => what === 'adopt')).toHaveLength(1);
  });

  test('cut off between the two writes, nothing is lost and saying it again completes it', async () => {
    const first = await accepted(world);
    const second = await reported(world);
    const command = world.newId();
    const ask = () => world.call('chief', 'problem.merge', { problem: second, other: first }, command);
    // The third database call of the command is the second write's; whichever is cut, the outcome must be whole.
    await faults(world, { service: 'database', kind: 'drop', rate: 0.4 });
    for (let tries = 0; tries < 30; tries += 1) if ((await ask().catch(() => null))?.ok) break;
    await faults(world);
    expect(await ask()).toMatchObject({ ok: true, data: { status: 'merged' } });
    const kept = (await world.documents<Problem>('problems')).find(({ _id }) => _id === first)!;
    expect(kept.merged).toEqual([second]);
  });

  test('not into itself, nor into what the caller has nothing to do with, nor each into the other', async () => {
    const [first, second] = [await accepted(world), await reported(world)];
    const merge = (problem: string, other: string) =>
      world.refused('chief', 'problem.merge', { problem, other });
    expect(await merge(first, first)).toMatchObject({ code: 'BAD_INPUT', path: 'other' });
    expect(await merge(first, 'p-none')).toMatchObject({ code: 'NOT_FOUND' });
    await world.ok('chief', 'problem.merge', { problem: second, other: first });
    expect(await merge(first, second)).toMatchObject({ code: 'NOT_NOW' });
    expect(await code(world, 'secretary', 'problem.merge', { problem: first, other: second })).toBe(
      'NOT_YOURS',
    );
  });
});
