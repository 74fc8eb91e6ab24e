import { fork } from 'node:child_process';
import { join } from 'node:path';
import { type Doc, startCloud } from '../../local/cloud';

/** What a cloud in a process of its own had acknowledged when it was killed. */
export interface Acknowledged {
  kills: number;
  /** Ids of single documents. */
  notes: string[];
  /** Transactions of two documents each. */
  pairs: string[];
  /** How often the one counter was increased. */
  increments: number;
}

export type Acknowledgement = { note: string } | { pair: string } | { increment: true };

const WRITER = join(__dirname, 'fixtures', 'writer.ts');

/**
 * Starts a cloud that writes as fast as it can, kills it (SIGKILL) after a random time, and starts it again on the same
 * folder, so many times. Some kills come before the first write, while the cloud is still repairing itself.
 */
export async function killRepeatedly(
  dataDir: string,
  times: number,
  each?: (kill: number) => void,
): Promise<Acknowledged> {
  const total: Acknowledged = { kills: 0, notes: [], pairs: [], increments: 0 };
  for (let kill = 1; kill <= times; kill++) {
    await writeUntilKilled(dataDir, total, Math.random() * 400, Math.random() < 0.1);
    total.kills++;
    each?.(kill);
  }
  return total;
}

async function writeUntilKilled(
  dataDir: string,
  total: Acknowledged,
  ms: number,
  early: boolean,
): Promise<void> {
  const child = fork(WRITER, [dataDir], { execArgv: ['--import', 'tsx'], env: { ...process.env } });
  const begun = new Promise<void>((resolve) =>
    child.on('message', (message: Acknowledgement | 'started') => {
      if (message === 'started') {
        if (early) resolve();
        return;
      }
      if ('note' in message) total.notes.push(message.note);
      else if ('pair' in message) total.pairs.push(message.pair);
      else total.increments++;
      resolve();
    }),
  );
  // 'close' and not 'exit': what the process had sent before it died is still read.
  const ended = new Promise((resolve) => child.once('close', resolve));
  await Promise.race([begun, ended]);
  await new Promise((resolve) => setTimeout(resolve, early ? ms / 20 : ms));
  child.kill('SIGKILL');
  await ended;
}

export interface Verdict {
  stored: number;
  lostNotes: string[];
  lostPairs: string[];
  halfPairs: string[];
  lostIncrements: number;
  /** Documents that an index and a scan disagree about. */
  wrongIndex: number;
}

/** Opens the folder once more and compares. */
export async function verify(dataDir: string, acknowledged: Acknowledged): Promise<Verdict> {
  const cloud = await startCloud({ dataDir, indexes: join(__dirname, 'fixtures', 'indexes.json') });
  try {
    const notes = new Set(cloud.store.find('notes').map((doc) => String(doc._id)));
    const members = new Map<string, number>();
    for (const doc of cloud.store.find('people'))
      members.set(String(doc.pair), (members.get(String(doc.pair)) ?? 0) + 1);
    const [counter] = cloud.store.find('counters', { filter: { _id: 'kills' } }) as [Doc?];
    return {
      stored: notes.size + members.size,
      lostNotes: acknowledged.notes.filter((id) => !notes.has(id)),
      lostPairs: acknowledged.pairs.filter((pair) => members.get(pair) !== 2),
      halfPairs: [...members].filter(([, count]) => count !== 2).map(([pair]) => pair),
      lostIncrements: Math.max(0, acknowledged.increments - Number(counter?.n ?? 0)),
      wrongIndex: Math.abs(cloud.store.count('notes', { owner: 'writer' }) - notes.size),
    };
  } finally {
    await cloud.stop();
  }
}
