import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { killRepeatedly, verify } from './kills';
import { openWorld } from './world';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cloud-durable-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('what was acknowledged is there after SIGKILL, and pairs are never half there', async () => {
  // 200 kills are in test/bench/cloud-kills.ts.
  const acknowledged = await killRepeatedly(dataDir, 4);
  expect(acknowledged.notes.length + acknowledged.pairs.length).toBeGreaterThan(20);
  expect(await verify(dataDir, acknowledged)).toMatchObject({
    lostNotes: [],
    lostPairs: [],
    halfPairs: [],
    lostIncrements: 0,
    wrongIndex: 0,
  });
});

test('a file of another program is refused and left as it is', async () => {
  const file = join(dataDir, 'cloud.sqlite');
  const other = new Database(file);
  other.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1);');
  other.close();
  await expect(openWorld({ dataDir })).rejects.toThrow('another program');
  const again = new Database(file);
  expect(again.prepare('SELECT count(*) AS n FROM theirs').get()).toMatchObject({ n: 1 });
  again.close();
});

test('a corrupt file is refused with advice', async () => {
  writeFileSync(
    join(dataDir, 'cloud.sqlite'),
    'this is not a database, but long enough to look like something'.repeat(50),
  );
  await expect(openWorld({ dataDir })).rejects.toThrow(/Nothing was changed/);
});

test('a second cloud on the same folder is refused', async () => {
  const world = await openWorld({ dataDir });
  await expect(openWorld({ dataDir })).rejects.toThrow('in use');
  await world.close();
});
