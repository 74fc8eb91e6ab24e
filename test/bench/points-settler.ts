import { openYear } from './banner-year';
import { CLOSING, MONTHS, nightOf, settleAll } from './points-year';

/** Started by points.ts in a process of its own: the whole year, from wherever it was broken off, until it is killed. */
async function main(): Promise<void> {
  const cloud = await openYear(process.argv[2]!);
  process.send?.('started');
  for (const night of [...MONTHS.map(nightOf), CLOSING]) {
    if (cloud.clock.now() < night) await cloud.clock.set(night);
    await settleAll(cloud);
  }
  await cloud.stop();
  process.exit(0);
}

void main();
