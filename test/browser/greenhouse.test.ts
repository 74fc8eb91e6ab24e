import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { areaAt } from '../../domain/area/area';
import { monthKey } from '../../domain/time/period';
import { DAY, shanghai } from '../../domain/time/shanghai';
import { ensureBuild } from '../weapp/build';
import { launchBrowser, newPhone } from './browser';
import { type RunningStage, startStage } from './stage';

/**
 * The article's greenhouse village: what people brought up climbs to the township, is decided at its monthly session
 * with a promised day, and is done a month later. The steps build on each other, in order.
 */
describe('the greenhouse village', () => {
  let stage: RunningStage;
  let browser: Browser;
  let page: Page;
  let cast: { resident: string; chief: string; secretary: string; official: string };
  let township: string;
  /** When the township sat together, ms. */
  let began: number;
  const matters: { id: string; text: string; solution: string; done: string; households: number }[] = [
    {
      id: '',
      text: '村口到卫生室的路坑坑洼洼，下雨全是水',
      solution: '修 1 公里路，挖好排水沟',
      done: '1 公里路修通了',
      households: 120,
    },
    {
      id: '',
      text: '五十座大棚没有供暖，夜里零下，菜苗快冻了',
      solution: '给 50 座大棚接通供水供暖主管道',
      done: '50 座大棚的主管道接通了，棚内十五度',
      households: 50,
    },
    {
      id: '',
      text: '村里一盏路灯都没有，孩子放学走夜路害怕',
      solution: '装 115 盏路灯',
      done: '115 盏路灯全亮了',
      households: 180,
    },
  ];

  beforeAll(async () => {
    await ensureBuild('h5');
    stage = await startStage();
    browser = await launchBrowser();
    cast = await castOf();
    township = (await json('/_local/cast')).cast.secretary.area.slice(0, 9);
    began = (await json('/_local/clock')).ms;
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
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

  async function castOf() {
    const { cast: found } = await json('/_local/cast');
    const { people } = await json('/_local/people?role=official');
    const own = areaAt(found.secretary.area, 'township');
    return {
      resident: found.resident.id,
      chief: found.chief.id,
      secretary: found.secretary.id,
      official: people.find(({ area }: { area: string }) => area === own).id,
    };
  }

  /** A page of the product, opened as this person. */
  async function open(person: string, to: string): Promise<Page> {
    const context = await newPhone(browser);
    const opened = await context.newPage();
    opened.setDefaultTimeout(20_000);
    await opened.goto(`${stage.url}/_local/enter?${new URLSearchParams({ person, lang: 'zh', to })}`);
    await opened.locator('.y-screen').last().waitFor();
    return opened;
  }

  test('potholes, cold greenhouses and dark lanes climb from the grid to the township', async () => {
    for (const matter of matters) {
      const { problem } = await call(cast.resident, 'problem.report', {
        category: 'other',
        text: matter.text,
      });
      matter.id = problem;
      await call(cast.chief, 'problem.escalate', { problem, text: '网格里办不了，要村里想办法' });
      await call(cast.secretary, 'problem.escalate', { problem, text: '要镇里立项，安排资金' });
    }
    page = await open(cast.official, `pages/study/index?id=${township}_${monthKey(began)}`);
    for (const { id, text } of matters) {
      const item = page.locator(`#item-${id}`);
      await item.getByText(text).waitFor();
      await item.getByText('要镇里立项，安排资金').waitFor();
    }
  });

  test('the township decides each on its session: who, and by when', async () => {
    for (const { id, solution } of matters) {
      await page.locator(`#solve-${id}`).click();
      await page.locator('.y-sheet .y-chip').first().click();
      await page.locator('#words textarea').fill(solution);
      await page.locator('#give').click();
      await page.locator(`#item-${id}`).getByText('议定解决').waitFor();
    }
    await page.locator('#hold-card .y-chip').first().click();
    await page.locator('#minutes textarea').fill('三件事都定了人、定了日子，一个月内办好');
    const carry = page.getByText('转到下一期', { exact: false });
    if (await carry.count()) await carry.first().click();
    await page.locator('#hold').click();
    await page.locator('#filed').getByText('三件事都定了人').waitFor();
  });

  test('the resident is told who does it and until when', async () => {
    const { notices } = await call(cast.resident, 'notice.inbox', {});
    const planned = notices.filter(({ kind }: { kind: string }) => kind === 'planned');
    expect(planned.map(({ about }: { about: { id: string } }) => about.id).sort()).toEqual(
      matters.map(({ id }) => id).sort(),
    );
    for (const { id } of matters) {
      const { deadline, status } = await call(cast.resident, 'problem.view', { problem: id });
      expect([status, deadline.kind]).toEqual(['accepted', 'promise']);
    }
  });

  test('a month later the deeds are done: 1 km of road, 50 greenhouses, 115 lamps', async () => {
    await json('/_local/clock', { now: began + 29 * DAY });
    page = await open(cast.official, `pages/deeds/index?area=${township}`);
    // Promised in December, kept in January: on the list of the year it was promised in.
    const year = page.getByText(`${yearOf(began)}年`, { exact: true });
    if (yearOf(began + 29 * DAY) !== yearOf(began)) await year.click();
    for (const { solution, done, households } of matters) {
      await page.locator('#list').getByText(solution).first().click();
      await page.locator('#act-done').click();
      await page.locator('#words textarea').fill(done);
      await page.locator('#households input').fill(String(households));
      await page.locator('#give-done').click();
      await page.getByText(`惠及 ${households} 户`).waitFor();
      await page.getByText('关闭').last().click();
      await page.locator('.y-sheet').waitFor({ state: 'detached' });
    }
    const { deeds } = await call(cast.official, 'deed.list', {
      area: township,
      year: yearOf(began),
      status: 'done',
    });
    for (const { solution } of matters)
      expect(deeds.map(({ promise }: { promise: string }) => promise)).toContain(solution);
  }, 600_000);

  test('the public list tells what was done and names nobody', async () => {
    const { name } = (await json('/_local/people?role=official')).people[0];
    const view = await call(cast.resident, 'deed.list', {
      area: township,
      year: yearOf(began),
      status: 'done',
    });
    expect(JSON.stringify(view)).toContain('115 盏路灯');
    expect(JSON.stringify(view)).not.toContain(name);
  });
});

function yearOf(at: number): string {
  return shanghai(at).format('YYYY');
}
