import type { Page } from 'playwright-core';
import { openVillage, type Village } from './village';

/** Counted in the page itself: taps of a finger, and keys that were struck. */
interface Effort {
  taps: number;
  keys: number;
}

declare global {
  interface Window {
    effort: Effort;
  }
}

/** Counts from when the page opens. */
function counted(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    window.effort = { taps: 0, keys: 0 };
    const count = (what: keyof Effort) => (event: Event) => {
      // A script that opens the camera clicks too; a finger is trusted.
      if (event.isTrusted) window.effort[what] += 1;
    };
    window.addEventListener('click', count('taps'), true);
    window.addEventListener('keydown', count('keys'), true);
  });
}

describe('what contact costs a worker’s thumb', () => {
  let village: Village;
  let worker: string;
  let resident: string;

  beforeAll(async () => {
    village = await openVillage();
    worker = village.cast.worker.id;
    resident = village.cast.resident.id;
  }, 300_000);

  afterAll(() => village?.stop());

  afterEach(async () => expect(await village.putAway()).toEqual([]));

  const phoneOf = (person: string, to = 'pages/home/index') => village.open(person, to, { prepare: counted });

  /** The app closed, and started again on that page. */
  async function open(page: Page, to: string): Promise<void> {
    const [app] = page.url().split('#');
    await page.goto('about:blank');
    await page.goto(`${app}#/${to}`);
  }

  const spent = (page: Page): Promise<Effort> => page.evaluate(() => window.effort);

  test('nothing unusual: every household of the week in three taps, no typing', async () => {
    const page = await phoneOf(worker);
    await page.locator('#record').click();
    await page.locator('#all-phone').click();
    await page.locator('#save').click();
    await page.getByText('本周都联系到了').waitFor();
    expect(await spent(page)).toEqual({ taps: 3, keys: 0 });
  });

  test('one household with a note and a photo: at most six taps, the one into the note counted', async () => {
    const page = await phoneOf(worker);
    await page.locator('#record').click();
    const details = page.locator('[id^="details-"]').first();
    const household = (await details.getAttribute('id'))!.replace('details-', '');
    await details.click();
    await page.locator('#note textarea').click();
    await page.keyboard.type('老人咳嗽好些了');
    const picture = { name: 'yard.png', mimeType: 'image/png', buffer: await page.screenshot() };
    const chooser = page.waitForEvent('filechooser');
    await page.locator('.y-photos__add').click();
    await (await chooser).setFiles(picture);
    await page.locator('.y-photos__photo').waitFor();
    await page.locator('#mark-save').click();
    await page.locator('#week').waitFor();
    expect((await spent(page)).taps).toBeLessThanOrEqual(6);

    await open(page, `pages/household/index?id=${household}`);
    await page.locator('#contacts').getByText('老人咳嗽好些了').waitFor();
    await page.locator('.y-pictures__one').first().waitFor();
  });

  test('what is ticked and not saved is still there after leaving the page, and after the app was closed', async () => {
    const page = await phoneOf(worker, 'pages/sheet/index');
    await page.locator('[id^="details-"]').first().click();
    await page.locator('#note textarea').fill('冬天的草料够了');
    await page.locator('#mark').click();
    await page.getByText('冬天的草料够了').waitFor();
    await open(page, 'pages/sheet/index');
    await page.getByText('冬天的草料够了').waitFor();
    await page.getByText('保存 1 户').waitFor();
  });

  test('a resident says “yes, was here” in one tap and asks to be called; the worker sees it first', async () => {
    const home = await phoneOf(resident);
    await home.locator('#vouch-yes').click();
    await home.locator('#vouch').waitFor({ state: 'detached' });
    expect(await spent(home)).toEqual({ taps: 1, keys: 0 });
    await home.locator('#call-me').click();
    await home.getByText('已请网格员给您打电话').waitFor();

    const page = await phoneOf(worker, 'pages/sheet/index');
    await page.locator('[id^="row-"]').first().getByText('请您打电话').waitFor();
  });

  test('a new phone is bound by the worker’s code, name, consent and the worker’s yes', async () => {
    const page = await phoneOf(worker);
    await page.locator('[id^="household-"]').first().click();
    await page.locator('#history').click();
    await page.locator('#make-code').click();
    const code = (await page.locator('#code').innerText()).replace(/\s/g, '');

    const stranger = await phoneOf('new-1');
    await stranger.locator('#bind').click();
    await stranger.locator('#code input').fill(code.toLowerCase());
    await stranger.locator('#name input').fill('额尔德尼·巴雅尔');
    await stranger.locator('#send').click();
    await stranger.getByText('同意以后才能送出').waitFor();
    await stranger.locator('#agree').click();
    await stranger.locator('#send').click();
    await stranger.locator('#sent').waitFor();

    await open(page, 'pages/home/index');
    await page.locator('#asks').click();
    await page.locator('#waiting').getByText('额尔德尼·巴雅尔').waitFor();
    await page.locator('[id^="yes-"]').click();
    await page.locator('#bound').getByText('额尔德尼·巴雅尔').waitFor();

    await stranger.locator('#done').click();
    await stranger.locator('#my-worker').waitFor();
  });
});
