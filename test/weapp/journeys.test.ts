import type { ContactSheet } from '../../domain/contact/sheet';
import type { Problem } from '../../domain/problem/problem';
import { DAY } from '../../domain/time/shanghai';
import { NOW } from '../functions/people';
import { startWorld, type World } from '../functions/world';
import { ensureBuild } from './build';
import { boot, type Phone } from './harness';

/** The built mini program, in WeChat's component framework, through the real backend. */
describe('journeys in the mini program', () => {
  let dist: string;
  let world: World;
  const phones: Phone[] = [];

  beforeAll(async () => {
    dist = await ensureBuild('weapp');
    world = await startWorld();
  }, 180_000);

  afterAll(async () => {
    await world?.stop();
  });

  afterEach(() => {
    for (const phone of phones.splice(0)) {
      expect(phone.errors).toEqual([]);
      phone.close();
    }
  });

  async function callsOf(fn: string, action: string): Promise<number> {
    const { functions } = await (await fetch(`${world.cloud.url}/_local/usage`)).json();
    return functions[fn]?.actions[action]?.calls ?? 0;
  }

  async function phoneOf(person: string, url?: string): Promise<Phone> {
    const phone = await boot(dist, {
      openid: `openid-${person}`,
      cloudUrl: world.cloud.url,
      ...(url ? { url } : {}),
    });
    phones.push(phone);
    return phone;
  }

  test('worker: twelve households contacted in three taps, no typing, one call', async () => {
    const phone = await phoneOf('worker');
    await phone.waitFor('本周待联系 12 户');
    await world.resetUsage();

    phone.tap('记录本周联系');
    await phone.waitFor('这周联系了谁？');
    phone.tap('全部电话联系');
    await phone.waitFor('保存 12 户');
    phone.tap('保存 12 户');

    await phone.waitFor('本周都联系到了');
    expect(await callsOf('contact', 'save')).toBe(1);
    const [sheet] = await world.documents<ContactSheet>('sheets');
    expect(sheet).toMatchObject({ worker: 'worker', week: '2026-W48', due: 12, reached: 12, met: 0 });
  });

  test('worker: one household with channel, meeting and note corrects the week without losing it', async () => {
    const phone = await phoneOf('worker', '/pages/sheet/index');
    await phone.waitFor('户主3');
    phone.tap('户主3');
    await phone.waitFor('怎么联系的？');
    phone.tap('入户');
    await phone.waitFor('见到人了吗？');
    phone.tap('再记一户');
    await phone.waitFor('入户 · 见面了 · 今天');
    phone.tap('保存 1 户');
    await phone.waitFor('其中见面 1 户');
    const [sheet] = await world.documents<ContactSheet>('sheets');
    expect(sheet!.entries.h3).toMatchObject({ channel: 'home', inPerson: true, was: [{ channel: 'phone' }] });
  });

  test('resident: reports in words, follows it, hears each step, says “solved”', async () => {
    const resident = await phoneOf('resident');
    await resident.waitFor('苏雅拉，您好');
    resident.tap('反映问题');
    await resident.waitFor('什么事？');
    resident.tap('道路');
    await resident.waitFor('说一说');
    resident.type('wx-textarea', '渠边的路又陡又窄，拉草的车过不去');
    resident.tap('送出');
    await resident.waitFor('网格长王海');
    expect(resident.currentPage().path).toBe('pages/problem/index');

    const [problem] = await world.documents<Problem>('problems');
    const chief = await phoneOf('chief', `/pages/problem/index?id=${problem!._id}`);
    await chief.waitFor('渠边的路又陡又窄');
    chief.tap('我来办');
    await chief.waitFor('办好了');
    chief.tap('办好了');
    await chief.waitFor('怎么办好的？');
    chief.type('wx-textarea', '路面铺了砂石');
    chief.tap('办好了');
    await chief.waitFor('等居民在');

    resident.pullDown();
    await resident.waitFor('路面铺了砂石');
    resident.tap('已经解决');
    await resident.waitFor('谢谢您告诉我们');
    expect((await world.documents<Problem>('problems'))[0]).toMatchObject({
      status: 'closed',
      outcome: 'solved',
    });
    expect((await world.documents<Problem>('problems'))[0]!.timeline.map((entry) => entry.what)).toEqual([
      'report',
      'accept',
      'finish',
      'confirm',
    ]);
  });

  test('chief: the message’s page opens the problem, which goes up with a reason', async () => {
    const { problem } = await world.ok('resident', 'problem.report', { category: 'water', text: '斗渠淤了' });
    const chief = await phoneOf('chief', `/pages/problem/index?id=${problem}`);
    await chief.waitFor('斗渠淤了');
    chief.tap('上报上一级');
    await chief.waitFor('为什么要上报？');
    chief.type('wx-textarea', '要和扬水站商量');
    chief.tap('上报上一级');
    await chief.waitFor('村党组织书记张建国');
    const secretary = await phoneOf('secretary');
    await secretary.waitFor('需要您处理 1 件');
    await secretary.waitFor('斗渠淤了');
  });

  test('a double tap on “send” is one problem', async () => {
    const before = (await world.documents<Problem>('problems')).length;
    const resident = await phoneOf('resident', '/pages/report/index');
    await resident.waitFor('什么事？');
    resident.tap('用电路灯');
    await resident.waitFor('说一说');
    resident.type('wx-textarea', '路灯不亮');
    resident.tap('送出');
    resident.tap('送出');
    await resident.waitFor('网格长王海');
    expect(await world.documents<Problem>('problems')).toHaveLength(before + 1);
  });

  test('neighbour: joins what somebody said already; a fire is told to call first', async () => {
    const snow = { category: 'road.snow', text: '雪把出村的路封了', public: true } as const;
    const { problem } = await world.ok('resident', 'problem.report', snow);
    await world.runTimer('content');
    const phone = await phoneOf('neighbour', '/pages/report/index');
    await phone.waitFor('什么事？');
    phone.tap('道路');
    await phone.waitFor('雪把出村的路封了');
    phone.type('wx-textarea', '路口有车着火了');
    await phone.waitFor('消防 119');
    phone.type('wx-textarea', '雪把路封了，出不去');
    await phone.waitFor('雪把出村的路封了');
    phone.tap('就是这件，我也一样');
    await phone.waitFor('您也加入了');
    const stored = (await world.documents<Problem>('problems')).find(({ _id }) => _id === problem);
    expect(stored?.followers).toMatchObject([{ person: 'neighbour' }]);
  });

  test('worker: reports for a household only when it agreed', async () => {
    const phone = await phoneOf('worker', '/pages/report/index?household=h5&head=%E6%88%B7%E4%B8%BB5');
    await phone.waitFor('替户主5家反映');
    phone.tap('政策补贴');
    await phone.waitFor('说一说');
    phone.type('wx-textarea', '高龄补贴断了两个月');
    phone.tap('送出');
    await phone.waitFor('请先问过这户人家，同意了再送');
    phone.tap('问过了，户主5家同意反映');
    await phone.waitFor('家里谁同意的？');
    phone.tap('送出');
    await phone.waitFor('户主5同意反映');
    const all = await world.documents<Problem>('problems');
    expect(all.find(({ household }) => household === 'h5')).toMatchObject({ agreedBy: '户主5' });
  });

  test('a stranger is told whom to ask, and where a code is typed', async () => {
    const phone = await phoneOf('stranger');
    await phone.waitFor('请向您的网格员要邀请码');
    phone.tap('我有邀请码');
    await phone.waitFor('您家的邀请码是多少？');
  });

  test('a scanned code, a name, consent, the worker’s yes: then a resident sees the own worker', async () => {
    const { code } = await world.ok('worker', 'household.invite', { household: 'h5' });
    const phone = await phoneOf('stranger', `/pages/bind/index?scene=${code}`);
    await phone.waitFor('您家的邀请码是多少？');
    phone.type('.y-field ~ .y-field wx-input', '额尔德尼·巴雅尔');
    phone.tap('我看过了，同意');
    await phone.waitFor(() => phone.find('.bind__box--on').length === 1);
    phone.tap('送出');
    await phone.waitFor('已经告诉刘志强');

    const worker = await phoneOf('worker', '/pages/household/index?id=h5');
    await worker.waitFor('额尔德尼·巴雅尔');
    worker.tap('是这家的');
    await worker.waitFor(() => !worker.text().includes('请您确认'));

    phone.tap('知道了');
    await phone.waitFor('我的网格员');
    await phone.waitFor('刘志强');
    phone.tap('请网格员给我打电话');
    await phone.waitFor('已请网格员给您打电话');
  });

  test('worker: could not reach, with a reason; the chief excuses it, and it is due no more', async () => {
    await world.moveClock(NOW + 7 * DAY);
    const worker = await phoneOf('worker', '/pages/sheet/index?household=h7');
    await worker.waitFor('怎么联系的？');
    worker.tap('没联系上');
    await worker.waitFor('为什么没联系上？');
    worker.tap('外出不在家');
    await worker.waitFor(() =>
      worker.find('.y-chip--chosen').some((chip) => chip.textContent === '外出不在家'),
    );
    worker.tap('保存 1 户');
    await worker.waitFor('本周待联系 12 户');

    const chief = await phoneOf('chief', '/pages/coverage/index?view=reviews');
    await chief.waitFor('这些户说没联系上，您看呢？');
    await chief.waitFor('外出不在家');
    chief.tap('确实联系不上');
    await chief.waitFor('没有等您看的');

    worker.pullDown();
    await worker.waitFor('本周待联系 11 户');
    await worker.waitFor('本周免联系');
  });

  test('secretary: from the village down to a grid, and back a week', async () => {
    const secretary = await phoneOf('secretary', '/pages/coverage/index');
    await secretary.waitFor('· 本周');
    await secretary.waitFor('第1网格');
    secretary.tap('第1网格');
    await secretary.waitFor('这个网格的网格员');
    await secretary.waitFor('刘志强');
    secretary.tap('前一周');
    await secretary.waitFor('第48周');
    await secretary.waitFor('已联系');
  });
});
