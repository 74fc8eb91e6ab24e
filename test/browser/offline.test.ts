import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ContactSheet } from '../../domain/contact/sheet';
import type { Problem } from '../../domain/problem/problem';
import { serveApp, serveFile } from '../../local/main/web';
import { startWorld, type World } from '../functions/world';
import { ensureBuild } from '../weapp/build';
import { launchBrowser, newPhone } from './browser';

/** A browser that loses the network, its pages closed and opened again, and a cloud that loses half of its answers. */
describe('the pages without network', () => {
  let dist: string;
  let browser: Browser;
  let world: World;
  let phone: BrowserContext;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    dist = await ensureBuild('h5');
    browser = await launchBrowser();
  }, 240_000);

  afterAll(() => browser?.close());

  beforeEach(async () => {
    world = await startWorld();
    world.cloud.route('/', async (_req, res, url) => {
      if (url.pathname === '/') serveApp(res, dist, '');
      else serveFile(res, dist, url.pathname.slice(1));
    });
    phone = await newPhone(browser);
    const token = await world.token('worker');
    await phone.addInitScript((session) => localStorage.setItem('yige.session', session), token);
    errors.length = 0;
    await open('pages/home/index');
    await page.locator('#week').waitFor();
    await pagesKept();
  });

  afterEach(async () => {
    await phone.close();
    await world.stop();
    expect(errors).toEqual([]);
  });

  /** A new window of the same browser. */
  async function open(to: string): Promise<Page> {
    page = await phone.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${world.cloud.url}/#/${to}`);
    await page.locator('.y-screen').last().waitFor();
    return page;
  }

  /** Closed in the middle of whatever it does, and opened again without network. */
  async function reopen(to = 'pages/home/index'): Promise<void> {
    await page.close();
    await open(to);
  }

  /** Everything that the first page loaded lies in the browser's own store. */
  async function pagesKept(): Promise<void> {
    await page.waitForFunction(async () => {
      const kept = await (await caches.open('yige-pages')).keys();
      const loaded = performance.getEntriesByType('resource').filter(({ name }) => /\.(js|css)$/.test(name));
      return loaded.length > 0 && loaded.every(({ name }) => kept.some(({ url }) => url === name));
    });
  }

  async function go(to: string): Promise<void> {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${to}`);
  }

  const seen = (selector: string) => page.locator(`${selector} >> visible=true`).last();

  interface Kept {
    id: string;
    name: string;
    line: string;
    order: number;
    aside?: { code: string };
  }

  const waiting = (): Promise<Kept[]> =>
    page.evaluate(() =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith('yige.command.'))
        .map((key) => JSON.parse(localStorage.getItem(key) ?? '').data),
    );
  const left = async () => (await waiting()).filter((one) => !one.aside).length;

  async function untilSent(most: number): Promise<void> {
    for (let looks = 0; (await left()) > most; looks += 1) {
      if (looks > 600) throw new Error(`still ${await left()} wait`);
      // Somebody looks at the page now and then.
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await page.waitForTimeout(60);
    }
  }

  async function contact(head: string): Promise<void> {
    await seen('#record').click();
    await seen(`[aria-label="${head} 写情况"]`).click();
    await seen('#mark-save').click();
    await page.locator('#week >> visible=true').waitFor();
  }

  async function report(household: string, text: string): Promise<void> {
    await go(`pages/report/index?household=${household}&head=x`);
    await seen('#category-road').click();
    await seen('#text textarea').fill(text);
    await seen('#consented').click();
    await seen('#send').click();
    await page.locator('#week >> visible=true').waitFor();
  }

  async function comment(text: string): Promise<void> {
    await seen('#act-comment').click();
    await seen('#words textarea').fill(text);
    await seen('#give-comment').click();
    await page.locator('#words').waitFor({ state: 'detached' });
  }

  const faults = (body: object) =>
    fetch(`${world.cloud.url}/_local/faults`, { method: 'POST', body: JSON.stringify(body) });
  const problems = () => world.documents<Problem>('problems');

  test('fifty commands, the page closed three times, half the answers lost: each applied once and in order', async () => {
    const reported: string[] = [];
    for (const text of ['桥塌了', '井干了', '灯灭了']) {
      const { problem } = await world.ok('resident', 'problem.report', { category: 'road', text });
      reported.push(problem);
      await go(`pages/problem/index?id=${problem}`);
      await seen(`#act-comment`).waitFor();
      await page.getByText(text).last().waitFor();
    }
    const [first, second, third] = reported as [string, string, string];
    await phone.setOffline(true);
    await reopen();
    for (let n = 1; n <= 12; n += 1) await contact(`户主${n}`);
    await seen('#unsent').waitFor();

    await reopen();
    await page.getByText('未上传 12 条').last().waitFor();
    for (let n = 1; n <= 17; n += 1) await report(`h${((n - 1) % 12) + 1}`, `第${n}件`);

    await reopen(`pages/problem/index?id=${first}`);
    for (let n = 1; n <= 10; n += 1) await comment(`桥 ${n}`);
    await reopen(`pages/problem/index?id=${second}`);
    for (let n = 1; n <= 10; n += 1) await comment(`井 ${n}`);
    await reopen(`pages/problem/index?id=${third}`);
    await comment('灯还没亮');
    const made = (await waiting()).sort((a, b) => a.order - b.order);
    expect(made).toHaveLength(50);

    await world.ok('resident', 'problem.withdraw', { problem: third });
    await world.resetUsage();
    await faults({ service: 'functions', kind: 'drop', rate: 0.5 });
    await phone.setOffline(false);
    await untilSent(25);
    await reopen();
    await untilSent(0);
    await fetch(`${world.cloud.url}/_local/faults`, { method: 'DELETE' });
    // Otherwise no answer was lost, and this test shows nothing.
    expect((await world.usage()).calls).toBeGreaterThan(60);

    const [sheet] = await world.documents<ContactSheet>('sheets');
    expect(sheet).toMatchObject({ reached: 12, rev: 12 });
    expect(sheet!.applied.map((one) => one.id)).toEqual(
      made.filter((one) => one.name === 'contact.save').map((one) => one.id),
    );
    const now = await problems();
    const comments = (id: string) =>
      now
        .find((one) => one._id === id)!
        .timeline.flatMap((entry) => (entry.what === 'comment' ? [entry.text] : []));
    const counted = (word: string) => Array.from({ length: 10 }, (_, n) => `${word} ${n + 1}`);
    expect(comments(first)).toEqual(counted('桥'));
    expect(comments(second)).toEqual(counted('井'));
    expect(comments(third)).toEqual([]);
    const onBehalf = now.filter((one) => !reported.includes(one._id)).map((one) => one.text);
    expect(onBehalf.sort()).toEqual(Array.from({ length: 17 }, (_, n) => `第${n + 1}件`).sort());

    expect(await waiting()).toMatchObject([{ name: 'problem.comment', aside: { code: 'NOT_NOW' } }]);
    await seen('#unsent').click();
    await page.getByText('这件事已经有了新的进展').last().waitFor();
    await page.getByText('灯还没亮').last().waitFor();
  }, 240_000);

  test('a photo waits in the browser over a closed page, is uploaded once, and leaves it', async () => {
    await phone.setOffline(true);
    await go('pages/report/index?household=h1&head=x');
    await seen('#category-road').click();
    await seen('#text textarea').fill('路断了，有照片');
    await seen('#consented').click();
    const chooser = page.waitForEvent('filechooser');
    await seen('.y-photos__add').click();
    const picture = await page.screenshot({ type: 'jpeg', quality: 40 });
    await (await chooser).setFiles({ name: 'road.jpg', mimeType: 'image/jpeg', buffer: picture });
    await seen('.y-photos__photo').waitFor();
    await seen('#send').click();
    await page.getByText('未上传 1 条').last().waitFor();
    await reopen();
    await page.getByText('未上传 1 条').last().waitFor();
    await faults({ service: 'functions', kind: 'drop', times: 1 });
    await phone.setOffline(false);
    await untilSent(0);
    const all = await problems();
    expect(all).toMatchObject([{ text: '路断了，有照片', photos: [expect.stringMatching(/^cloud:/)] }]);
    const files = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('yige', 1);
          opening.onsuccess = () => {
            const count = opening.result.transaction('files').objectStore('files').count();
            count.onsuccess = () => resolve(count.result);
          };
        }),
    );
    expect(files).toBe(0);
  });

  test('two windows do not send the same twice', async () => {
    await phone.setOffline(true);
    for (let n = 1; n <= 6; n += 1) await report(`h${n}`, `第${n}件`);
    for (let n = 1; n <= 4; n += 1) await contact(`户主${n}`);
    const other = page;
    await open('pages/home/index');
    await page.getByText('未上传 10 条').last().waitFor();
    await world.resetUsage();
    await phone.setOffline(false);
    await untilSent(0);
    await other.getByText('未上传').last().waitFor({ state: 'hidden' });
    const { functions } = await (await fetch(`${world.cloud.url}/_local/usage`)).json();
    expect(functions.problem.actions.report.calls).toBe(6);
    expect(functions.contact.actions.save.calls).toBe(4);
  });

  test('who logs out is told what would be lost, and then nothing of them stays', async () => {
    await phone.setOffline(true);
    await report('h1', '路断了');
    await go('pages/me/index');
    await seen('#log-out').click();
    await page.getByText('还有 1 项没有送出').last().waitFor();
    await seen('#log-out-now').click();
    await page.waitForFunction(
      () => Object.keys(localStorage).filter((key) => /^yige\.(command|answer|person)/.test(key)).length <= 1,
    );
    // The page is loaded anew meanwhile: asked until there is an answer.
    await page.waitForFunction(
      () => !Object.keys(localStorage).some((key) => key.startsWith('yige.command.')),
    );
  });
});
