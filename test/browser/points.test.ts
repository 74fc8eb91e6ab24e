import { openVillage, type Village } from './village';

/** One writes, another agrees, the worker reads why; and rules that change by a form that a person can use. */
describe('points that two people sign', () => {
  let village: Village;
  let cast: Village['cast'];
  const MERIT = '夜里救火，帮额尔德尼家把羊赶出来';

  beforeAll(async () => {
    village = await openVillage();
    ({ cast } = village);
  }, 300_000);

  afterAll(() => village?.stop());

  afterEach(async () => expect(await village.putAway()).toEqual([]));

  const awards = 'pages/awards/index';
  const accountOf = (person: string) => `worker.${person}`;

  test('the chief writes for a worker of the grid, without seeing a score', async () => {
    const page = await village.open(cast.chief.id, awards);
    await page.locator(`[id="write-${accountOf(cast.worker.id)}"]`).click();
    await page.locator('#give-award').click();
    await page.getByText('请写几分').waitFor();
    await page.locator('#amount input').fill('5');
    await page.locator('#text textarea').fill(MERIT);
    await page.locator('#give-award').click();
    await page.getByText('您写的，等另一个人').waitFor();
  });

  test('the worker sees it before it counts', async () => {
    const page = await village.open(cast.worker.id, 'pages/points/index');
    await page.locator('#waiting').getByText(MERIT).waitFor();
    expect(await page.locator('#rule-merit').count()).toBe(0);
  });

  test('the secretary hears of it and agrees', async () => {
    const page = await village.open(cast.secretary.id, 'pages/inbox/index');
    await page.getByText(`${cast.worker.name}的积分等您同意`).click();
    await page.locator('[id^="yes-"]').first().click();
    await page.getByText('没有等您同意的').first().waitFor();
  });

  test('why is my score this? — the rule, the entry, both names', async () => {
    const page = await village.open(cast.worker.id, 'pages/points/index');
    await page.locator('#rule-merit').click();
    await page.locator('.points__entry').getByText(MERIT).click();
    const sheet = page.locator('.y-sheet');
    for (const words of ['+5 分', cast.chief.name, cast.secretary.name, '救急救难'])
      await sheet.getByText(words).first().waitFor();
  });

  test('taking it back asks what the worker says, and waits for the chief', async () => {
    const account = encodeURIComponent(accountOf(cast.worker.id));
    const page = await village.open(cast.secretary.id, `pages/points/index?account=${account}`);
    await page.locator('#rule-merit').click();
    await page.locator('.points__entry').first().click();
    await page.locator('#reverse').click();
    await page.locator('#text textarea').fill('那天是消防队救的');
    await page.locator('#give-reverse').click();
    await page.getByText('请写下本人怎么说').waitFor();
    await page.locator('#heard textarea').fill('他说他只是帮忙');
    await page.locator('#give-reverse').click();
    await page.locator('#waiting').getByText('有人提出冲销').waitFor();
  });

  test('a draft by a form: an unlawful one is refused where it is wrong, a lawful one is kept', async () => {
    const page = await village.open((await village.personOf('role=admin')).id, 'pages/rules/index');
    await page.locator('#edit').click();
    await page.locator('#amount-found input').fill('-1');
    await page.locator('#save-draft').click();
    await page.locator('#form-found').getByText('系统不能自动扣分').waitFor();
    await page.locator('#amount-found input').fill('2');
    await page.locator('#form-found').getByText('分数改了，说明里的数也要改').waitFor();
    await page.locator('[id="text-zh-found"] textarea').fill('反映的问题被受理，每件记2分，每月最多6分。');
    await page.locator('#save-draft').click();
    await page.locator('#for-worker').getByText('每件记2分，每月最多6分').waitFor();
    await page.getByText('草稿').first().waitFor();
    expect(await page.locator('#enable').count()).toBe(0);
  });
});
