import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Queued } from '../../domain/command/queue';
import type { ContactSheet } from '../../domain/contact/sheet';
import type { Problem } from '../../domain/problem/problem';
import { atShanghai, HOUR } from '../../domain/time/shanghai';
import { startWorld, type World } from '../functions/world';
import { ensureBuild } from './build';
import { type Handset, network, newHandset } from './handset';
import { boot, type Phone } from './harness';

/** A valley without signal, the real build, and a cloud that loses half of its answers. */
describe('the mini program without network', () => {
  let dist: string;
  let world: World;
  let phone: Phone;

  beforeAll(async () => {
    dist = await ensureBuild('weapp');
  }, 240_000);

  beforeEach(async () => {
    world = await startWorld();
  });

  afterEach(async () => {
    phone?.close();
    await world.stop();
  });

  /** Opens the app on that phone. */
  async function open(handset: Handset, url?: string, openid = 'openid-worker'): Promise<Phone> {
    phone = await boot(dist, { openid, cloudUrl: world.cloud.url, handset, ...(url ? { url } : {}) });
    return phone;
  }

  async function reopen(handset: Handset, url?: string): Promise<Phone> {
    phone.kill();
    phone.close();
    return open(handset, url);
  }

  const waiting = (handset: Handset) =>
    [...handset.storage].flatMap(([key, command]) =>
      key.startsWith('yige.command.') ? [command as Queued] : [],
    );
  const faults = (body: object) =>
    fetch(`${world.cloud.url}/_local/faults`, { method: 'POST', body: JSON.stringify(body) });
  const problems = () => world.documents<Problem>('problems');

  async function commandCalls(): Promise<number> {
    const { functions } = await (await fetch(`${world.cloud.url}/_local/usage`)).json();
    return ['contact.save', 'problem.report', 'problem.comment']
      .map((name) => functions[name.split('.')[0]!]?.actions[name.split('.')[1]!]?.calls ?? 0)
      .reduce((sum, calls) => sum + calls, 0);
  }

  async function contact(household: string, channel: string): Promise<void> {
    await phone.go('/pages/sheet/index');
    await phone.waitFor(household);
    phone.tap(`${household} 写情况`);
    await phone.waitFor('怎么联系的？');
    phone.tap(channel);
    if (channel === '入户') await phone.waitFor('见到人了吗？');
    phone.tap('保存 1 户');
    await phone.waitFor(() => phone.currentPage().path === 'pages/home/index');
  }

  async function report(household: string, head: string, text: string): Promise<void> {
    await phone.go(`/pages/report/index?household=${household}&head=${encodeURIComponent(head)}`);
    await phone.waitFor('什么事？');
    phone.tap('道路');
    await phone.waitFor('说一说');
    phone.type('wx-textarea', text);
    await agree(head);
    phone.tap('送出');
    await phone.waitFor(() => phone.currentPage().path === 'pages/home/index');
  }

  async function agree(head: string): Promise<void> {
    phone.tap(`问过了，${head}家同意反映`);
    await phone.waitFor('家里谁同意的？');
  }

  /** On the page of the problem. */
  async function comment(text: string): Promise<void> {
    phone.tap('留言');
    await phone.waitFor('留句话');
    phone.type('wx-textarea', text);
    phone.tap('送出');
    await phone.waitFor(() => phone.find('.y-sheet').length === 0);
  }

  /** Pulls down now and then, as somebody who has just come over the hill does, until the badge is as wanted. */
  async function untilSent(handset: Handset, left: number): Promise<void> {
    for (let pulls = 0; waiting(handset).filter((one) => !one.aside).length > left; pulls += 1) {
      if (pulls > 600) throw new Error(`still ${waiting(handset).length} wait:\n${phone.text()}`);
      phone.pullDown();
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }

  test('fifty commands, the app killed three times, half the answers lost: each is applied once and in order', async () => {
    const lastSunday = atShanghai('2026-11-22 20:00');
    await world.moveClock(lastSunday);
    const reported = await Promise.all(
      ['桥塌了', '井干了', '灯灭了'].map((text) =>
        world.ok('resident', 'problem.report', { category: 'road', text }),
      ),
    );
    const [first, second, third] = reported.map(({ problem }) => problem);
    const handset = newHandset();
    await open(handset);
    await phone.waitFor('本周待联系 12 户');
    for (const id of [first, second, third]) {
      await phone.go(`/pages/problem/index?id=${id}`);
      await phone.waitFor('留言');
      await phone.back();
    }

    // Sunday evening, no signal: eight contacts of week 47.
    network(handset, false);
    for (let n = 1; n <= 8; n += 1) await contact(`户主${n}`, n % 2 ? '电话' : '入户');
    await phone.waitFor('未上传 8 条');

    // Monday: home gets through once, nothing else does. Ten contacts of week 48.
    await world.moveClock(lastSunday + 14 * HOUR);
    handset.gets = (call) => call === 'home.open';
    phone.pullDown();
    await phone.waitFor('第48周');
    network(handset, false);
    for (let n = 1; n <= 10; n += 1) await contact(`户主${n}`, '电话');
    await phone.waitFor('未上传 18 条');

    await reopen(handset);
    await phone.waitFor('未上传 18 条');
    await phone.waitFor('本周待联系 2 户');
    for (let n = 1; n <= 11; n += 1) await report(`h${n}`, `户主${n}`, `第${n}件`);
    await phone.waitFor('未上传 29 条');

    await reopen(handset, `/pages/problem/index?id=${first}`);
    await phone.waitFor('桥塌了');
    for (let n = 1; n <= 10; n += 1) await comment(`桥 ${n}`);
    await phone.go(`/pages/problem/index?id=${second}`);
    await phone.waitFor('井干了');
    for (let n = 1; n <= 10; n += 1) await comment(`井 ${n}`);
    await phone.go(`/pages/problem/index?id=${third}`);
    await phone.waitFor('灯灭了');
    await comment('灯还没亮');
    expect(waiting(handset)).toHaveLength(50);
    const made = waiting(handset).sort((a, b) => a.order - b.order);

    // Meanwhile the resident takes the third one back.
    await world.ok('resident', 'problem.withdraw', { problem: third! });
    await faults({ service: 'functions', kind: 'drop', rate: 0.5 });
    network(handset, true);
    await untilSent(handset, 25);
    await reopen(handset);
    await phone.waitFor('未上传');
    await untilSent(handset, 0);
    await fetch(`${world.cloud.url}/_local/faults`, { method: 'DELETE' });
    // Otherwise no answer was lost, and this test shows nothing.
    expect(await commandCalls()).toBeGreaterThan(60);

    // Each applied once, in the order it was made.
    const ids = (name: string, line?: string) =>
      made.filter((one) => one.name === name && (!line || one.line === line)).map((one) => one.id);
    const sheets = await world.documents<ContactSheet>('sheets');
    for (const [week, count] of [
      ['2026-W47', 8],
      ['2026-W48', 10],
    ] as const) {
      const sheet = sheets.find((one) => one.week === week)!;
      expect(sheet).toMatchObject({ reached: count, rev: count });
      expect(sheet.applied.map((one) => one.id)).toEqual(ids('contact.save', `contact ${week}`));
      expect(Object.values(sheet.entries).flatMap((entry) => entry.was ?? [])).toEqual([]);
    }
    const now = await problems();
    const comments = (id: string) =>
      now
        .find((one) => one._id === id)!
        .timeline.flatMap((entry) => (entry.what === 'comment' ? [entry.text] : []));
    const counted = (word: string) => Array.from({ length: 10 }, (_, n) => `${word} ${n + 1}`);
    expect(comments(first!)).toEqual(counted('桥'));
    expect(comments(second!)).toEqual(counted('井'));
    expect(comments(third!)).toEqual([]);
    const onBehalf = now.filter((one) => !reported.some(({ problem }) => problem === one._id));
    expect(onBehalf.map((one) => one.text).sort()).toEqual(
      Array.from({ length: 11 }, (_, n) => `第${n + 1}件`).sort(),
    );

    // The one that came too late is set aside, and says why.
    const [late, ...others] = waiting(handset);
    expect(others).toEqual([]);
    expect(late).toMatchObject({ name: 'problem.comment', aside: { code: 'NOT_NOW' } });
    await phone.waitFor('1 条没送成，点开看看');
    phone.tap('1 条没送成，点开看看');
    await phone.waitFor('灯还没亮');
    await phone.waitFor('这件事已经有了新的进展');
    phone.tap('删掉这一条');
    await phone.waitFor('删掉后就找不回来了');
    phone.tap('删掉这一条');
    await phone.waitFor('都送出了');
    expect(waiting(handset)).toEqual([]);
    expect(phone.errors).toEqual([]);
  }, 240_000);

  /** A phone that has seen home, and then lost the network. */
  async function inTheValley(url?: string): Promise<Handset> {
    const handset = newHandset();
    await open(handset);
    await phone.waitFor('本周待联系 12 户');
    network(handset, false);
    if (url) await phone.go(url);
    return handset;
  }

  test('home, sheet and a problem open from the phone after a kill, and say of when they are', async () => {
    const { problem } = await world.ok('resident', 'problem.report', { category: 'road', text: '桥塌了' });
    const handset = newHandset();
    await open(handset, `/pages/problem/index?id=${problem}`);
    await phone.waitFor('桥塌了');
    await phone.go('/pages/home/index');
    await phone.waitFor('本周待联系 12 户');
    network(handset, false);
    await reopen(handset);
    await phone.waitFor('本周待联系 12 户');
    await phone.waitFor(/没有网络，显示的是 .* 的内容/);
    await phone.go('/pages/sheet/index');
    await phone.waitFor('户主12');
    await phone.go(`/pages/problem/index?id=${problem}`);
    await phone.waitFor('桥塌了');
    await phone.waitFor(/没有网络，显示的是 .* 的内容/);
  });

  test('what was recorded is half done on home and sheet, not due, until it is in the cloud', async () => {
    const handset = await inTheValley();
    await contact('户主1', '入户');
    await phone.waitFor('本周待联系 11 户');
    await phone.waitFor('已联系 1 户，其中见面 1 户');
    await phone.waitFor('已记，未送出');
    expect(phone.find('.home__cell--wide.home__cell--unsent')).toHaveLength(1);
    await phone.go('/pages/sheet/index');
    await phone.waitFor('未上传 1 条');
    expect(phone.find('.sheet__cell--unsent')).toHaveLength(1);
    phone.tap('全部电话联系');
    await phone.waitFor('保存 11 户');
    await phone.back();

    network(handset, true);
    await phone.waitFor(() => !phone.text().includes('未上传'));
    await phone.waitFor('本周已见面');
    await phone.waitFor('本周待联系 11 户');
    expect(waiting(handset)).toEqual([]);
  });

  test('a photo and a voice note wait with their words, are uploaded once, and leave the phone', async () => {
    const picture = join(newHandset().files, 'road.jpg');
    writeFileSync(picture, Buffer.from('ffd8ffe000104a46494600', 'hex'));
    const handset = await inTheValley('/pages/report/index?household=h1&head=x');
    phone.person.photos = [picture];
    phone.person.voice = picture;
    await phone.waitFor('什么事？');
    phone.tap('道路');
    await phone.waitFor('拍照或选照片');
    phone.tap('拍照或选照片');
    await phone.waitFor(() => phone.find('.y-photos__photo').length === 1);
    phone.tap('按一下，开始说话');
    await phone.waitFor('说完了');
    phone.tap('说完了');
    await phone.waitFor('听一听');
    await agree('x');
    phone.tap('送出');
    await phone.waitFor('未上传 1 条');
    expect(readdirSync(handset.files)).toHaveLength(2);

    // The words get through only after the files: uploads work, calls do not.
    await reopen(handset);
    await phone.waitFor('未上传 1 条');
    handset.gets = (call) => call === 'upload';
    phone.pullDown();
    await phone.waitFor(() => readdirSync(handset.files).length === 0);
    expect(waiting(handset)[0]).toMatchObject({
      files: [],
      input: {
        photos: [expect.stringMatching(/^cloud:/)],
        voice: { file: expect.stringMatching(/^cloud:/), seconds: 3 },
      },
    });
    const { photos, voice } = waiting(handset)[0]!.input as { photos: string[]; voice: object };

    await reopen(handset);
    network(handset, true);
    await untilSent(handset, 0);
    const [problem, ...others] = await problems();
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ photos, voice });
  });

  test('killed at whatever write: what was kept arrives once, with its photo, and nothing stays behind', async () => {
    const picture = join(newHandset().files, 'road.jpg');
    writeFileSync(picture, Buffer.from('ffd8ffe000104a46494600', 'hex'));
    let arrived = 0;
    for (let left = 0; left < 8; left += 1) {
      const text = `第${left}次写的时候没电了`;
      const handset = newHandset();
      await open(handset);
      await phone.waitFor('刘志强');
      await phone.go('/pages/report/index?household=h1&head=x');
      phone.person.photos = [picture];
      await phone.waitFor('什么事？');
      phone.tap('道路');
      await phone.waitFor('拍照或选照片');
      phone.tap('拍照或选照片');
      await phone.waitFor(() => phone.find('.y-photos__photo').length === 1);
      phone.type('wx-textarea', text);
      await agree('x');
      const before = (await problems()).length;
      phone.kill(left);
      phone.tap('送出');
      await new Promise((resolve) => setTimeout(resolve, 150));
      const kept = waiting(handset).length;
      const landed = (await problems()).length - before;

      await reopen(handset);
      await phone.waitFor('刘志强');
      await untilSent(handset, 0);
      const told = (await problems()).filter((one) => one.text === text);
      expect([left, told.length]).toEqual([left, Math.max(kept, landed)]);
      for (const one of told) expect(one.photos).toHaveLength(1);
      arrived += told.length;
      expect(waiting(handset)).toEqual([]);
      phone.kill();
      phone.close();
    }
    expect(arrived).toBeGreaterThan(4);
  }, 120_000);

  test('a household that was handed over meanwhile is set aside; the rest of its batch is recorded', async () => {
    const handset = await inTheValley('/pages/sheet/index');
    await phone.waitFor('户主12');
    phone.tap('全部电话联系');
    await phone.waitFor('保存 12 户');
    phone.tap('保存 12 户');
    await phone.waitFor('本周都联系到了');
    world.cloud.store.modify('people', {
      filter: { _id: 'worker' },
      data: { $pull: { links: { household: 'h7' } } },
      multi: false,
      merge: true,
      upsert: false,
    });
    network(handset, true);
    await untilSent(handset, 0);
    const [sheet] = await world.documents<ContactSheet>('sheets');
    expect(Object.keys(sheet!.entries)).toHaveLength(11);
    expect(sheet!.entries.h7).toBeUndefined();
    expect(waiting(handset)).toMatchObject([
      {
        aside: { code: 'NOT_YOURS', path: 'entries.0.household' },
        input: { entries: [{ household: 'h7' }] },
      },
    ]);
    await phone.go('/pages/outbox/index');
    await phone.waitFor('已经交给别人负责了');
    phone.tap('再试一次');
    await phone.waitFor('已经交给别人负责了');
    expect(waiting(handset)).toHaveLength(1);
  });

  test('a no that comes after the page was left is not lost: it is set aside', async () => {
    const { problem } = await world.ok('resident', 'problem.report', { category: 'road', text: '桥塌了' });
    const handset = newHandset();
    await open(handset);
    await phone.waitFor('刘志强');
    await phone.go(`/pages/problem/index?id=${problem}`);
    await phone.waitFor('留言');
    await world.ok('resident', 'problem.withdraw', { problem });
    await faults({ service: 'functions', kind: 'delay', ms: 1_000 });
    phone.tap('留言');
    await phone.waitFor('留句话');
    phone.type('wx-textarea', '还在漏水');
    phone.tap('送出');
    await phone.waitFor(() => waiting(handset).length === 1);
    await phone.back();
    await phone.waitFor('1 条没送成，点开看看');
    expect(waiting(handset)).toMatchObject([{ aside: { code: 'NOT_NOW' } }]);
  });

  test('a week whose books were closed meanwhile is told in words', async () => {
    const handset = await inTheValley();
    await contact('户主1', '电话');
    await world.moveClock(atShanghai('2026-12-01 00:01'));
    network(handset, true);
    await untilSent(handset, 0);
    await phone.go('/pages/outbox/index');
    await phone.waitFor('那一周的台账已经关了');
    expect(await world.documents('sheets')).toEqual([]);
  });

  test('a full phone says so at once, and keeps nothing that it does not tell of', async () => {
    const handset = await inTheValley('/pages/report/index?household=h1&head=x');
    handset.full = true;
    await phone.waitFor('什么事？');
    phone.tap('道路');
    await phone.waitFor('说一说');
    phone.type('wx-textarea', '路断了');
    await agree('x');
    phone.tap('送出');
    await phone.waitFor('手机存不下了');
    expect(waiting(handset)).toEqual([]);
    handset.full = false;
    phone.tap('送出');
    await phone.waitFor('未上传 1 条');
  });
});
