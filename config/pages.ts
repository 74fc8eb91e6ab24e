import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export type Target = 'weapp' | 'h5';

const ROOT = resolve(__dirname, '..');
const CACHE = join(ROOT, '.cache');
/** Whatever changes the pages. */
const SOURCES = [
  'src',
  'domain',
  'config/index.ts',
  'config/aria.ts',
  'babel.config.cjs',
  'package-lock.json',
];
/** A build takes 30 s; a lock older than this belongs to a killed process. */
const STALE_LOCK_MS = 5 * 60_000;

/** Where the pages of a target stand once built. */
export function pagesDir(target: Target): string {
  return join(ROOT, 'dist', target);
}

/**
 * Builds the pages unless they were built from exactly these sources. Processes wait for each other.
 * @returns whether it built
 * @throws Error with Taro's own words
 */
export async function buildPages(target: Target, begin: () => void = () => {}): Promise<boolean> {
  const dir = pagesDir(target);
  const stamp = join(CACHE, `${target}.sources`);
  const wanted = fingerprint();
  const isFresh = () => existsSync(dir) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isFresh()) return false;
  const unlock = await lock();
  try {
    if (isFresh()) return false;
    begin();
    rmSync(dir, { recursive: true, force: true });
    await taro(target);
    writeFileSync(stamp, wanted);
    return true;
  } finally {
    unlock();
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesBelow(join(ROOT, source)))
      hash.update(relative(ROOT, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Sorted, so that the same files give the same fingerprint. */
export function filesBelow(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  const entries = readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => filesBelow(join(place, entry.name)));
}

/** Taro's command line in its own process; it ends with this one. */
function taro(target: Target): Promise<void> {
  const cli = join(dirname(require.resolve('@tarojs/cli/package.json')), 'bin/taro');
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [cli, 'build', '--type', target], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production', CI: 'true' },
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
    child.on('error', failed);
    child.on('exit', (code) => {
      process.off('exit', end);
      if (code === 0) done();
      else failed(new Error(`building the ${target} pages failed (exit ${code}):\n${withoutProgress(said)}`));
    });
  });
}

/** What went wrong, without the bars and colours that came before it. */
function withoutProgress(said: string): string {
  return stripVTControlCharacters(said.slice(Math.max(0, said.lastIndexOf('Errors:')))).trim();
}

async function lock(): Promise<() => void> {
  const place = join(CACHE, 'build.lock');
  mkdirSync(CACHE, { recursive: true });
  for (;;) {
    try {
      mkdirSync(place);
      return () => rmSync(place, { recursive: true, force: true });
    } catch {
      if (existsSync(place) && Date.now() - statSync(place).mtimeMs > STALE_LOCK_MS) {
        rmSync(place, { recursive: true, force: true });
      }
      await new Promise((wait) => setTimeout(wait, 300));
    }
  }
}
