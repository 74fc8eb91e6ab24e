/** `npx tsx test/bench/cloud-kills.ts [200]`: so many random SIGKILLs under a writing load; exits 1 when anything is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killRepeatedly, verify } from '../local/kills';

async function main(): Promise<void> {
  const times = Number(process.argv[2] ?? 200);
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-kills-'));
  const begun = performance.now();
  const acknowledged = await killRepeatedly(dataDir, times, (kill) => {
    if (kill % 20 === 0) process.stdout.write(`${kill} kills\n`);
  });
  const verdict = await verify(dataDir, acknowledged);
  rmSync(dataDir, { recursive: true, force: true });
  const { notes, pairs, increments, kills } = acknowledged;
  const print = (name: string, value: unknown) =>
    process.stdout.write(`${name.padEnd(44)} ${String(value)}\n`);
  print('kills', kills);
  print('acknowledged documents', notes.length);
  print('acknowledged transactions of two documents', pairs.length);
  print('acknowledged increments', increments);
  print('acknowledged documents lost', verdict.lostNotes.length);
  print('acknowledged transactions lost', verdict.lostPairs.length);
  print('acknowledged increments lost', verdict.lostIncrements);
  print('half-applied transactions', verdict.halfPairs.length);
  print('documents that index and scan disagree on', verdict.wrongIndex);
  print('seconds', Math.round((performance.now() - begun) / 1000));
  const lost = verdict.lostNotes.length + verdict.lostPairs.length + verdict.lostIncrements;
  process.exit(lost + verdict.halfPairs.length + verdict.wrongIndex === 0 ? 0 : 1);
}

void main();
