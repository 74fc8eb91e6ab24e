import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
  await taro(['build', '--type', 'h5'], 'production');
  writeFileSync(STAMP, source);
  return true;
}

/** Keeps building in the background; the first build is not waited for. @returns what stops it */
export function watchH5(log: (line: string) => void): () => void {
  const child = spawn(process.execPath, [taroFile(), 'build', '--type', 'h5', '--watch', '--no-server'], {
    env: { ...process.env, NODE_ENV: 'development' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.on('data', (part: Buffer) => log(`h5: ${part.toString('utf8').trim()}`));
  return () => void child.kill();
}

function taro(args: string[], mode: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [taroFile(), ...args], {
      env: { ...process.env, NODE_ENV: mode },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const hear = (part: Buffer) => {
      said = (said + part.toString('utf8')).slice(-4000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`building the H5 pages failed (exit ${code}):\n${said}`));
    });
  });
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
