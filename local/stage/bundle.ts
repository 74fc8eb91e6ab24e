import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const PAGE = join(__dirname, 'page');

/** What the stage's origin serves below `/stage/`, and the script for the phones' pages; built in memory. */
export interface StageFiles {
  html: string;
  css: string;
  script: string;
  frame: string;
}

export async function bundleStage(): Promise<StageFiles> {
  const [script, frame] = await Promise.all([compiled('main.ts'), compiled('frame.ts')]);
  const read = (name: string) => readFileSync(join(PAGE, name), 'utf8');
  return { html: read('index.html'), css: read('stage.css'), script, frame };
}

async function compiled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(PAGE, name)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}
