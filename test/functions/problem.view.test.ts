import { finished, reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.view', () => {
  let world: World;
  let problem: string;
  beforeAll(async () => {
    world = await startWorld();
    problem = await reported(world);
  });
  afterAll(() => world.stop());

  const actions = async (person: string, id = problem) =>
    (await world.ok(person, 'problem.view', { problem: id })).actions;

  test('tells in one answer who holds it, until when and why', async () => {
    const view = await world.ok('resident', 'problem.view', { problem });
    expect(view).toMatchObject({
      mine: true,
      text: '渠边的路又陡又窄',
      holder: { role: 'chief', name: '王海', areaName: '第1网格' },
      timeline: [{ n: 1, what: 'report', by: { role: 'reporter' } }],
    });
    expect(view.why[0]?.zh).toContain('前受理，因为：');
  });

  test('offers exactly the commands of the table to each relation', async () => {
    expect(await actions('chief')).toEqual([
      'accept',
      'refuse',
      'assign',
      'whistle',
      'transfer',
      'escalate',
      'merge',
      'split',
      'comment',
    ]);
    expect(await actions('resident')).toEqual(['withdraw', 'comment']);
    expect(await actions('worker')).toEqual(['comment']);
    expect(await actions('secretary')).toEqual([]);
    expect(await actions('supervisor')).toEqual(['supervise']);
    const done = await finished(world);
    expect(await actions('resident', done)).toEqual(['confirm', 'reopen', 'comment']);
    expect(await actions('chief', done)).toEqual(['comment']);
    expect(await actions('secretary', done)).toEqual(['verify', 'redo']);
  });

  test('who has nothing to do with it does not learn that it exists', async () => {
    for (const person of ['neighbour', 'colleague', 'farChief', 'farSecretary', 'handler']) {
      expect(await world.refused(person, 'problem.view', { problem })).toMatchObject({
        code: 'NOT_FOUND',
        status: 404,
      });
    }
    expect(await world.refused('resident', 'problem.view', { problem: 'p-none' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('neither a file’s address nor an inbox tells who reported in confidence, or on whose behalf', async () => {
    const base64 =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const { file } = await world.ok('worker', 'media.put', { kind: 'photo', type: 'image/png', base64 });
    const { problem: id } = await world.ok('worker', 'problem.report', {
      category: 'dispute',
      text: '有人占地',
      confidential: true,
      household: 'h1',
      consented: true,
      photos: [file],
    });
    const seen = JSON.stringify([
      await world.ok('chief', 'problem.view', { problem: id }),
      await world.ok('chief', 'notice.inbox', {}),
      await world.ok('chief', 'home.open', {}),
    ]);
    expect(seen).not.toMatch(/刘志强|苏雅拉|worker|resident/);
  });

  test('a confidential reporter has no name for other eyes, except the supervisor’s', async () => {
    const { problem: id } = await world.ok('resident', 'problem.report', {
      category: 'dispute',
      text: '有人占地',
      confidential: true,
    });
    for (const person of ['chief', 'secretary', 'official']) {
      const view = await world.ok(person, 'problem.view', { problem: id });
      expect(JSON.stringify(view)).not.toContain('苏雅拉');
      const inbox = await world.ok(person, 'notice.inbox', {});
      expect(JSON.stringify(inbox)).not.toContain('苏雅拉');
    }
    // Who looks after the family would know whose it is.
    expect(await world.refused('worker', 'problem.view', { problem: id })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const { problems } = await world.ok('worker', 'problem.list', { scope: 'area' });
    expect(problems.map((one) => one.id)).not.toContain(id);
    expect(await world.ok('supervisor', 'problem.view', { problem: id })).toMatchObject({
      reporter: { name: '苏雅拉' },
    });
  });
});
