import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** What is uploaded to CloudBase, and what the embedded cloud runs: one self-contained file per function. */
export async function buildFunctions({ out = FUNCTIONS_DIR, watch = false } = {}): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const names = functionNames();
  for (const name of names) {
    mkdirSync(join(out, name), { recursive: true });
    cpSync(join(SOURCE, name, 'config.json'), join(out, name, 'config.json'));
    writeFileSync(
      join(out, name, 'package.json'),
      `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' })}\n`,
    );
  }
  cpSync(join(SOURCE, 'indexes.json'), join(out, 'indexes.json'));
  if (!watch) {
    await build(options(names, out));
    return;
  }
  const watcher = await context(options(names, out));
  await watcher.rebuild();
  await watcher.watch();
}

if (process.argv[1]?.endsWith('functions.ts')) void buildFunctions();
