import type { Page } from 'playwright-core';
import { areaAt } from '../../domain/area/area';
import { monthKey } from '../../domain/time/period';
import { DAY, shanghai } from '../../domain/time/shanghai';
import { openVillage, type Village } from './village';

/**
 * The article's greenhouse village: what people brought up climbs to the township, is decided at its monthly session
 * with a promised day, and is done a month later. The steps build on each other, in order.
 */
describe('the greenhouse village', () => {
  let village: Village;
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
    village = await openVillage();
    const { resident, chief, secretary } = village.cast;
    township = areaAt(secretary.area, 'township');
    const { people } = await village.door('/_local/people?role=official');
    const official = people.find(({ area }: { area: string }) => area === township);
    cast = { resident: resident.id, chief: chief.id, secretary: secretary.id, official: official.id };
    began = (await village.door('/_local/clock')).ms;
  }, 300_000);

  afterAll(() => village?.stop());

  test('potholes, cold greenhouses and dark lanes climb from the grid to the township', async () => {
    for (const matter of matters) {
      const { problem } = await village.call(cast.resident, 'problem.report', {
        category: 'other',
        text: matter.text,
      });
      matter.id = problem;
      await village.call(cast.chief, 'problem.escalate', { problem, text: '网格里办不了，要村里想办法' });
      await village.call(cast.secretary, 'problem.escalate', { problem, text: '要镇里立项，安排资金' });
    }
    page = await village.open(cast.official, `pages/study/index?id=${township}_${monthKey(began)}`);
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
    const { notices } = await village.call(cast.resident, 'notice.inbox', {});
    const planned = notices.filter(({ kind }: { kind: string }) => kind === 'planned');
    expect(planned.map(({ about }: { about: { id: string } }) => about.id).sort()).toEqual(
      matters.map(({ id }) => id).sort(),
    );
    for (const { id } of matters) {
      const { deadline, status } = await village.call(cast.resident, 'problem.view', { problem: id });
      expect([status, deadline.kind]).toEqual(['accepted', 'promise']);
    }
  });

  test('a month later the deeds are done: 1 km of road, 50 greenhouses, 115 lamps', async () => {
    await village.passTo(began + 29 * DAY);
    page = await village.open(cast.official, `pages/deeds/index?area=${township}`);
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
    const { deeds } = await village.call(cast.official, 'deed.list', {
      area: township,
      year: yearOf(began),
      status: 'done',
    });
    for (const { solution } of matters)
      expect(deeds.map(({ promise }: { promise: string }) => promise)).toContain(solution);
  }, 1_200_000);

  test('the public list tells what was done and names nobody', async () => {
    const { name } = await village.personOf('role=official');
    const view = await village.call(cast.resident, 'deed.list', {
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
