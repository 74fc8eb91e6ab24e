import fc from 'fast-check';
import { itemOf } from '../../domain/study/agenda';
import { complianceOf } from '../../domain/study/compliance';
import { addItem, decideItems, hold } from '../../domain/study/decide';
import { whenDue } from '../../domain/study/due';
import { periodAt, periodBefore, periodsOf, STUDY_LEVELS, spanOf } from '../../domain/study/period';
import { carriedFrom, GRACE, newSession } from '../../domain/study/session';
import { atShanghai, DAY } from '../../domain/time/shanghai';
import { aProblem, NOW } from './build';

const VILLAGE = { _id: '150625100208', name: '胜利村委会', path: '锡尼镇·胜利村委会' };
const CHAIR = { person: 's1', name: '张建国' };
const session = () => newSession(VILLAGE, '2026-11B');
const solve = (promisedAt = NOW + 10 * DAY) => ({
  kind: 'solve' as const,
  lead: { name: '扬水站' },
  promisedAt,
});

describe('study periods', () => {
  test.each([
    ['village', '2026-11-15 23:59', '2026-11A'],
    ['village', '2026-11-16 00:00', '2026-11B'],
    ['village', '2026-02-28 12:00', '2026-02B'],
    ['village', '2028-02-29 23:59', '2028-02B'],
    ['township', '2026-12-31 23:59', '2026-12'],
    ['township', '2027-01-01 00:00', '2027-01'],
    ['banner', '2026-12-31 23:59', '2026-Q4'],
    ['banner', '2027-01-01 00:00', '2027-Q1'],
  ] as const)('%s at %s is %s', (level, at, key) => {
    expect(periodAt(level, atShanghai(at))).toBe(key);
  });

  test('February’s second half ends with February, leap years too', () => {
    expect(spanOf('village', '2026-02B')).toEqual({
      from: atShanghai('2026-02-16'),
      to: atShanghai('2026-03-01'),
    });
    expect(spanOf('village', '2028-02B').to).toBe(atShanghai('2028-03-01'));
    expect(spanOf('banner', '2026-Q4').to).toBe(atShanghai('2027-01-01'));
  });

  test('every instant lies in exactly the span of its key, and spans touch', () => {
    const at = fc.integer({ min: atShanghai('2024-01-01'), max: atShanghai('2030-12-31') });
    fc.assert(
      fc.property(fc.constantFrom(...STUDY_LEVELS), at, (level, instant) => {
        const key = periodAt(level, instant);
        const { from, to } = spanOf(level, key);
        expect(instant >= from && instant < to).toBe(true);
        expect(periodAt(level, from)).toBe(key);
        expect(periodAt(level, to)).not.toBe(key);
        expect(periodBefore(level, periodAt(level, to))).toBe(key);
      }),
    );
  });

  test('a year has 24 half months, 12 months, 4 quarters', () => {
    const end = atShanghai('2027-06-01');
    expect(STUDY_LEVELS.map((level) => periodsOf(level, '2026', end).length)).toEqual([24, 12, 4]);
  });
});

