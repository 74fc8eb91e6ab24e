import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openWorld } from './world';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cloud-durable-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** A cloud in a process of its own that writes and reports every acknowledged id, until it is killed. */
async function writeUntilKilled(milliseconds: number): Promise<string[]> {
  const child = fork(join(__dirname, 'fixtures', 'writer.ts'), [dataDir], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env },
  });
  const acknowledged: string[] = [];
  const begun = new Promise<void>((resolve) =>
    child.on('message', (id: string) => {
      acknowledged.push(id);
      resolve();
    }),
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await Promise.race([begun, ended]);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  await ended;
  return acknowledged;
}

test('what was acknowledged is there after SIGKILL, and pairs are never half there', async () => {
  const acknowledged: string[] = [];
  for (const milliseconds of [30, 110, 190]) acknowledged.push(...(await writeUntilKilled(milliseconds)));
  expect(acknowledged.length).toBeGreaterThan(20);
  const world = await openWorld({ dataDir });
  const stored = new Set(world.cloud.store.find('notes', {}).map((doc) => String(doc._id)));
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  const pairs = world.cloud.store.find('people', {}).map((doc) => String(doc.pair));
  const halves = pairs.filter((pair) => pairs.filter((other) => other === pair).length !== 2);
  expect(halves).toEqual([]);
  await world.close();
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
