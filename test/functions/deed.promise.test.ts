import type { Deed } from '../../domain/deed/deed';
import { DAY } from '../../domain/time/shanghai';
import { promised } from './deed.stage';
import { GRID, NOW, VILLAGE } from './people';
import { onVillageAgenda } from './study.stage';
import { startWorld, type World } from './world';

describe('deed.promise', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const deedOf = async (id: string) => (await world.documents<Deed>('deeds')).find(({ _id }) => _id === id);

  test('an organisation’s by its desk, a member’s for themselves; each counts in the areas above', async () => {
    expect(await deedOf(await promised(world))).toMatchObject({
      list: 'organisation',
      area: VILLAGE,
      rollup: ['150625', '150625100', VILLAGE],
      status: 'promised',
      responsible: { name: '张建国' },
      source: { kind: 'own' },
    });
    const { deed } = await world.ok('worker', 'deed.promise', {
      list: 'member',
      promise: '帮 3 户老人认证补贴',
      dueAt: NOW + 9 * DAY,
    });
    expect(await deedOf(deed)).toMatchObject({ list: 'member', area: GRID, owner: { person: 'worker' } });
  });

  test('sent twice it stands there once', async () => {
    const before = (await world.documents('deeds')).length;
    const id = world.newId();
    const input = { list: 'member' as const, promise: '修水管', dueAt: NOW + DAY };
    const first = await world.ok('chief', 'deed.promise', input, id);
    expect(await world.ok('chief', 'deed.promise', input, id)).toEqual(first);
    expect(await world.documents('deeds')).toHaveLength(before + 1);
  });

  test('whoever is to do it is told', async () => {
    const deed = await promised(world, { responsible: { name: '王海', person: 'chief' } });
    const { notices } = await world.ok('chief', 'notice.inbox', {});
    expect(notices[0]).toMatchObject({ kind: 'deed-given', about: { kind: 'deed', id: deed } });
  });

  test('from a problem that one may see, not from another', async () => {
    const problem = await onVillageAgenda(world);
    const deed = await promised(world, { problem });
    expect(await deedOf(deed)).toMatchObject({ source: { kind: 'problem', id: problem } });
    const input = { list: 'organisation', promise: '修路', dueAt: NOW + DAY, problem };
    expect(await world.refused('farSecretary', 'deed.promise', input)).toMatchObject({
      code: 'NOT_FOUND',
      path: 'problem',
    });
  });

  test('no worker promises for an organisation, and nobody for yesterday', async () => {
    const input = { list: 'organisation', promise: '修路', dueAt: NOW + DAY };
    for (const person of ['worker', 'chief', 'handler'])
      expect(await world.refused(person, 'deed.promise', input)).toMatchObject({
        code: 'NOT_YOURS',
        path: 'list',
      });
    expect(await world.refused('secretary', 'deed.promise', { ...input, dueAt: NOW - DAY })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'dueAt',
    });
  });
});
