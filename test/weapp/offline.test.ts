import type { ContactSheet } from '../../domain/contact/sheet';
import { atShanghai, HOUR } from '../../domain/time/shanghai';
import { network, newHandset } from './handset';
import { openValley } from './valley';

/** A valley without signal, the real build, and a cloud that loses half of its answers. */
describe('the mini program without network', () => {
  const valley = openValley();

  test('fifty commands, the app killed three times, half the answers lost: each is applied once and in order', async () => {
    const lastSunday = atShanghai('2026-11-22 20:00');
    await valley.world.moveClock(lastSunday);
    const reported = await Promise.all(
      ['桥塌了', '井干了', '灯灭了'].map((text) =>
        valley.world.ok('resident', 'problem.report', { category: 'road', text }),
      ),
    );
    const [first, second, third] = reported.map(({ problem }) => problem);
    const handset = newHandset();
    await valley.open(handset);
    await valley.phone.waitFor('本周待联系 12 户');
    for (const id of [first, second, third]) {
      await valley.phone.go(`/pages/problem/index?id=${id}`);
      await valley.phone.waitFor('留言');
      await valley.phone.back();
    }

    // Sunday evening, no signal: eight contacts of week 47.
    network(handset, false);
    for (let n = 1; n <= 8; n += 1) await valley.contact(`户主${n}`, n % 2 ? '电话' : '入户');
    await valley.phone.waitFor('未上传 8 条');

    // Monday: home gets through once, nothing else does. Ten contacts of week 48.
    await valley.world.moveClock(lastSunday + 14 * HOUR);
    handset.gets = (call) => call === 'home.open';
    valley.phone.pullDown();
    await valley.phone.waitFor('第48周');
    network(handset, false);
    for (let n = 1; n <= 10; n += 1) await valley.contact(`户主${n}`, '电话');
    await valley.phone.waitFor('未上传 18 条');

    await valley.reopen(handset);
    await valley.phone.waitFor('未上传 18 条');
    await valley.phone.waitFor('本周待联系 2 户');
    for (let n = 1; n <= 11; n += 1) await valley.report(`h${n}`, `户主${n}`, `第${n}件`);
    await valley.phone.waitFor('未上传 29 条');

    await valley.reopen(handset, `/pages/problem/index?id=${first}`);
    await valley.phone.waitFor('桥塌了');
    for (let n = 1; n <= 10; n += 1) await valley.comment(`桥 ${n}`);
    await valley.phone.go(`/pages/problem/index?id=${second}`);
    await valley.phone.waitFor('井干了');
    for (let n = 1; n <= 10; n += 1) await valley.comment(`井 ${n}`);
    await valley.phone.go(`/pages/problem/index?id=${third}`);
    await valley.phone.waitFor('灯灭了');
    await valley.comment('灯还没亮');
    expect(valley.waiting(handset)).toHaveLength(50);
    const made = valley.waiting(handset).sort((a, b) => a.order - b.order);

    // Meanwhile the resident takes the third one back.
    await valley.world.ok('resident', 'problem.withdraw', { problem: third! });
    await valley.faults({ service: 'functions', kind: 'drop', rate: 0.5 });
    network(handset, true);
    await valley.untilSent(handset, 25);
    await valley.reopen(handset);
    await valley.phone.waitFor('未上传');
    await valley.untilSent(handset, 0);
    await fetch(`${valley.world.cloud.url}/_local/faults`, { method: 'DELETE' });
    // Otherwise no answer was lost, and this test shows nothing.
    expect(await valley.commandCalls()).toBeGreaterThan(60);

    // Each applied once, in the order it was made.
    const ids = (name: string, line?: string) =>
      made.filter((one) => one.name === name && (!line || one.line === line)).map((one) => one.id);
    const sheets = await valley.world.documents<ContactSheet>('sheets');
    for (const [week, count] of [
      ['2026-W47', 8],
      ['2026-W48', 10],
    ] as const) {
      const sheet = sheets.find((one) => one.week === week)!;
      expect(sheet).toMatchObject({ reached: count, rev: count });
      expect(sheet.applied.map((one) => one.id)).toEqual(ids('contact.save', `contact ${week}`));
      expect(Object.values(sheet.entries).flatMap((entry) => entry.was ?? [])).toEqual([]);
    }
    const now = await valley.problems();
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
    const [late, ...others] = valley.waiting(handset);
    expect(others).toEqual([]);
    expect(late).toMatchObject({ name: 'problem.comment', aside: { code: 'NOT_NOW' } });
    await valley.phone.waitFor('1 条没送成，点开看看');
    valley.phone.tap('1 条没送成，点开看看');
    await valley.phone.waitFor('灯还没亮');
    await valley.phone.waitFor('这件事已经有了新的进展');
    valley.phone.tap('删掉这一条');
    await valley.phone.waitFor('删掉后就找不回来了');
    valley.phone.tap('删掉这一条');
    await valley.phone.waitFor('都送出了');
    expect(valley.waiting(handset)).toEqual([]);
    expect(valley.phone.errors).toEqual([]);
  }, 240_000);

  test('home, sheet and a problem open from the phone after a kill, and say of when they are', async () => {
    const { problem } = await valley.world.ok('resident', 'problem.report', {
      category: 'road',
      text: '桥塌了',
    });
    const handset = newHandset();
    await valley.open(handset, `/pages/problem/index?id=${problem}`);
    await valley.phone.waitFor('桥塌了');
    await valley.phone.go('/pages/home/index');
    await valley.phone.waitFor('本周待联系 12 户');
    network(handset, false);
    await valley.reopen(handset);
    await valley.phone.waitFor('本周待联系 12 户');
    await valley.phone.waitFor(/没有网络，显示的是 .* 的内容/);
    await valley.phone.go('/pages/sheet/index');
    await valley.phone.waitFor('户主12');
    await valley.phone.go(`/pages/problem/index?id=${problem}`);
    await valley.phone.waitFor('桥塌了');
    await valley.phone.waitFor(/没有网络，显示的是 .* 的内容/);
  });

  test('what was recorded is half done on home and sheet, not due, until it is in the cloud', async () => {
    const handset = await valley.inTheValley();
    await valley.contact('户主1', '入户');
    await valley.phone.waitFor('本周待联系 11 户');
    await valley.phone.waitFor('已联系 1 户，其中见面 1 户');
    await valley.phone.waitFor('已记，未送出');
    expect(valley.phone.find('.home__cell--wide.home__cell--unsent')).toHaveLength(1);
    await valley.phone.go('/pages/sheet/index');
    await valley.phone.waitFor('未上传 1 条');
    expect(valley.phone.find('.sheet__cell--unsent')).toHaveLength(1);
    valley.phone.tap('全部电话联系');
    await valley.phone.waitFor('保存 11 户');
    await valley.phone.back();

    network(handset, true);
    await valley.phone.waitFor(() => !valley.phone.text().includes('未上传'));
    await valley.phone.waitFor('本周已见面');
    await valley.phone.waitFor('本周待联系 11 户');
    expect(valley.waiting(handset)).toEqual([]);
  });

  test('a household that was handed over meanwhile is set aside; the rest of its batch is recorded', async () => {
    const handset = await valley.inTheValley('/pages/sheet/index');
    await valley.phone.waitFor('户主12');
    valley.phone.tap('全部电话联系');
    await valley.phone.waitFor('保存 12 户');
    valley.phone.tap('保存 12 户');
    await valley.phone.waitFor('本周都联系到了');
    valley.world.cloud.store.modify('people', {
      filter: { _id: 'worker' },
      data: { $pull: { links: { household: 'h7' } } },
      multi: false,
      merge: true,
      upsert: false,
    });
    network(handset, true);
    await valley.untilSent(handset, 0);
    const [sheet] = await valley.world.documents<ContactSheet>('sheets');
    expect(Object.keys(sheet!.entries)).toHaveLength(11);
    expect(sheet!.entries.h7).toBeUndefined();
    expect(valley.waiting(handset)).toMatchObject([
      {
        aside: { code: 'NOT_YOURS', path: 'entries.0.household' },
        input: { entries: [{ household: 'h7' }] },
      },
    ]);
    await valley.phone.go('/pages/outbox/index');
    await valley.phone.waitFor('已经交给别人负责了');
    valley.phone.tap('再试一次');
    await valley.phone.waitFor('已经交给别人负责了');
    expect(valley.waiting(handset)).toHaveLength(1);
  });

  test('a no that comes after the page was left is not lost: it is set aside', async () => {
    const { problem } = await valley.world.ok('resident', 'problem.report', {
      category: 'road',
      text: '桥塌了',
    });
    const handset = newHandset();
    await valley.open(handset);
    await valley.phone.waitFor('刘志强');
    await valley.phone.go(`/pages/problem/index?id=${problem}`);
    await valley.phone.waitFor('留言');
    await valley.world.ok('resident', 'problem.withdraw', { problem });
    await valley.faults({ service: 'functions', kind: 'delay', ms: 1_000 });
    valley.phone.tap('留言');
    await valley.phone.waitFor('留句话');
    valley.phone.type('wx-textarea', '还在漏水');
    valley.phone.tap('送出');
    await valley.phone.waitFor(() => valley.waiting(handset).length === 1);
    await valley.phone.back();
    await valley.phone.waitFor('1 条没送成，点开看看');
    expect(valley.waiting(handset)).toMatchObject([{ aside: { code: 'NOT_NOW' } }]);
  });

  test('a week whose books were closed meanwhile is told in words', async () => {
    const handset = await valley.inTheValley();
    await valley.contact('户主1', '电话');
    await valley.world.moveClock(atShanghai('2026-12-01 00:01'));
    network(handset, true);
    await valley.untilSent(handset, 0);
    await valley.phone.go('/pages/outbox/index');
    await valley.phone.waitFor('那一周的台账已经关了');
    expect(await valley.world.documents('sheets')).toEqual([]);
  });

  test('a full phone says so at once, and keeps nothing that it does not tell of', async () => {
    const handset = await valley.inTheValley('/pages/report/index?household=h1&head=x');
    handset.full = true;
    await valley.phone.waitFor('什么事？');
    valley.phone.tap('道路');
    await valley.phone.waitFor('说一说');
    valley.phone.type('wx-textarea', '路断了');
    await valley.agree('x');
    valley.phone.tap('送出');
    await valley.phone.waitFor('手机存不下了');
    expect(valley.waiting(handset)).toEqual([]);
    handset.full = false;
    valley.phone.tap('送出');
    await valley.phone.waitFor('未上传 1 条');
  });
});
