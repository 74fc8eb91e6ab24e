import type { FrameLocator, Page } from 'playwright-core';
import { openVillage, type Village } from './village';

const TIMERS_MS = 240_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const TEN_MS = 10 * HOUR_MS;
const SHANGHAI_MS = 8 * HOUR_MS;

/**
 * One week in a real village, told on the stage's four phones: who reads this test has read what Yige does.
 * The steps build on each other, in order.
 */
describe('four people of one village', () => {
  let village: Village;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    village = await openVillage();
    const { url, browser, door } = village;
    // Phones are quiet at night; the story is one of a morning, whenever it is run.
    const { ms } = await door('/_local/clock');
    const untilTen = (DAY_MS + TEN_MS - ((ms + SHANGHAI_MS) % DAY_MS)) % DAY_MS;
    await door('/_local/clock', { advance: `PT${Math.ceil(untilTen / 60_000)}M` });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => errors.push(error.message));
    page.setDefaultTimeout(20_000);
    await page.goto(url);
  }, 300_000);

  afterAll(() => village?.stop());

  const phone = (role: 'resident' | 'worker' | 'chief' | 'secretary'): FrameLocator =>
    page.frameLocator(`.phone[data-role="${role}"] iframe`);
  const message = (role: string, words: string) =>
    page.locator(`.phone[data-role="${role}"] .tray .card`, { hasText: words }).last();
  /** The stage's clock moves on; every timer of the product fires on the way, however slow the machine is. */
  const pass = (time: '＋1 天' | '＋1 小时') =>
    page.getByRole('button', { name: time }).click({ timeout: TIMERS_MS });
  const callsOf = async (fn: string, action: string): Promise<number> => {
    const usage = await village.door('/_local/usage');
    return usage.functions[fn]?.actions[action]?.calls ?? 0;
  };

  test('the worker ticks this week’s households: three taps, no typing, one call', async () => {
    const worker = phone('worker');
    await worker.locator('#record').click();
    await worker.locator('#all-phone').click();
    await worker.locator('#save').click();
    await worker.getByText('本周都联系到了').waitFor();
    // Quick thumbs: home stays in sight after the sheet has gone.
    await page.waitForTimeout(1_000);
    expect(await worker.locator('#week').isVisible()).toBe(true);
    expect(await callsOf('contact', 'save')).toBe(1);
  });

  test('a resident reports a bad road and sees who has it until when', async () => {
    const resident = phone('resident');
    await resident.locator('#report').click();
    await resident.locator('#category-road').click();
    await resident.locator('#text textarea').fill('渠边的路又陡又窄，拉草的车过不去');
    await resident.locator('#send').click();
    const standing = resident.locator('#standing');
    await standing.getByText('已经交给网格长').waitFor();
    await resident.locator('#why').click();
    await resident.getByText('按规定24小时内').waitFor();
  });

  test('the chief’s phone buzzes; one tap opens the problem; the chief takes it and gets it done', async () => {
    await message('chief', '新的道路问题').locator('.card-body').click();
    const chief = phone('chief');
    await chief.getByText('渠边的路又陡又窄，拉草的车过不去').first().waitFor();
    await chief.locator('#act-accept').click();
    await chief.locator('#act-finish').click();
    await chief.locator('#words textarea').fill('和扬水站商量，路面加宽铺了砂石');
    await chief.locator('#give-finish').click();
    await chief.getByText('等居民在').first().waitFor();
  });

  test('the resident hears of each step and says “solved”', async () => {
    await message('resident', '待您确认').locator('.card-body').click();
    const resident = phone('resident');
    await resident.getByText('和扬水站商量，路面加宽铺了砂石').first().waitFor();
    await resident.locator('#act-confirm').click();
    await resident.getByText('谢谢您告诉我们').first().waitFor();
  });

  test('the chief escalates what the grid cannot solve; the secretary sees it on the desk', async () => {
    await report('water', '斗渠淤了，浇不上水');
    await message('chief', '新的用水灌溉问题').locator('.card-body').click();
    const chief = phone('chief');
    await chief.getByText('斗渠淤了，浇不上水').first().waitFor();
    await chief.locator('#act-escalate').click();
    await chief.locator('#words textarea').fill('要几个网格一起清淤');
    await chief.locator('#give-escalate').click();
    await message('secretary', '上报：用水灌溉问题').locator('.card-body').click();
    await phone('secretary').getByText('要几个网格一起清淤').first().waitFor();
    await phone('secretary').locator('#act-accept').waitFor();
  });

  test('nobody acts: the clock passes the deadline and the problem climbs to the village by itself', async () => {
    await report('heating', '大棚没有暖气');
    await message('chief', '新的供暖问题').waitFor();
    await pass('＋1 天');
    await pass('＋1 小时');
    await message('secretary', '逾期升级：供暖问题').locator('.card-body').click({ timeout: TIMERS_MS });
    const secretary = phone('secretary');
    await secretary.getByText('大棚没有暖气').first().waitFor();
    await secretary.locator('#act-accept').click();
    await secretary.locator('#act-finish').waitFor();
    // That it had moved was told just now: how it goes on waits two hours for company.
    for (let hours = 0; hours < 3; hours += 1) await pass('＋1 小时');
    await message('resident', '已受理').waitFor({ timeout: TIMERS_MS });
  }, 900_000);

  test('the resident says “not solved”, and it goes one level up', async () => {
    const secretary = phone('secretary');
    await secretary.locator('#act-finish').click();
    await secretary.locator('#words textarea').fill('联系了供热公司');
    await secretary.locator('#give-finish').click();
    await message('resident', '待您确认').locator('.card-body').click();
    const resident = phone('resident');
    await resident.locator('#act-reopen').click();
    await resident.locator('#words textarea').fill('还是不热');
    await resident.locator('#give-reopen').click();
    await resident.locator('#standing').getByText('干部').waitFor();
  });

  test('no page of the stage or the phones threw', () => {
    expect(errors).toEqual([]);
  });

  /** From wherever the resident is: home, report, send. */
  async function report(category: string, text: string): Promise<void> {
    const resident = phone('resident');
    const src = await page.locator('.phone[data-role="resident"] iframe').getAttribute('src');
    const { origin } = new URL(src ?? '', village.url);
    const frame = page.frames().find((one) => one.url().startsWith(origin));
    await frame?.goto(`${origin}/?again=${category}#/pages/home/index`);
    await resident.locator('#report').click();
    await resident.locator(`#category-${category}`).click();
    await resident.locator('#text textarea').fill(text);
    await resident.locator('#send').click();
    await resident.locator('#standing').waitFor();
  }
});
