import { openCloud } from './village';

/** Started by sweep.ts in a process of its own: four sweeps at once, again and again, until it is killed. */
async function main(): Promise<void> {
  const cloud = await openCloud(process.argv[2]!);
  process.send!('started');
  for (;;) {
    const timer = { Type: 'Timer', TriggerName: 'bench', Time: '' };
    await Promise.all([1, 2, 3, 4].map(() => cloud.invoke('sweep', timer)));
  }
}

void main();
