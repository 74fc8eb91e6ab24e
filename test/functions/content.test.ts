import type { Problem } from '../../domain/problem/problem';
import { HOUR, MINUTE } from '../../domain/time/shanghai';
import { NOW } from './people';
import { startWorld, type World } from './world';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

describe('the check of what was reported', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const content = async () => (await world.documents<Problem>('problems'))[0]!.content;
  const report = (change: object = {}) =>
    world.ok('resident', 'problem.report', { category: 'road', text: '路不好走', public: true, ...change });
  const fault = (rule: object | null) =>
    fetch(`${world.cloud.url}/_local/faults`, {
      method: rule ? 'POST' : 'DELETE',
      ...(rule ? { body: JSON.stringify(rule) } : {}),
    });

  async function photo(name?: string): Promise<string> {
    const { file } = await world.ok('resident', 'media.put', {
      kind: 'photo',
      type: 'image/png',
      base64: PNG,
    });
    if (!name) return file;
    // As the mini program does: into the own folder, under a name of its own.
    const prefix = /^cloud:\/\/[^/]+\//.exec(file)![0];
    const path = `${file.slice(prefix.length).split('/').slice(0, -1).join('/')}/${name}.png`;
    world.cloud.files.put(path, Buffer.from(PNG, 'base64'), 'image/png');
    return `${prefix}${path}`;
  }

  async function settled(): Promise<Problem['content']> {
    for (;;) {
      const check = await content();
      if (check.state !== 'pending') return check;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  test('words that are fine pass with the next run of the timer', async () => {
    await report();
    expect(await content()).toMatchObject({ state: 'pending' });
    expect(await world.runTimer('content')).toMatchObject({ ok: true, data: { looked: 1, failed: 0 } });
    expect(await content()).toEqual({ state: 'passed', tries: 0, waiting: [] });
    expect(await world.runTimer('content')).toMatchObject({ data: { looked: 0 } });
  });

  test('doubtful words wait for a person', async () => {
    await report({ text: '违规广告' });
    await world.runTimer('content');
    expect(await content()).toMatchObject({ state: 'review' });
  });

  test('pictures pass by WeChat’s event', async () => {
    await report({ photos: [await photo()] });
    await world.runTimer('content');
    expect(await settled()).toMatchObject({ state: 'passed', waiting: [] });
  });

  test('one risky picture is enough for a person to look', async () => {
    await report({ photos: [await photo(), await photo('risky')] });
    await world.runTimer('content');
    expect(await settled()).toMatchObject({ state: 'review' });
  });

  test('while WeChat fails the report is taken in all the same, stays unseen, and is looked at again', async () => {
    await fault({ service: 'wechat', kind: 'fail' });
    const { problem } = await report();
    expect(problem).toMatch(/^p/);
    await world.runTimer('content');
    expect(await content()).toMatchObject({ state: 'pending', tries: 1 });
    await fault(null);
    await world.runTimer('content');
    expect(await content()).toMatchObject({ state: 'pending' });
    await world.moveClock(NOW + 2 * MINUTE);
    await world.runTimer('content');
    expect(await content()).toMatchObject({ state: 'passed' });
  });

  test('a check that never answers ends with a person, not with a pass', async () => {
    await fault({ service: 'wechat', kind: 'fail' });
    await report();
    for (let hour = 1; hour <= 5; hour += 1) {
      await world.moveClock(NOW + hour * HOUR);
      await world.runTimer('content');
    }
    expect(await content()).toMatchObject({ state: 'review', tries: 5 });
  });

  test('nobody but the platform can bring a verdict', async () => {
    await fault({ service: 'wechat', kind: 'fail' });
    await report();
    await world.cloud.store.modify('problems', {
      filter: {},
      data: { $set: { 'content.waiting': ['trace-1'] } },
      multi: true,
      merge: true,
      upsert: false,
    });
    const forged = { Event: 'wxa_media_check', trace_id: 'trace-1', result: { suggest: 'pass' } };
    await world.cloud.invoke('content', forged, { openid: 'openid-resident' });
    await world.post('content', JSON.stringify(forged));
    expect(await content()).toMatchObject({ state: 'pending' });
    expect(await world.cloud.invoke('content', forged)).toEqual({ ok: true, heard: true });
    expect(await world.cloud.invoke('content', forged)).toEqual({ ok: true, heard: false });
    expect(await content()).toMatchObject({ state: 'passed' });
  });
});
