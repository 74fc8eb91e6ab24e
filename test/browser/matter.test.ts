import { openVillage, type Village } from './village';

/**
 * One matter from the article, 小事一格解决: the steep road beside the canal. A worker reports it for a household that
 * agreed, neighbours join, the chief passes it up, the secretary calls the irrigation centre for help, it is done.
 */
describe('the steep road beside the canal', () => {
  let village: Village;
  let cast: Village['cast'];
  const ROAD = '渠边的路又陡又窄，拉草的车翻不上去';

  beforeAll(async () => {
    village = await openVillage();
    ({ cast } = village);
  }, 300_000);

  afterAll(() => village?.stop());

  afterEach(async () => expect(await village.putAway()).toEqual([]));

  const matter = (problem: string) => `pages/problem/index?id=${problem}`;
  let problem: string;
  let household: string;

  test('danger to life shows the numbers before anything is sent; a court case is told its own', async () => {
    const page = await village.open(cast.resident.id, 'pages/report/index');
    await page.locator('#category-other').click();
    await page.locator('#text textarea').fill('隔壁草垛着火了');
    await page.locator('#emergency').getByText('消防 119').waitFor();
    await page.locator('#text textarea').fill('法院判了半年不执行');
    await page.locator('#elsewhere').getByText('12368').waitFor();
    expect(await page.locator('#emergency').count()).toBe(0);
    await page.locator('#send').click();
    await page.getByText('请先看看下面的电话').waitFor();
    await page.locator('#ours').click();
    await page.locator('#elsewhere').waitFor({ state: 'detached' });
  });

  test('a worker reports it for a household that agreed, and not before', async () => {
    const { households } = await village.call(cast.worker.id, 'home.open', {});
    // Not the resident of the next step, who is to join as a neighbour.
    const own = cast.resident.id.replace('r', 'h');
    const { id, head } = households.find((one: { id: string }) => one.id !== own);
    household = id;
    const page = await village.open(
      cast.worker.id,
      `pages/report/index?household=${id}&head=${encodeURIComponent(head)}`,
    );
    await page.locator('#category-road').click();
    await page.locator('#text textarea').fill(ROAD);
    await page.locator('#send').click();
    await page.getByText('请先问过这户人家').waitFor();
    await page.locator('#consented').click();
    await page.locator('#who-sees').getByText('邻居也能看').click();
    await page.locator('#send').click();
    await page.locator('#standing').waitFor();
    problem = /id=([^&]+)/.exec(page.url())![1]!;
    await page.getByText(`${head}同意反映`).waitFor();
  });

  test('a neighbour who is about to say the same joins in one tap', async () => {
    await village.door('/_local/clock', { advance: 'PT2M' });
    const page = await village.open(cast.resident.id, 'pages/report/index');
    await page.locator('#category-road').click();
    await page.locator('#text textarea').fill('渠边的路太陡，拉草的车上不去');
    await page.locator(`#join-${problem}`).click();
    await page.getByText('您也加入了').waitFor();
  });

  test('the chief takes it and passes it up; the secretary calls the irrigation centre for help', async () => {
    const chief = await village.open(cast.chief.id, matter(problem));
    await chief.locator('#act-accept').click();
    await chief.locator('#act-escalate').click();
    await chief.locator('#words textarea').fill('要和扬水站协调，网格里办不了');
    await chief.locator('#give-escalate').click();
    await chief.locator('#standing').getByText('书记').waitFor();

    const secretary = await village.open(cast.secretary.id, matter(problem));
    await secretary.locator('#act-accept').click();
    await secretary.locator('#act-more').click();
    await secretary.locator('#act-whistle').click();
    await secretary.locator('.y-tick', { hasText: '黄河灌排服务中心' }).click();
    await secretary.locator('#give-whistle').click();
    await secretary.locator('#hands').getByText('黄河灌排服务中心').waitFor();
  });

  test('it is done, and the household’s answer closes it', async () => {
    const secretary = await village.open(cast.secretary.id, matter(problem));
    await secretary.locator('#act-finish').click();
    await secretary.locator('#words textarea').fill('和扬水站一起把坡降下来，路面加宽到四米');
    await secretary.locator('#give-finish').click();
    await secretary.getByText('等居民在').first().waitFor();
    const seen = await village.call(cast.secretary.id, 'problem.view', { problem });
    expect(seen).toMatchObject({ status: 'finished', followers: 1, helpers: [{ unit: '黄河灌排服务中心' }] });

    // Whoever of the household uses the app, else its worker.
    const search = new URLSearchParams({ role: 'resident', area: cast.chief.area, limit: '500' });
    const { people } = await village.door(`/_local/people?${search}`);
    const bound = people.find((one: { id: string }) => one.id === household.replace('h', 'r'));
    const speaker = bound?.id ?? cast.worker.id;
    const reporter = await village.open(speaker, matter(problem));
    await reporter.locator('#star-5').click();
    await reporter.locator('#act-confirm').click();
    await reporter.getByText('谢谢您告诉我们').first().waitFor();
    expect(await village.call(cast.secretary.id, 'problem.view', { problem })).toMatchObject({
      status: 'closed',
      outcome: 'solved',
      stars: 5,
    });
  });

  test('on a PC the matter stands beside its list', async () => {
    const page = await village.open(cast.secretary.id, 'pages/problems/index', { pc: true });
    await page.locator('.y-chip', { hasText: '全部' }).first().click();
    await page.locator(`#problem-${problem}`).click();
    await page.locator('.problems__matter #standing').getByText('居民确认已经解决').waitFor();
    await page.locator(`#problem-${problem}`).waitFor();
  });
});