describe('a study session', () => {
  const item = itemOf(aProblem());

  test('takes a decision once, and only while it runs', () => {
    const decided = decideItems(session(), [{ item, decision: solve() }], CHAIR, NOW);
    expect(decided.items[0]).toMatchObject({ id: 'p1', decision: { kind: 'solve' }, decidedAt: NOW });
    expect(decided.decidedAt).toBe(NOW);
    const code = (act: () => unknown) => {
      try {
        return act();
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    const again = [{ item, decision: { kind: 'explain' as const, text: '没钱' } }];
    expect(code(() => decideItems(decided, again, CHAIR, NOW))).toBe('NOT_NOW');
    const { to, from } = spanOf('village', '2026-11B');
    expect(code(() => decideItems(session(), again, CHAIR, to + GRACE))).toBe('NOT_NOW');
    expect(code(() => decideItems(session(), again, CHAIR, from - 1))).toBe('NOT_NOW');
    expect(code(() => decideItems(session(), [{ item, decision: solve(NOW - 1) }], CHAIR, NOW))).toBe(
      'BAD_INPUT',
    );
  });

  test('an urgent matter, and one put off before, cannot be put off', () => {
    const urgent = itemOf(aProblem({ urgent: true }));
    expect(urgent.deferred).toBe(true);
    const defer = [{ item: urgent, decision: { kind: 'defer' as const, text: '等' } }];
    expect(() => decideItems(session(), defer, CHAIR, NOW)).toThrow(/NOT_NOW/);
  });

  const holding = { heldAt: NOW, attendance: [{ name: '张建国' }], minutes: '议定' };

  test('is not closed over a forgotten item; what is carried on by name stands on the next agenda', () => {
    const open = addItem(session(), 'o1', '冬天没有活动的地方', NOW);
    expect(() => hold(open, open.items, { ...holding, carry: [] }, CHAIR, NOW)).toThrow(/carry/);
    const held = hold(open, open.items, { ...holding, carry: ['o1'] }, CHAIR, NOW);
    expect(held).toMatchObject({ status: 'held', items: [{ id: 'o1', decision: { kind: 'carry' } }] });
    expect(held).not.toHaveProperty('nextAt');
    expect(carriedFrom(held)).toEqual([expect.not.objectContaining({ decision: expect.anything() })]);
    expect(() => hold(held, [], { ...holding, carry: [] }, CHAIR, NOW)).toThrow(/NOT_NOW/);
  });

  test('did not take place tomorrow, nor in another period, nor without people', () => {
    const at = (heldAt: number) => () => hold(session(), [], { ...holding, heldAt, carry: [] }, CHAIR, NOW);
    expect(at(NOW + DAY)).toThrow(/heldAt/);
    expect(at(spanOf('village', '2026-11B').from - 1)).toThrow(/heldAt/);
    expect(() => hold(session(), [], { ...holding, attendance: [], carry: [] }, CHAIR, NOW)).toThrow(
      /attendance/,
    );
  });

  test('is reminded three days before the end, missed three days after it, each once', () => {
    const { to } = spanOf('village', '2026-11B');
    expect(whenDue(session(), to - 3 * DAY - 1).outbox).toEqual([]);
    const reminded = whenDue(session(), to - 3 * DAY);
    expect(reminded.outbox.map(({ kind, to: who }) => [kind, who])).toEqual([
      ['session-due', { post: { role: 'secretary', area: VILLAGE._id } }],
    ]);
    expect(whenDue(reminded, to + GRACE - 1)).toBe(reminded);
    const missed = whenDue(reminded, to + GRACE);
    expect(missed.outbox.at(-1)).toMatchObject({
      kind: 'session-missed',
      to: { post: { role: 'official', area: '150625100' } },
    });
    expect(whenDue(missed, to + 99 * DAY)).toBe(missed);
  });

  test('missed by the banner itself, its supervisors hear of it', () => {
    const banner = newSession({ _id: '150625', name: '杭锦旗', path: '杭锦旗' }, '2026-Q4');
    const missed = whenDue(banner, spanOf('banner', '2026-Q4').to + GRACE);
    expect(missed.outbox).toMatchObject([{ to: { post: { role: 'supervisor', area: '150625' } } }]);
  });

  test('“held 5 of 6”: a period that is over without a session counts as missed, the running one not yet', () => {
    const sessions = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'].map((period) => ({
      period,
      status: period === '2026-08' ? ('open' as const) : ('held' as const),
      heldAt: NOW,
    }));
    const { held, of, marks } = complianceOf('township', '2026', sessions, atShanghai('2026-11-20'));
    expect([held, of]).toEqual([4, 10]);
    expect(marks.find(({ period }) => period === '2026-08')?.state).toBe('missed');
    expect(marks.at(-1)).toEqual({ period: '2026-11', state: 'running' });
  });
});
