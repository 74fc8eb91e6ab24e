import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const CACHE = path.join(ROOT, '.cache');
/** Whatever changes the bundles. */
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

export type Target = 'weapp' | 'h5';

/**
 * Builds `dist/<target>` unless it was built from exactly these sources. Workers wait for each other.
 * @returns the directory
 */
export async function ensureBuild(target: Target): Promise<string> {
  const dir = path.join(ROOT, 'dist', target);
  const stamp = path.join(CACHE, `${target}.sources`);
  const wanted = fingerprint();
  const isFresh = () => existsSync(dir) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isFresh()) return dir;
  const unlock = await lock();
  try {
    if (isFresh()) return dir;
    rmSync(dir, { recursive: true, force: true });
    build(target);
    writeFileSync(stamp, wanted);
    return dir;
  } finally {
    unlock();
  }
}

function build(target: Target): void {
  const cli = path.join(ROOT, 'node_modules/@tarojs/cli/bin/taro');
  const env = { ...process.env, NODE_ENV: 'production', CI: 'true' };
  try {
    execFileSync(process.execPath, [cli, 'build', '--type', target], { cwd: ROOT, env, stdio: 'pipe' });
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new Error(`taro build --type ${target} failed:\n${said.slice(-4000)}`);
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesBelow(path.join(ROOT, source))) {
      hash.update(path.relative(ROOT, file)).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** Sorted, so that the same files give the same fingerprint. */
export function filesBelow(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  const entries = readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => filesBelow(path.join(place, entry.name)));
}

async function lock(): Promise<() => void> {
  const place = path.join(CACHE, 'build.lock');
  mkdirSync(CACHE, { recursive: true });
  for (;;) {
    try {
      mkdirSync(place);
      return () => rmSync(place, { recursive: true, force: true });
    } catch {
      if (existsSync(place) && Date.now() - statSync(place).mtimeMs > STALE_LOCK_MS) {
        rmSync(place, { recursive: true, force: true });
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}
