/** Draws the tab bar's icons (81 × 81, as WeChat asks) into src/assets/tabs: `npx tsx test/browser/tab-icons.ts`. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser';
import { ROOT } from './cache';

const SIZE = 81;
const OUT = path.join(ROOT, 'src/assets/tabs');

/** On a ground of 27 × 27; `F` is what fills when the tab is the current one. */
const SHAPES = {
  home: '<rect x="4" y="4" width="19" height="19" rx="4"/><path d="M13.5 4v19M4 13.5h19"/><rect class="F" x="4" y="13.5" width="9.5" height="9.5" rx="2"/>',
  problems:
    '<path class="F" d="M5 5h17a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-6 5v-5H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z"/><path class="on" d="M8.5 12h10"/>',
  inbox:
    '<path class="F" d="M7 18v-6.5a6.5 6.5 0 0 1 13 0V18l2 2.5H5z"/><path d="M11.5 23.5a2.2 2.2 0 0 0 4 0"/>',
  me: '<circle class="F" cx="13.5" cy="9" r="5"/><path class="F" d="M4 24c.5-5.5 4.500-8 9.500-8s9 2.500 9.500 8z"/>',
};

const LOOKS = {
  '': { stroke: '#5a5f50', fill: 'none', on: '#5a5f50' },
  '-on': { stroke: '#2f6b3c', fill: '#2f6b3c', on: '#fffcf5' },
};

async function draw(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  for (const [name, shape] of Object.entries(SHAPES)) {
    for (const [suffix, look] of Object.entries(LOOKS)) {
      await page.setContent(
        `<style>body{margin:0}svg{display:block;fill:none;stroke:${look.stroke};stroke-width:2;stroke-linejoin:round;stroke-linecap:round}.F{fill:${look.fill}}.on{stroke:${look.on}}</style>` +
          `<svg width="${SIZE}" height="${SIZE}" viewBox="0 0 27 27">${shape}</svg>`,
      );
      await page.screenshot({ path: path.join(OUT, `${name}${suffix}.png`), omitBackground: true });
    }
  }
  await browser.close();
}

void draw();
