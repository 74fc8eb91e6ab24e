import { booksClose } from '../../domain/contact/sheet';
import { closesAt, settlesAt } from '../../domain/points/calendar';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { spanOf } from '../../domain/study/period';
import { GRACE } from '../../domain/study/session';
import { atShanghai as at, HOUR } from '../../domain/time/shanghai';
import { EVE, LAST, NEW, overNewYear, SPARE } from './newyear.stage';
import { BANNER, VILLAGE } from './people';
import { draftedAt } from './points.stage';

describe('points over New Year', () => {
  const stage = overNewYear();
  const { settleAt, bookOf, given, met, meet, found, closed } = stage;

  test('the week belongs to the year of its Thursday, a meeting and a matter to the year of their instant', async () => {
    await stage.world.moveClock(EVE);
    await meet(1, 10, LAST);
    const december = await found();
    await stage.world.moveClock(NEW);
    const january = await found();
    // Eight of them again in the same week, and in the new month.
    await stage.world.moveClock(NEW + 10 * HOUR);
    await meet(3, 12, NEW + 10 * HOUR);

    expect(await settleAt(settlesAt('2026-12') - SPARE)).toMatchObject({ settled: 0, closed: 0 });
    expect(await settleAt(settlesAt('2026-12'))).toMatchObject({ failed: 0, left: 0 });
    const old = { 'coverage-2026-W53': 2, 'meetings-2026-12': 2, [`found-${december}`]: 1 };
    expect(await given('worker.worker_2026')).toEqual(old);
    expect(await bookOf('worker.worker_2026')).toMatchObject({ settled: '2026-12', total: 5 });
    expect(await bookOf('worker.worker_2027')).toBeUndefined();

    expect(await settleAt(closesAt('2026') - SPARE)).toMatchObject({ settled: 0, closed: 0 });
    expect(await bookOf('worker.worker_2026')).not.toHaveProperty('closed');
    await settleAt(closesAt('2026'));
    const shut = await bookOf('worker.worker_2026');
    expect(shut).toMatchObject({ closed: { total: 5 } });

    await settleAt(settlesAt('2027-01'));
    expect(await given('worker.worker_2027')).toEqual({ 'meetings-2027-01': 2, [`found-${january}`]: 1 });
    expect(await bookOf('worker.worker_2026')).toEqual(shut);
  });

  test('a version enabled on the last evening holds from midnight on, and not before', async () => {
    const { rules, scheme } = DEFAULT_RULES;
    const dear = rules.map((rule) => (rule.id === 'found' ? { ...rule, amount: 3 } : rule));
    for (const version of ['2027.1', '2027.2'])
      await stage.world.ok('admin', 'points.draft', { version, rules: dear, scheme });
    const january = async (version: string) => ({
      version,
      draftedAt: await draftedAt(stage.world, version),
      from: '2027-01',
    });
    await stage.world.moveClock(EVE);
    await stage.world.ok('bannerOfficial', 'points.enable', await january('2027.1'));
    const december = await found();
    await stage.world.moveClock(NEW);
    expect(
      await stage.world.refused('bannerOfficial', 'points.enable', await january('2027.2')),
    ).toMatchObject({
      code: 'BAD_INPUT',
      path: 'from',
    });
    const after = await found();
    await settleAt(settlesAt('2027-01'));
    const [old, fresh] = [await bookOf('worker.worker_2026'), await bookOf('worker.worker_2027')];
    expect(old?.entries[`found-${december}`]).toMatchObject({ amount: 1, version: 'default.1' });
    expect(fresh?.entries[`found-${after}`]).toMatchObject({ amount: 3, version: '2027.1' });
  });

  test('written down without network in December, sent in January: taken until the week’s books close', async () => {
    const wednesday = at('2026-12-30 12:00');
    const closing = booksClose('2026-W53');
    expect(closing).toBe(at('2027-01-05'));
    await stage.world.moveClock(closing - SPARE);
    await meet(1, 12, wednesday);
    await stage.world.moveClock(closing);
    const late = { code: 'PERIOD_CLOSED', path: 'week' };
    expect(
      await stage.world.refused('colleague', 'contact.save', { entries: met(13, 24, wednesday) }),
    ).toMatchObject(late);
    const sunday = at('2026-12-27 12:00');
    expect(await stage.world.refused('worker', 'contact.save', { entries: met(1, 1, sunday) })).toMatchObject(
      late,
    );
    await settleAt(settlesAt('2026-12'));
    expect(await given('worker.worker_2026')).toEqual({ 'coverage-2026-W53': 2, 'meetings-2026-12': 4 });
    expect(await given('worker.colleague_2026')).toEqual({});
  });

  test('closed on 31 December and rated in January: solved last year, rated this year, each once', async () => {
    await stage.world.moveClock(EVE);
    const problem = await closed();
    await stage.world.moveClock(at('2027-01-05 09:00'));
    // Before December is settled: it is not December's all the same.
    await stage.world.ok('resident', 'problem.rate', { problem, stars: 5 });
    await settleAt(settlesAt('2026-12'));
    expect(await given('worker.worker_2026')).toEqual({
      [`solved-${problem}`]: 2,
      [`on-time-${problem}`]: 1,
    });
    await settleAt(settlesAt('2027-01'));
    expect(await given('worker.worker_2027')).toEqual({ [`rated-${problem}`]: 2 });
    expect((await bookOf('worker.worker_2026'))?.total).toBe(3);
  });

  test('the session of December’s second half, written down in January, is December’s', async () => {
    const half = { area: VILLAGE, period: '2026-12B' };
    const attendance = [{ person: 'secretary', name: '张建国' }];
    const said = { attendance, minutes: '研究了渠边道路', carry: [] };
    const over = spanOf('village', half.period).to + GRACE;
    await stage.world.moveClock(over - SPARE);
    const held = { ...half, ...said, heldAt: LAST };
    expect(await stage.world.refused('secretary', 'study.hold', { ...held, heldAt: NEW })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'heldAt',
    });
    await stage.world.ok('secretary', 'study.hold', held);
    await stage.world.ok('bannerOfficial', 'study.hold', { ...held, area: BANNER, period: '2026-Q4' });
    await stage.world.moveClock(over);
    expect(
      await stage.world.refused('farSecretary', 'study.hold', { ...held, area: '150625100211' }),
    ).toMatchObject({ code: 'NOT_NOW', path: 'period' });
    await settleAt(settlesAt('2027-01'));
    expect(await given(`organisation.${VILLAGE}_2026`)).toEqual({ 'session-2026-12B': 2 });
    expect(await given(`organisation.${BANNER}_2026`)).toEqual({ 'session-2026-Q4': 2 });
    expect(await given('organisation.150625100211_2026')).toEqual({});
    expect(await given(`organisation.${VILLAGE}_2027`)).toEqual({});
  });
});
