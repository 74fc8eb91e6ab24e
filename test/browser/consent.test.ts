import type { Page } from 'playwright-core';
import { passADay, withFinalEvaluation } from './roll.stage';
import { openVillage, type Village } from './village';

/** A name belongs to whoever bears it: it is shown when they say so, and gone when they say so. */
describe('an honour and its owner’s consent', () => {
  let village: Village;
  let cast: Village['cast'];
  let last: { id: string; name: string };

  beforeAll(async () => {
    village = await openVillage();
    ({ cast } = village);
    ({ last } = await withFinalEvaluation(village));
    await passADay(village);
  }, 300_000);

  afterAll(() => village?.stop());

  const open = (person: string) => village.open(person, 'pages/roll/index');
  const view = (page: Page, name: string) => page.locator('.y-chip', { hasText: name }).first().click();
  const lookAgain = async (page: Page) => {
    await page.reload();
    await page.locator('#honours').waitFor();
  };

  test('nobody is shown before somebody agreed', async () => {
    const resident = await open(cast.resident.id);
    await resident.getByText('现在没有公布的名字').waitFor();
    expect(await resident.getByText(cast.worker.name).count()).toBe(0);
  }, 120_000);

  test('two recommend, the person agrees, a resident sees the name', async () => {
    for (const [role, first] of [
      ['chief', true],
      ['secretary', false],
    ] as const) {
      const page = await open(cast[role].id);
      await view(page, '候选');
      await page.locator(`#recommend-${cast.worker.id}`).click();
      if (first) await page.locator('#honour-name input').fill('最美网格员');
      else await page.getByText('荣誉名称要一样').waitFor();
      await page.locator('#why textarea').fill('下雪天先到五保户家');
      await page.locator('#send-recommendation').click();
      await page.getByText(first ? '1 人推荐' : '2 人推荐').waitFor();
    }
    const worker = await open(cast.worker.id);
    await view(worker, '我的');
    await worker.getByText('有人推荐您：最美网格员').waitFor();
    await worker.locator('#read').click();
    await worker.locator('#agree').click();
    await worker.locator('#withdraw').waitFor();
    const resident = await open(cast.resident.id);
    await resident.locator('#honours').getByText(cast.worker.name).waitFor();
    await resident.locator('#honours').getByText('最美网格员').waitFor();
    // What a resident is told has no figure in it.
    expect(await resident.locator('#honours').innerText()).not.toMatch(/95\.5|名次|第 1/);
  }, 240_000);

  test('who recommended takes it back: gone at once; said again, it is there again', async () => {
    const chief = await open(cast.chief.id);
    await view(chief, '候选');
    await chief.locator(`#retract-${cast.worker.id}`).click();
    await chief.locator('#send-retract').click();
    await chief.locator(`#recommend-${cast.worker.id}`).waitFor();
    const resident = await open(cast.resident.id);
    await resident.getByText('现在没有公布的名字').waitFor();
    await chief.locator(`#recommend-${cast.worker.id}`).click();
    await chief.locator('#why textarea').fill('下雪天先到五保户家');
    await chief.locator('#send-recommendation').click();
    await chief.getByText('2 人推荐').waitFor();
    await lookAgain(resident);
    await resident.locator('#honours').getByText(cast.worker.name).waitFor();
  }, 240_000);

  test('withdrawn, it is gone at once', async () => {
    const resident = await open(cast.resident.id);
    await resident.locator('#honours').getByText(cast.worker.name).waitFor();
    const worker = await open(cast.worker.id);
    await view(worker, '我的');
    await worker.locator('#withdraw').click();
    await worker.locator('#agree').waitFor();
    await lookAgain(resident);
    await resident.getByText('现在没有公布的名字').waitFor();
    expect(await resident.getByText(cast.worker.name).count()).toBe(0);
  }, 240_000);

  test('an offer of training is between the person and the secretary', async () => {
    const person = await open(last.id);
    await view(person, '我的');
    await person.locator('#offered').waitFor();
    await person.locator('#sign-up').click();
    await person.locator('#offered').getByText('报名').first().waitFor();
    const secretary = await open(cast.secretary.id);
    await view(secretary, '培训帮助');
    await secretary.locator('#training').getByText(last.name).waitFor();
    const chief = await open(cast.chief.id);
    await view(chief, '培训帮助');
    await chief.locator('#internal').waitFor();
    expect(await chief.getByText(last.name).count()).toBe(0);
  }, 240_000);

  test('no page threw', async () => {
    expect(await village.putAway()).toEqual([]);
  });
});
