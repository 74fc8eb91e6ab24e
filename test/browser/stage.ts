import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningStage {
  url: string;
  /** As a power cut: nothing is written down any more. The data stays for `startStage({ data })`. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  data: string;
}

/** `npm start` as a newcomer would, on one village, with pages that are built already. */
export async function startStage(options: { data?: string; port?: number } = {}): Promise<RunningStage> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'yige-stage-'));
  const port = options.port ?? (await freePort());
  const flags = ['--scale', 'village', '--port', String(port), '--data', data, '--no-build'];
  // One process, so that a signal reaches the cloud itself.
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyLine(child);
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    url,
    data,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function readyLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const ready = /^ready (http:\S+)$/m.exec(said);
      if (ready?.[1]) resolve(ready[1]);
    });
    child.once('exit', (code) => reject(new Error(`the stage ended with ${code}:\n${said}`)));
  });
}

/** The stage takes this port and the four after it. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return Math.min(address.port, 65_000);
}
