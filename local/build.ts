import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export const H5_DIR = 'dist/h5';
const STAMP = join(H5_DIR, '.source');
/** What the pages are made of. */
const SOURCES = ['src', 'domain', 'config', 'package-lock.json', 'babel.config.cjs'];

/** Builds the H5 pages when their source is not what the last build was made of. @returns whether it built */
export async function buildH5(log: (line: string) => void): Promise<boolean> {
  const source = fingerprint();
  if (existsSync(join(H5_DIR, 'index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === source)
    return false;
  log('building the H5 pages');
  await taro(['build', '--type', 'h5']);
  writeFileSync(STAMP, source);
  return true;
}

/** Runs `act` a moment after files below these folders have changed, one run at a time. */
export function onChange(folders: readonly string[], act: () => Promise<unknown>): void {
  let soon: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const changed = () => {
    clearTimeout(soon);
    soon = setTimeout(() => {
      running = running.then(act).catch((error: unknown) => console.error(String(error)));
    }, 300);
  };
  for (const folder of folders) watch(folder, { recursive: true }, changed);
}

/** Taro's command line in its own process; it ends with this one. */
function taro(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [taroFile(), ...args], {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const end = () => void child.kill();
    process.once('exit', end);
    let said = '';
    const hear = (part: Buffer) => {
      said = (said + part.toString('utf8')).slice(-4000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('exit', (code) => {
      process.off('exit', end);
      if (code === 0) resolve();
      else reject(new Error(`building the H5 pages failed (exit ${code}):\n${withoutProgress(said)}`));
    });
  });
}

/** What went wrong, without the bars and colours that came before it. */
function withoutProgress(said: string): string {
  return stripVTControlCharacters(said.slice(Math.max(0, said.lastIndexOf('Errors:')))).trim();
}

function taroFile(): string {
  return join('node_modules', '@tarojs', 'cli', 'bin', 'taro');
}

/** Content, not dates: a fresh clone and a switched branch are told apart rightly. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const add = (path: string) => hash.update(path).update('\0').update(readFileSync(path));
  for (const source of SOURCES) {
    if (!existsSync(source)) continue;
    if (source.includes('.')) add(source);
    else for (const path of filesIn(source)) add(path);
  }
  return hash.digest('hex');
}

function filesIn(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(dir, entry.name)) : [join(dir, entry.name)]));
}
