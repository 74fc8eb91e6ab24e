import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { CACHE, ROOT } from './cache';

export interface Chromium {
  /** Absent: Playwright looks for an installed Chrome. */
  executablePath?: string;
  env: Record<string, string>;
}

/**
 * The browser that came with `npm ci`: @sparticuz/chromium carries it brotli-packed for Linux x64.
 * We unpack it ourselves, into a directory that appears in one step, so that parallel runs never start half a file.
 */
export async function chromiumFromNpm(): Promise<Chromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const require = createRequire(path.join(ROOT, 'package.json'));
  const entry = require.resolve('@sparticuz/chromium');
  const home = path.resolve(path.dirname(entry), '../..');
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
    version: string;
  };
  const dir = path.join(CACHE, `chromium-${version}`);
  if (!existsSync(dir)) await unpack(path.join(home, 'bin'), dir);
  const executablePath = path.join(dir, 'chromium');
  const lacksLibraries = execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
  return { executablePath, env: lacksLibraries ? { LD_LIBRARY_PATH: path.join(dir, 'lib') } : {} };
}

async function unpack(from: string, dir: string): Promise<void> {
  const half = `${dir}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  await pipeline(
    createReadStream(path.join(from, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(path.join(half, 'chromium'), { mode: 0o755 }),
  );
  // NSS and friends, for machines that have never had a browser.
  const libraries = path.join(half, 'libraries.tar');
  writeFileSync(libraries, brotliDecompressSync(readFileSync(path.join(from, 'al2023.tar.br'))));
  execFileSync('tar', ['-xf', libraries, '-C', half]);
  rmSync(libraries);
  try {
    renameSync(half, dir);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(dir)) throw error;
  }
}
