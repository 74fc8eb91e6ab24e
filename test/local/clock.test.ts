import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorld, post, type World } from './world';

const HOUR = 3600_000;
let dataDir: string;
let world: World;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'cloud-clock-'));
  world = await openWorld({ dataDir });
});
afterEach(async () => {
  await world.close();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Firing {
  name: string;
  time: string;
  now: number;
}
const firings = () => world.cloud.store.find('firings') as unknown as Firing[];

test('functions live at the moved time', async () => {
  await world.cloud.clock.set(Date.parse('2027-01-04T08:00:00+08:00'));
  const answer = (await world.cloud.invoke('echo', {})) as { now: number; date: string };
  expect(answer.date).toMatch(/^2027-01-04T00:00:0/);
  expect(Math.abs(answer.now - world.cloud.clock.now())).toBeLessThan(2000);
});

test('advancing fires every due timer in order, with the clock standing at its time', async () => {
  await world.cloud.clock.set(Date.parse('2027-01-03T23:30:00+08:00'));
  await world.cloud.store.remove('firings', {}, true);
  await world.cloud.clock.advance(8 * HOUR);
  const fired = firings();
  expect(fired.map((firing) => firing.time)).toEqual([...fired.map((firing) => firing.time)].sort());
  expect(fired.filter((firing) => firing.name === 'hourly')).toHaveLength(8);
  expect(fired.filter((firing) => firing.name === 'monday').map((firing) => firing.time)).toEqual([
    '2027-01-03T22:30:00.000Z',
  ]);
  for (const firing of fired) expect(firing.now - Date.parse(firing.time)).toBeLessThan(1500);
});

test('a restart goes on at the moved time, and fires nothing twice', async () => {
  await world.cloud.clock.advance(30 * 24 * HOUR);
  const [moved, count] = [world.cloud.clock.now(), firings().length];
  expect(count).toBeGreaterThanOrEqual(720);
  await world.close();
  world = await openWorld({ dataDir });
  expect(Math.abs(world.cloud.clock.now() - moved)).toBeLessThan(10_000);
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(firings().length - count).toBeLessThanOrEqual(1);
});

test('the door tells and moves, and refuses what it cannot read', async () => {
  const before = (await world.door('/_local/clock')).body as { ms: number; now: string };
  expect(before.now).toMatch(/\+08:00$/);
  const moved = await world.door('/_local/clock', post({ advance: 'P1DT2H' }));
  expect((moved.body.ms as number) - before.ms).toBeGreaterThanOrEqual(26 * HOUR);
  expect((await world.door('/_local/clock', post({ advance: 'tomorrow' }))).body).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', path: 'advance' },
  });
  expect((await world.door('/_local/clock', post('{'))).status).toBe(400);
  expect((await world.door('/_local/clock', post({ now: '2020-01-01T00:00:00+08:00' }))).body.now).toMatch(
    /^2020-01-01T00:00:00/,
  );
});
