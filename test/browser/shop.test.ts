import cloudbase from '@cloudbase/node-sdk';
import type { Page } from 'playwright-core';
import { accountOf, bookId } from '../../domain/points/account';
import { actAsFunction } from '../local/world';
import { openVillage, type Village } from './village';

type Who = 'resident' | 'chief' | 'secretary';

/** A family takes part, asks for points, and fetches a bag of rice: each step on the phone of whom it concerns. */
describe('the points shop', () => {
  let village: Village;
  let household: string;
  const pages = new Map<Who, Page>();

  beforeAll(async () => {
    village = await openVillage();
    household = (await call('resident', 'shop.open', {})).household.id;
    // Whatever the stage begins with: this family has not joined yet.
    const { joinedAt, leftAt } = await call('resident', 'shop.open', {});
    if (joinedAt !== undefined && leftAt === undefined) await call('resident', 'shop.leave', {});
  }, 300_000);

  afterAll(() => village?.stop());

  const call = (who: Who, name: string, input: object) => village.call(village.cast[who].id, name, input);

  /** This person's phone on that page. */
  async function on(who: Who, to: string): Promise<Page> {
    const person = village.cast[who].id;
    const page = pages.get(who) ?? (await village.open(person, to));
    if (pages.has(who)) await village.enter(page, person, to);
    pages.set(who, page);
    return page;
  }

  const balance = async () => (await call('resident', 'shop.open', {})).balance;
  let before: number;

  test('the secretary puts rice on the shelf', async () => {
    const page = await on('secretary', 'pages/counter/index');
    await page.locator('#add-good').click();
    await page.locator('#good-name input').fill('大米一袋');
    await page.locator('#good-cost input').fill('5');
    await page.locator('#good-count input').fill('3');
    await page.locator('#save-good').click();
    await page.locator('#shelf').getByText('大米一袋').waitFor();
    await page.locator('#shelf').getByText('还有 3 份').first().waitFor();
  });

  test('the family reads what it means and takes part', async () => {
    const page = await on('resident', 'pages/shop/index');
    await page.getByText('平时不排名次。').waitFor();
    await page.locator('#join').click();
    await page.getByText('请先勾选愿意参加').waitFor();
    await page.locator('#agree').click();
    await page.locator('#join').click();
    await page.locator('#leave').waitFor();
    before = await balance();
  });

  test('it asks for points; the chief, who is told, agrees', async () => {
    const page = await on('resident', 'pages/shop/index');
    await page.locator('#reward-volunteer').click();
    await page.locator('#words textarea').fill('跟着清了半天渠');
    await page.locator('#give-request').click();
    await page.locator('#asks').getByText('等村里看').first().waitFor();
    const { notices } = await call('chief', 'notice.inbox', {});
    expect(notices.map(({ kind }: { kind: string }) => kind)).toContain('entry-asked');
    const account = accountOf('household', household);
    const { asks } = await call('chief', 'points.asks', {});
    const mine = asks.find((one: { account: string }) => one.account === account);
    await call('chief', 'points.approve', { account, year: mine.year, ask: mine.ask.id });
    expect(await balance()).toBe(before + 5);
  });

  test('it takes a bag of rice and gets a code', async () => {
    const page = await on('resident', 'pages/shop/index');
    const row = page.locator('.y-good', { hasText: '大米一袋' }).first();
    await row.locator('.y-button').click();
    await page.locator('#take').click();
    await page.locator('#waiting').getByText('大米一袋').waitFor();
    expect(await balance()).toBe(before);
  });

  test('at the counter the code finds the family, and the rice is handed over once', async () => {
    const { orders } = await call('resident', 'shop.open', {});
    const [{ id, code }] = orders.filter(({ state }: { state: string }) => state === 'waiting');
    const page = await on('chief', 'pages/counter/index');
    // As people type: small letters, a gap.
    await page.locator('#code input').fill(`${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase());
    await page.locator('#look-up').click();
    await page.locator(`#hand-${id}`).click();
    await page.locator('#past').getByText('取走了').first().waitFor();
    await expect(call('secretary', 'shop.handOut', { code })).rejects.toThrow('NOT_NOW');
    const mine = await on('resident', 'pages/shop/index');
    await mine.locator('#past').getByText('取走了').first().waitFor();
    expect(await mine.locator('#waiting').count()).toBe(0);
  });

  test('the wording has changed: it is told how, asked once, and goes on', async () => {
    actAsFunction(village.url);
    const books = cloudbase.init({ env: 'local' }).database().collection('books');
    const { year } = await call('resident', 'shop.open', {});
    await books.doc(bookId(accountOf('household', household), year)).update({ 'joined.version': '2026-11' });
    const page = await on('resident', 'pages/shop/index');
    await page.locator('#renew').getByText('以前写的是不排名次').waitFor();
    expect(await page.locator('[id^="take-"]').count()).toBe(0);
    await page.locator('#renew-yes').click();
    await page.locator('#renew').waitFor({ state: 'detached' });
    const again = await on('resident', 'pages/shop/index');
    await again.locator('#leave').waitFor();
    expect(await again.locator('#renew').count()).toBe(0);
  });

  test('it leaves as easily as it came; the points stay', async () => {
    const left = await balance();
    const page = await on('resident', 'pages/shop/index');
    await page.locator('#leave').click();
    await page.locator('#leave-yes').click();
    await page.getByText(`已经退出，${left} 分还留着`).waitFor();
    expect(await balance()).toBe(left);
  });
});
