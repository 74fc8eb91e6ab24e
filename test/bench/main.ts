import { cpus, totalmem } from 'node:os';
import setup from '../setup';
import { benchContact } from './contact';
import { benchPoints } from './points';

/** Figures, never verdicts: `npm run bench`. Compare ratios of one run, not seconds of two machines. */
async function main(): Promise<void> {
  const say = (line: string) => console.log(line);
  const [cpu] = cpus();
  say(
    `machine: ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, node ${process.version}`,
  );
  await benchContact(say);
  await setup();
  await benchPoints();
  say(`memory at the end: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`);
}

void main();
