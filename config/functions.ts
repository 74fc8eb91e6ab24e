import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, context } from 'esbuild';

const SOURCE = 'cloudfunctions';
const OUT = 'dist/functions';

/** Folders with a config.json are cloud functions; `kit` is what they share. */
function functionNames(): string[] {
  return readdirSync(SOURCE).filter((name) => existsSync(join(SOURCE, name, 'config.json')));
}

function options(names: readonly string[]) {
  return {
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, join(SOURCE, name, 'index.ts')])),
    outdir: OUT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    charset: 'utf8',
    mainFields: ['module', 'main'],
    // The runtime has these streams itself; the polyfill would be an eighth of the bundle.
    alias: { 'web-streams-polyfill': 'node:stream/web' },
    legalComments: 'none',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
  } as const;
}

/** What is uploaded to CloudBase, and what the embedded cloud runs: one self-contained file per function. */
export async function buildFunctions(watch = false): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  const names = functionNames();
  for (const name of names) {
    mkdirSync(join(OUT, name), { recursive: true });
    cpSync(join(SOURCE, name, 'config.json'), join(OUT, name, 'config.json'));
    writeFileSync(
      join(OUT, name, 'package.json'),
      `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' })}\n`,
    );
  }
  cpSync(join(SOURCE, 'indexes.json'), join(OUT, 'indexes.json'));
  if (!watch) {
    await build(options(names));
    return;
  }
  const watcher = await context(options(names));
  await watcher.rebuild();
  await watcher.watch();
}

if (process.argv[1]?.endsWith('functions.ts')) void buildFunctions();
