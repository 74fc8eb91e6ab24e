import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { filesBelow } from '../../config/pages';
import { ensureBuild } from './build';

const run = promisify(execFile);
const MAIN_BYTES = 1_000_000;
const PACKAGE_BYTES = 1_500_000;
const ICON_BYTES = 40_000;
/** WeChat answers `Function` with a stub; webpack and lodash ask it for the global object only where there is no globalThis. */
const GLOBAL_LOOKUP = /(new )?Function\("return this"\)\(\)/g;

interface AppJson {
  tabBar?: { list: { iconPath?: string; selectedIconPath?: string }[] };
  subPackages?: { root: string }[];
}

describe('the weapp build', () => {
  let dist: string;
  let workshop: string;

  beforeAll(async () => {
    dist = await ensureBuild('weapp');
    workshop = mkdtempSync(path.join(tmpdir(), 'yige-gates-'));
  }, 180_000);

  afterAll(() => rmSync(workshop, { recursive: true, force: true }));

  const names = (ending: string) =>
    filesBelow(dist)
      .filter((file) => file.endsWith(ending))
      .map((file) => path.relative(dist, file));

  it("satisfies WeChat's WXML compiler, scripts included", async () => {
    const wcc = compiler('wcc', workshop);
    await run(wcc, ['-d', '-cc', '0', ...names('.wxml'), ...names('.wxs'), '-gn', '$gwx'], {
      cwd: dist,
      maxBuffer: 1e8,
    });
  });

  it("satisfies WeChat's WXSS compiler", async () => {
    await run(compiler('wcsc', workshop), ['-db', '-pc', '0', ...names('.wxss')], {
      cwd: dist,
      maxBuffer: 1e8,
    });
  });

  it('would notice a broken template and a broken style', async () => {
    writeFileSync(path.join(workshop, 'bad.wxml'), '<view><text></view>');
    writeFileSync(path.join(workshop, 'bad.wxss'), '.a{color:red');
    await expect(
      run(compiler('wcc', workshop), ['-d', '-cc', '0', 'bad.wxml'], { cwd: workshop }),
    ).rejects.toThrow('end-tag');
    await expect(
      run(compiler('wcsc', workshop), ['-db', '-pc', '0', 'bad.wxss'], { cwd: workshop }),
    ).rejects.toThrow('unexpected token');
  });

  it("has an app.json that WeChat's packer accepts", async () => {
    const script = path.join(__dirname, 'compile-app.cjs');
    await run(process.execPath, [script, dist, path.join(workshop, 'app.zip')], { timeout: 60_000 });
  });

  it('stays within the size of its packages', () => {
    const { subPackages = [], tabBar } = JSON.parse(
      readFileSync(path.join(dist, 'app.json'), 'utf8'),
    ) as AppJson;
    const roots = subPackages.map(({ root }) => `${root.replace(/\/$/, '')}/`);
    const sizes = new Map<string, number>();
    for (const name of names('')) {
      const home = roots.find((root) => name.startsWith(root)) ?? 'main';
      sizes.set(home, (sizes.get(home) ?? 0) + statSync(path.join(dist, name)).size);
    }
    expect(sizes.get('main')).toBeLessThan(MAIN_BYTES);
    for (const root of roots) expect(sizes.get(root)).toBeLessThan(PACKAGE_BYTES);
    for (const { iconPath, selectedIconPath } of tabBar?.list ?? []) {
      for (const icon of [iconPath, selectedIconPath]) {
        if (icon) expect(statSync(path.join(dist, icon)).size).toBeLessThan(ICON_BYTES);
      }
    }
  });

  it('makes no code from strings and carries no validator, no H5 adapter', () => {
    for (const name of names('.js')) {
      const source = readFileSync(path.join(dist, name), 'utf8').replace(GLOBAL_LOOKUP, '');
      expect([name, source.match(/\beval\(|new Function\(|\bFunction\("/g)]).toEqual([name, null]);
      expect([name, /ZodError|yige\.session|MediaRecorder/.test(source)]).toEqual([name, false]);
    }
  });
});

/** npm keeps no x-bit without install scripts, and node_modules may be read-only: a copy gets one. */
function compiler(name: 'wcc' | 'wcsc', workshop: string): string {
  const home = path.dirname(createRequire(__filename).resolve('miniprogram-compiler/package.json'));
  const platform = { darwin: 'mac', win32: 'windows' }[process.platform as string] ?? 'linux';
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const copy = path.join(workshop, 'bin', file);
  mkdirSync(path.dirname(copy), { recursive: true });
  copyFileSync(path.join(home, 'bin', platform, file), copy);
  chmodSync(copy, 0o755);
  return copy;
}
