import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { PointsBook } from '../../domain/points/book';
import { monthAfter, settlesAt, spanOfMonth } from '../../domain/points/calendar';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { type MonthKey, monthKey, weekKey } from '../../domain/time/period';
import { DAY, HOUR, MINUTE } from '../../domain/time/shanghai';
import { ensureBuild } from '../weapp/build';
import { launchBrowser, newPhone } from './browser';
import { asleepUntil } from './sleep';
import { type RunningStage, startStage } from './stage';

const VERSION = '9.1';
/** All households of a week reached: three points instead of two. */
const TEXT = '一周里该联系的户都联系到，记3分；八成以上，记1分。网格长同意免联系的户不算。';
const SAYS = '都联系到，记3分';
const rules = 'pages/rules/index';

/** As the page says it. */
const monthWords = (key: MonthKey) => `${key.slice(0, 4)}年${Number(key.slice(5))}月`;

/**
 * A rule of points changes: drafted by one, tried on the year that is over, enabled by another; it holds from its month on
 * and touches nothing before. The steps build on each other, in order.
 */
describe('a new version of the rules', () => {
  let stage: RunningStage;
  let browser: Browser;
  let who: Record<'admin' | 'official' | 'worker' | 'chief', string>;
  let place: { township: string; village: string; code: string };
  /** The month that runs when the version is drafted, and the one it begins in: the last one but one. */
  let [drafted, from]: [MonthKey, MonthKey] = ['', ''];
  let before: PointsBook[];
  let page: Page;
  const contexts: BrowserContext[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    await ensureBuild('h5');
    stage = await startStage();
    browser = await launchBrowser();
    const { cast } = await json('/_local/cast');
    const { ms } = await json('/_local/clock');
    // The last day of a month: a page can so be left open until the next one.
    drafted = monthKey(ms + DAY);
    from = monthAfter(drafted, 2);
    stage = await asleepUntil(stage, spanOfMonth(drafted).to - 14 * HOUR);
    const bannerOf = async (role: string) => {
      const { people } = await json(`/_local/people?role=${role}&limit=1000`);
      return people.find(({ area }: { area: string }) => area.length === 6).id;
    };
    who = {
      admin: await bannerOf('admin'),
      official: await bannerOf('official'),
      worker: cast.worker.id,
      chief: cast.chief.id,
    };
    const [township, village] = cast.worker.areaPath.split('·');
    place = { township, village, code: cast.worker.area.slice(0, 12) };
    before = await books();
  }, 900_000);

  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await stage?.stop();
    expect(errors).toEqual([]);
  });

  const json = async (path: string, body?: object, token?: string) => {
    const response = await fetch(`${stage.url}${path}`, {
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    return response.json();
  };

  /** One call through the product's HTTP door, as this person. */
  const call = async (person: string, name: string, input: object) => {
    const { token } = await json('/_local/login', { person });
    const [fn, action] = name.split('.');
    const { ok, data, error } = await json(`/call/${fn}`, { id: randomUUID(), action, input }, token);
    if (!ok) throw new Error(`${name}: ${error.code} ${error.path ?? ''} ${error.message.en}`);
    return data;
  };

  async function open(person: string, to: string): Promise<Page> {
    const context = await newPhone(browser);
    contexts.push(context);
    const opened = await context.newPage();
    opened.setDefaultTimeout(60_000);
    opened.on('pageerror', (error) => errors.push(error.message));
    await opened.goto(`${stage.url}/_local/enter?${new URLSearchParams({ person, lang: 'zh', to })}`);
    await opened.locator('.y-screen').last().waitFor();
    return opened;
  }

  /** Every document of a collection, as the stage exports them. */
  async function documents<T extends { _id: string }>(collection: string): Promise<T[]> {
    const lines = (await (await fetch(`${stage.url}/_local/export`)).text()).split('\n');
    const head = `{"in":"${collection}"`;
    const found: T[] = lines.filter((line) => line.startsWith(head)).map((line) => JSON.parse(line).doc);
    return found.sort((a, b) => (a._id < b._id ? -1 : 1));
  }
  const books = () => documents<PointsBook>('books');

  test('a bad draft is refused at the field, and nothing is kept', async () => {
    page = await open(who.admin, rules);
    await page.locator('#edit').click();
    const refused = async (field: string, value: string, words: string, good: string) => {
      await page.locator(field).fill(value);
      await page.locator('#save-draft').click();
      const frame = page.locator('.y-field--wrong');
      await frame.getByText(words).waitFor();
      // The field itself, not the card, and in sight.
      expect(await frame.locator(field).count()).toBe(1);
      expect(await frame.count()).toBe(1);
      await page.locator(field).fill(good);
      expect(await documents('rules')).toEqual([]);
    };
    await refused('#version input', '', '版本号用数字、字母和点', VERSION);
    await refused('#version input', '九之一', '版本号用数字、字母和点', VERSION);
    await refused('#weight-points input', '50', '三项权重合计要等于100', '40');
    await refused('#amount-found input', '-1', '系统不能自动扣分', '1');
    await refused('#amount-found input', '', '请写整数', '1');
    await refused('#amount-coverage-1 input', '-2', '系统不能自动扣分', '2');
    await refused('#cap-found input', '0', '上限从 1 到 1000 分', '6');
    await page.locator('#amount-coverage-1 input').fill('3');
    await page.locator('#form-coverage').getByText('分数改了，说明里的数也要改').waitFor();
    await refused('#name-zh-coverage input', ' ', '请写上', '每周联系');
    await refused('[id="text-zh-coverage"] textarea', '', '请写上', TEXT);
  }, 240_000);

  test('a lawful one is kept as a draft that its author cannot enable', async () => {
    await page.locator('#save-draft').click();
    await page.locator('#for-worker').getByText(SAYS).waitFor();
    await page.getByText('您起草的，要旗里另一位来启用').waitFor({ state: 'detached' });
    expect(await page.locator('#enable').count()).toBe(0);
    expect(await documents('rules')).toMatchObject([{ _id: VERSION, draftedBy: { person: who.admin } }]);
  }, 120_000);

  /** Asks what the draft would have done in the village last year. @returns what the table says, line by line */
  async function tried(on: Page): Promise<string[][]> {
    const card = on.locator('#dry-run');
    await card.getByText(place.township, { exact: true }).click();
    await card.getByText(place.village, { exact: true }).click();
    await card.locator('#try').click();
    await card.locator('#try-all').click();
    await card.locator('#try-all').waitFor({ state: 'detached' });
    const rows = await card.locator('.rules__cells').allInnerTexts();
    return rows.slice(1).map((row) => row.split('\n').filter(Boolean));
  }

  test('the dry run tells what it would have done last year, the largest change first, and does nothing', async () => {
    const year = String(Number(drafted.slice(0, 4)) - 1);
    const told = await call(who.official, 'points.dryRun', { version: VERSION, village: place.code, year });
    expect(told.rows.length).toBeGreaterThan(5);
    expect(told.would).toBeGreaterThan(told.was);
    const line = (name: string, was: number, would: number) => {
      const change = would - was;
      return [name, String(was), String(would), change > 0 ? `+${change}` : String(change)];
    };
    const lines = (named: boolean) => [
      line('合计', told.was, told.would),
      ...told.rows.map(({ name, was, would }: { name: string; was: number; would: number }, nth: number) =>
        line(named ? name : `第 ${nth + 1} 位`, was, would),
      ),
    ];
    // Who drafts is not of the evaluation: figures, and not whose.
    expect(await tried(page)).toEqual(lines(false));
    await page.context().close();
    page = await open(who.official, rules);
    await page.getByText(`规则 ${VERSION} 版`).click();
    expect(await tried(page)).toEqual(lines(true));
    expect(await books()).toEqual(before);
  }, 240_000);

  test('a page left open over the end of the month cannot enable for the month that has begun', async () => {
    const next = monthAfter(drafted);
    await page.locator('#enable-card').getByText(monthWords(next), { exact: true }).click();
    stage = await asleepUntil(stage, spanOfMonth(next).from + 5 * MINUTE);
    await page.locator('#enable').click();
    const card = page.locator('#enable-card');
    await card.locator('.y-field--wrong').getByText('只能从还没开始的月份起').waitFor();
    // It is offered no longer.
    await card.getByText(monthWords(next), { exact: true }).waitFor({ state: 'detached' });
    const [version] = await documents<{ _id: string; from?: string }>('rules');
    expect(version).not.toHaveProperty('from');
  }, 300_000);

  test('the second person enables it, for a month to come', async () => {
    await page.locator('#enable-card').getByText(monthWords(from), { exact: true }).click();
    await page.locator('#enable').click();
    await page.locator('.rules__head').getByText('还没开始').waitFor();
    await page
      .locator('.rules__head')
      .getByText(`${monthWords(from)}起`)
      .waitFor();
    expect(await page.locator('#enable').count()).toBe(0);
    await page.context().close();
    expect(await documents('rules')).toMatchObject([{ from, enabledBy: { person: who.official } }]);
    expect(await books()).toEqual(before);
    // Until then everybody is told that the other one holds.
    const { versions } = await call(who.worker, 'points.rules', {});
    expect(versions.map(({ id, holds }: { id: string; holds: boolean }) => [id, holds])).toEqual([
      [VERSION, false],
      [DEFAULT_RULES._id, true],
    ]);
  }, 240_000);

  test('in its month a week is done; the night of settling gives it the new amount, and the old months their old ones', async () => {
    // A Thursday between the 4th and the 16th: the week is of this month.
    stage = await asleepUntil(stage, spanOfMonth(from).from + 9 * DAY + 10 * HOUR);
    const { households, asOf } = await call(who.worker, 'home.open', { as: 'worker' });
    const entries = households.map(({ id }: { id: string }) => ({
      household: id,
      channel: 'phone',
      inPerson: false,
      at: asOf,
    }));
    await call(who.worker, 'contact.save', { entries });
    stage = await asleepUntil(stage, settlesAt(from) + 65 * MINUTE);
    await json('/_local/clock', { advance: 'PT20M' });
    const after = new Map((await books()).map((book) => [book._id, book]));
    for (const book of before) {
      const now = after.get(book._id);
      // A year that was over stays as it was, to the letter; in the running one nothing that stood there has changed.
      if (book.closed) expect(now).toEqual(book);
      else expect(now?.entries).toMatchObject(book.entries);
    }
    const known = new Set(
      before.flatMap(({ _id, entries }) => Object.keys(entries).map((cause) => `${_id} ${cause}`)),
    );
    const workers = [...after.values()].filter(({ kind }) => kind === 'worker');
    const fresh = workers.flatMap(({ _id, entries }) =>
      Object.values(entries).filter(({ cause }) => !known.has(`${_id} ${cause}`)),
    );
    for (const { month, version } of fresh)
      expect([month, version]).toEqual([month, month < from ? DEFAULT_RULES._id : VERSION]);
    // The weeks of the month that ran when it was drafted, as they were worth then.
    const weeks = fresh.filter(({ rule, month }) => rule === 'coverage' && month < from);
    expect(weeks.length).toBeGreaterThan(0);
    expect(Math.max(...weeks.map(({ amount }) => amount))).toBe(2);
    const own = fresh.filter(({ month, rule }) => month === from && rule === 'coverage');
    expect(own).toMatchObject([{ cause: `coverage-${weekKey(asOf)}`, amount: 3 }]);
  }, 600_000);

  test('why is my score this? — the new amount, in the words of the new version', async () => {
    const query = new URLSearchParams({ account: `worker.${who.worker}`, year: from.slice(0, 4) });
    page = await open(who.worker, `pages/points/index?${query}`);
    await page.locator('#rule-coverage').click();
    await page.locator('.points__entry').filter({ hasText: '+3' }).click();
    const sheet = page.locator('.y-sheet');
    for (const words of ['+3 分', SAYS, `规则 ${VERSION} 版`]) await sheet.getByText(words).first().waitFor();
    await page.context().close();
    page = await open(who.worker, rules);
    await page.locator('.rules__head').getByText('正在用').waitFor();
    await page.locator('#for-worker').getByText(SAYS).waitFor();
  }, 120_000);
});
