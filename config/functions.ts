import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type BuildOptions, build, context } from 'esbuild';

const SOURCE = 'cloudfunctions';
export const FUNCTIONS_DIR = 'dist/functions';

/** Folders with a config.json are cloud functions; `kit` is what they share. */
function functionNames(): string[] {
  return readdirSync(SOURCE).filter((name) => existsSync(join(SOURCE, name, 'config.json')));
}

function options(names: readonly string[], outdir: string): BuildOptions {
  return {
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, join(SOURCE, name, 'index.ts')])),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    charset: 'utf8',
    mainFields: ['module', 'main'],
    // The runtime has these streams itself; the polyfill would be an eighth of the bundle.
    // A form's field needs no table of every MIME type there is: an eighth, too.
    alias: { 'web-streams-polyfill': 'node:stream/web', 'mime-db': './config/mime-db.json' },
    legalComments: 'none',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
  };
}

/**
 * What is uploaded to CloudBase, and what the embedded cloud runs: one self-contained file per function. Built aside and
 * put in place file by file, because another product on this machine may be running from the same folder.
 */
export async function buildFunctions({ out = FUNCTIONS_DIR, watch = false } = {}): Promise<void> {
  const names = functionNames();
  const aside = `${out}.${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  for (const name of names) {
    mkdirSync(join(aside, name), { recursive: true });
    cpSync(join(SOURCE, name, 'config.json'), join(aside, name, 'config.json'));
    writeFileSync(
      join(aside, name, 'package.json'),
      `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' })}\n`,
    );
  }
  cpSync(join(SOURCE, 'indexes.json'), join(aside, 'indexes.json'));
  await build(options(names, aside));
  putInPlace(aside, out);
  if (!watch) return;
  const watcher = await context(options(names, out));
  await watcher.watch();
}

/** Renames are atomic: whoever reads a file reads the old one or the new one. Functions that are gone go. */
function putInPlace(aside: string, out: string): void {
  mkdirSync(out, { recursive: true });
  const kept = new Set(readdirSync(aside));
  const built = readdirSync(aside, { recursive: true, withFileTypes: true });
  for (const entry of built) {
    if (!entry.isFile()) continue;
    const place = relative(aside, join(entry.parentPath, entry.name));
    mkdirSync(dirname(join(out, place)), { recursive: true });
    renameSync(join(aside, place), join(out, place));
  }
  for (const name of readdirSync(out))
    if (!kept.has(name)) rmSync(join(out, name), { recursive: true, force: true });
  rmSync(aside, { recursive: true, force: true });
}

if (process.argv[1]?.endsWith('functions.ts')) void buildFunctions();
