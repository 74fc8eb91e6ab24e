import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CACHE, ROOT } from './cache';
import { woffToSfnt } from './woff';

const WEIGHTS = [400, 700];
const SUBSETS = ['chinese-simplified', 'latin'];

/**
 * A fontconfig of our own with one family, so that Chinese is drawn the same on every machine, fonts installed or not.
 * @returns the path for FONTCONFIG_FILE
 */
export function chineseFonts(): string {
  const dir = path.join(CACHE, 'fonts');
  const config = path.join(dir, 'fonts.conf');
  if (existsSync(config)) return config;
  const require = createRequire(path.join(ROOT, 'package.json'));
  const home = path.dirname(require.resolve('@fontsource/noto-sans-sc/package.json'));
  mkdirSync(path.join(dir, 'cache'), { recursive: true });
  for (const subset of SUBSETS) {
    for (const weight of WEIGHTS) {
      const name = `noto-sans-sc-${subset}-${weight}-normal`;
      const font = woffToSfnt(readFileSync(path.join(home, 'files', `${name}.woff`)));
      writeFileSync(path.join(dir, `${name}.ttf`), font);
    }
  }
  const families = ['sans-serif', 'serif', 'system-ui', 'PingFang SC', 'Microsoft YaHei'].map(
    (name) =>
      `<alias binding="same"><family>${name}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${dir}</dir><cachedir>${path.join(dir, 'cache')}</cachedir>${families.join('')}</fontconfig>`,
  );
  return config;
}
