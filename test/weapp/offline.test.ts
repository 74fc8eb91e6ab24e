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

  async function contact(household: string, channel: string): Promise<void> {
    await phone.go('/pages/sheet/index');
    await phone.waitFor(household);
    phone.tap(household);
    await phone.waitFor('怎么联系的？');
    phone.tap(channel);
    phone.tap('记上');
    await phone.waitFor('保存 1 户');
    phone.tap('保存 1 户');
    await phone.waitFor(() => phone.currentPage().path === 'pages/home/index');
  }

  async function report(household: string, head: string, text: string): Promise<void> {
    await phone.go(`/pages/report/index?household=${household}&head=${encodeURIComponent(head)}`);
    await phone.waitFor('什么事？');
    phone.tap('道路');
    await phone.waitFor('说一说');
    phone.type('wx-textarea', text);
    phone.tap('送出');
    await phone.waitFor(() => phone.currentPage().path === 'pages/home/index');
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
});
