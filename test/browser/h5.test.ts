import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { ensureBuild } from '../weapp/build';
import { launchBrowser, newPhone } from './browser';
import { type Site, serveDirectory } from './site';

/** DESIGN allows 250 KB; what is left is room for what daily pages will need. */
const FIRST_LOAD_BYTES = 235_000;
/** Pages of herders and workers; desks sit at a PC, and theirs come when they are opened. */
const DAILY = ['problems', 'inbox', 'me', 'sheet', 'report', 'problem', 'household', 'outbox'];

describe('the H5 build', () => {
  let browser: Browser;
  let site: Site;

  beforeAll(async () => {
    site = await serveDirectory(await ensureBuild('h5'));
    browser = await launchBrowser();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  it('opens home with at most 235 KB of script, compressed, and no script error', async () => {
    const phone = await newPhone(browser);
    const page = await phone.newPage();
    const errors: string[] = [];
    const scripts: Promise<number>[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(site.url);
    await page.locator('.y-screen').first().waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
    expect(errors).toEqual([]);
    console.info(`first load: ${bytes} bytes of script, compressed`);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(FIRST_LOAD_BYTES);
    await phone.close();
  });

  it.each(
    DAILY,
  )('has everything of %s already when home stands: it opens in a valley without signal', async (name) => {
    const phone = await newPhone(browser);
    const page = await phone.newPage();
    await page.goto(site.url);
    await page.locator('.y-screen').first().waitFor();
    await page.waitForLoadState('networkidle');
    const more: string[] = [];
    page.on('request', (request) => {
      if (/\.(js|css)$/.test(request.url())) more.push(request.url());
    });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/pages/${name}/index`);
    await page.waitForFunction((path) => location.hash.includes(path), `pages/${name}/`);
    await page.waitForLoadState('networkidle');
    expect(more).toEqual([]);
    await phone.close();
  });

  it('draws Chinese: two characters look different, so neither is a box', async () => {
    const page = await browser.newPage({ viewport: { width: 60, height: 60 } });
    const drawn = async (character: string) => {
      await page.setContent(`<body style="margin:0;font:48px sans-serif">${character}</body>`);
      return (await page.screenshot()).toString('base64');
    };
    expect(await drawn('格')).not.toBe(await drawn('旗'));
    await page.close();
  });
});
