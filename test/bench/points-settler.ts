import { openYear } from './banner-year';
import { placesDone, settleAll, settleIn } from './points-year';

/** Started by points.ts in a process of its own: the year that is due, from wherever it was broken off, until it is killed. */
async function main(): Promise<void> {
  const cloud = await openYear(process.argv[2]!);
  // Tells how far it has come, so that it can be killed all along the way.
  const telling = setInterval(() => process.send?.(placesDone(cloud)), 100);
  await settleAll(settleIn(cloud));
  clearInterval(telling);
  await cloud.stop();
  process.exit(0);
}

void main();
