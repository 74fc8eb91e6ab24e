import { load } from './load';
import { openWorld } from './world';

test('many clients with faults on: nothing is lost, nothing doubled, and the stop is clean', async () => {
  // A hundred clients for a minute are in test/bench/cloud-soak.ts.
  const world = await openWorld();
  const found = await load(world.cloud, 20, 3000);
  expect(found).toMatchObject({ lost: 0, doubled: 0, wrongCounters: 0 });
  expect(found.commands).toBeGreaterThan(50);
  expect(found.failures).toBeGreaterThan(5);
  const begun = performance.now();
  await world.close();
  expect(performance.now() - begun).toBeLessThan(5000);
});
