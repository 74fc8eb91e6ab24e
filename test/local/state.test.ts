import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openWorld, post, type World } from './world';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('state', () => {
  test('faults strike as often as told, then stop', async () => {
    await world.door(
      '/_local/faults',
      post({ service: 'database', kind: 'fail', code: 'DATABASE_REQUEST_FAILED', times: 1 }),
    );
    await expect(world.db.collection('notes').get()).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
    await world.db.collection('notes').get();
    await world.door('/_local/faults', post({ service: 'database', kind: 'drop', times: 1 }));
    await expect(world.db.collection('notes').add({ _id: 'dropped' })).rejects.toThrow();
    expect((await world.db.collection('notes').doc('dropped').get()).data).toHaveLength(1);
  });

  test('an export brings everything back', async () => {
    await world.db
      .collection('notes')
      .add({ _id: 'kept', at: new Date(5), list: [1, 2.5, null, 'x'], $: 1 } as never)
      .catch(() => undefined);
    await world.db.collection('notes').add({ _id: 'kept2', at: new Date(5), list: [1, 2.5, null, 'x'] });
    await world.app.uploadFile({ cloudPath: 'kept.txt', fileContent: Buffer.from('kept') });
    const text = await (await fetch(`${world.cloud.url}/_local/export`)).text();
    let refilled = 0;
    world.cloud.onReset(() => {
      refilled++;
    });
    expect((await world.door('/_local/reset', post({}))).status).toBe(200);
    expect(refilled).toBe(1);
    expect((await world.db.collection('notes').count()).total).toBe(0);
    expect((await world.door('/_local/import', post(text))).status).toBe(200);
    expect((await world.db.collection('notes').doc('kept2').get()).data).toEqual([
      { _id: 'kept2', at: new Date(5), list: [1, 2.5, null, 'x'] },
    ]);
    const { fileContent } = await world.app.downloadFile({ fileID: 'cloud://local.local-bucket/kept.txt' });
    expect(fileContent?.toString()).toBe('kept');
  });

  test('an import that fails half-way leaves documents and files as they were', async () => {
    await world.db.collection('notes').doc('stays').set({ n: 1 });
    await world.app.uploadFile({ cloudPath: 'stays.txt', fileContent: Buffer.from('stays') });
    const header = { format: 'embedded-cloud', version: 1, now: world.cloud.clock.now() };
    const file = (path: string) => ({
      file: path,
      type: 'text/plain',
      base64: Buffer.from('new').toString('base64'),
    });
    const before = readdirSync(join(world.dataDir, 'files')).sort();
    for (const last of [
      { in: 'notes', doc: { _id: 'same' } },
      file('../outside'),
      { in: 'nowhere', doc: {} },
    ]) {
      const lines = [header, file('stays.txt'), { in: 'notes', doc: { _id: 'same' } }, last];
      const answer = await world.door(
        '/_local/import',
        post(lines.map((each) => JSON.stringify(each)).join('\n')),
      );
      expect(answer).toMatchObject({ status: expect.any(Number), body: { ok: false } });
      expect([400, 404]).toContain(answer.status);
    }
    expect((await world.db.collection('notes').doc('stays').get()).data).toHaveLength(1);
    expect((await world.db.collection('notes').doc('same').get()).data).toHaveLength(0);
    const { fileContent } = await world.app.downloadFile({ fileID: 'cloud://local.local-bucket/stays.txt' });
    expect(fileContent?.toString()).toBe('stays');
    expect(readdirSync(join(world.dataDir, 'files')).sort()).toEqual(before);
  });

  test('numbers, dates and ids keep their types over an export', async () => {
    const typed = {
      double: { $numberDouble: '1' },
      long: { $numberLong: '2' },
      at: new Date(7),
      ref: world.db.ObjectId({ id: '64b7f0a1c2d3e4f5a6b7c8d9' }),
      re: /a/i,
    };
    await world.db
      .collection('notes')
      .doc('typed')
      .set({ ...typed, list: [typed.double, 1.5, null] });
    const [stored] = [...world.cloud.store.texts('notes')].filter((text) => text.includes('"typed"'));
    const text = await (await fetch(`${world.cloud.url}/_local/export`)).text();
    expect((await world.door('/_local/import', post(text))).status).toBe(200);
    expect([...world.cloud.store.texts('notes')]).toContain(stored);
    expect(world.cloud.store.count('notes', { double: { $type: 'double' }, long: { $type: 'long' } })).toBe(
      1,
    );
  });

  test('explain tells the index, and a long scan warns', async () => {
    world.cloud.store.bulkInsert(
      'people',
      Array.from({ length: 12_000 }, (_, n) => ({ area: `a${n}`, other: n })),
    );
    const explained = await world.door(
      `/_local/explain?collection=people&filter=${encodeURIComponent('{"area":"a5"}')}`,
    );
    expect(explained.body).toMatchObject({ data: { index: 'area', scanned: 1, found: 1, exact: true } });
    await world.db.collection('people').where({ other: 11_999 }).get();
    expect(world.logs.at(-1)).toMatch(/slow query: people read 12000 documents .*"other":"\?"/);
  });
});
