import { openYear } from './banner-year';
import { settleAll } from './points-year';

/** Started by points.ts in a process of its own: the year that is due, from wherever it was broken off, until it is killed. */
async function main(): Promise<void> {
  const cloud = await openYear(process.argv[2]!);
  process.send?.('started');
  await settleAll(cloud);
  await cloud.stop();
  process.exit(0);
}

void main();
