import type { Page } from 'playwright-core';
import { evaluationId } from '../../domain/evaluation/evaluation';
import { openVillage, type Village } from './village';
import { type PlantedYear, plantYear } from './year';

const TEXT = '七月渠水漫路那几天的走访没有算进去';

/**
 * A worker disagrees: the village's whole result is frozen, however late, until a supervisor who took no part
 * has answered. The steps build on each other, in order.
 */
describe('an appeal', () => {
  let village: Village;
  let planted: PlantedYear;
  let code: string;
  let who: { secretary: string; worker: string; supervisor: string };
  let page: string;
  let worker: Page;

  beforeAll(async () => {
    village = await openVillage();
    const { url, cast, call, door, personOf } = village;
    const { ms } = await door('/_local/clock');
    code = cast.secretary.area;
    const { path } = (await call(cast.secretary.id, 'home.open', {})).me.area;
    planted = await plantYear(url, { code, path }, ms);
    who = {
      secretary: cast.secretary.id,
      worker: cast.worker.id,
      supervisor: (await personOf('role=supervisor')).id,
    };
    page = `pages/evaluation/index?id=${evaluationId(code, planted.year)}`;
  }, 900_000);

  afterAll(() => village?.stop());

  const open = (person: string, to = page) => village.open(person, to);
  const state = async (person = who.secretary) =>
    (await village.call(person, 'evaluation.open', { village: code, year: planted.year })).state;

  test('the secretary counts, looks and signs', async () => {
    const desk = await open(who.secretary);
    await desk.locator('#grade').click();
    await desk.locator(`#candidate-${who.worker}`).click();
    await desk.locator('#part-residents').waitFor();
    await desk.getByText('关闭').last().click();
    await desk.locator('#sign').click();
    await desk.locator('#give-sign').click();
    await desk.locator('#lead').getByText('申诉期内').waitFor();
    await desk.context().close();
  }, 120_000);

  test('the worker is told, sees how each part was counted, and disagrees', async () => {
    const { notices } = await village.call(who.worker, 'notice.inbox', {});
    expect(notices.map(({ kind }: { kind: string }) => kind)).toContain('result-told');
    worker = await open(who.worker);
    await worker.locator('#part-residents').click();
    await worker.getByText('满意算 100').waitFor();
    expect(await worker.locator('.evaluation__part').count()).toBe(3);
    await worker.locator('#appeal-words textarea').fill(TEXT);
    await worker.locator('#give-appeal').click();
    await worker.locator('#appeal').getByText('等监督员答复').waitFor();
    // Who picks the phone up later, or has no signal, finds no score on it.
    const kept = await worker.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.includes('.evaluation.')),
    );
    expect(kept).toEqual([]);
  }, 120_000);

  test('the day passes, and nothing becomes final', async () => {
    await planted.passDay();
    expect(await state()).toBe('signed');
    const desk = await open(who.secretary);
    await desk.locator('#lead').getByText('全村结果先不生效').waitFor();
    expect(await desk.locator('#hash').count()).toBe(0);
    await desk.context().close();
  }, 120_000);

  test('a supervisor who took no part answers; then it is final, with the new score', async () => {
    const supervisor = await open(who.supervisor, 'pages/evaluation/index');
    const appeal = supervisor.locator(`#appeal-${who.worker}`);
    await appeal.getByText(TEXT).waitFor();
    await appeal.getByText('成立，改分').click();
    await appeal.locator('#right-score input').fill('88.5');
    await appeal.locator('#verdict-words textarea').fill('查了七月的台账，走访属实');
    await appeal.locator('#give-verdict').click();
    await appeal.waitFor({ state: 'detached' });
    await supervisor.context().close();
    expect(await state()).toBe('signed');
    await planted.passDay();
    expect(await state()).toBe('final');
    await worker.context().close();
    worker = await open(who.worker);
    await worker.getByText('88.5 分').waitFor();
    await worker.locator('#appeal').getByText('查了七月的台账').waitFor();
    const desk = await open(who.secretary);
    expect(await desk.locator('#hash').innerText()).toMatch(/^[0-9a-f]{64}$/);
    await desk.context().close();
  }, 300_000);

  test('the worker has seen nobody else’s score', async () => {
    const view = await village.call(who.worker, 'evaluation.open', { village: code, year: planted.year });
    expect(view.candidates.map(({ person }: { person: string }) => person)).toEqual([who.worker]);
    expect(planted.workers.length).toBeGreaterThan(5);
    await worker.context().close();
  });
});
