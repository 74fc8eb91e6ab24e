import fc from 'fast-check';
import { Refusal } from '../../domain/error/refusal';
import { whenDue } from '../../domain/problem/decide';
import { explain } from '../../domain/problem/explain';
import { instantAt } from '../../domain/problem/running';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { onWorkday } from '../../domain/time/workday';
import { NOW } from './build';
import { inStatus, step } from './stage';

const accepted = inStatus('accepted');
const solveAt = accepted.deadline!.at;

describe('warnings', () => {
  test('at half and at four fifths of the running time, then the deadline itself', () => {
    const { from, at } = accepted.deadline!;
    expect([accepted.nextAt, accepted.nextIs]).toEqual([from + (at - from) / 2, 'warn']);
    const once = step(accepted, 'warn', 'clock', accepted.nextAt!);
    expect([once.nextAt, once.nextIs]).toEqual([from + (at - from) * 0.8, 'warn']);
    expect(once.outbox.at(-1)).toMatchObject({ kind: 'warned', to: { post: { role: 'chief' } } });
    const twice = step(once, 'warn', 'clock', once.nextAt!);
    expect([twice.nextAt, twice.nextIs]).toEqual([at, 'deadline']);
    expect(twice.deadline).toEqual(accepted.deadline);
  });

  test('a clock that jumped over both warnings gives one; over the deadline too, none', () => {
    const late = step(accepted, 'warn', 'clock', solveAt - 1);
    expect([late.nextAt, late.nextIs]).toEqual([solveAt, 'deadline']);
    expect(whenDue(accepted, solveAt + 400 * DAY)).toBe('climb');
    expect(whenDue(accepted, solveAt - 1)).toBe('warn');
  });

  test('who accepts late is not warned of time that has gone already', () => {
    const late = step(inStatus('reported'), 'accept', 'holder', NOW + 4 * DAY);
    expect(late.nextAt).toBe(instantAt(late.deadline!, 0.8));
  });
});

describe('a suspension', () => {
  const since = NOW + HOUR;
  const suspended = step(accepted, 'suspend', 'holder', since, { until: since + 10 * DAY });

  test('stops the clock; what was left goes on afterwards', () => {
    expect(suspended).toMatchObject({ status: 'suspended', nextAt: since + 10 * DAY, nextIs: 'deadline' });
    expect(whenDue(suspended, since + 10 * DAY)).toBe('resume');
    const going = step(suspended, 'resume', 'clock', since + 10 * DAY + 7 * 60_000);
    expect(going).toMatchObject({ status: 'accepted', pausedFor: 10 * DAY });
    expect(going.deadline!.at).toBe(solveAt + 10 * DAY);
    // Half of the running time, not of the calendar time.
    expect(going.nextAt).toBe(accepted.nextAt! + 10 * DAY);
  });

  test('taken up early, only the days it lasted are added', () => {
    expect(step(suspended, 'resume', 'holder', since + 3 * DAY).deadline!.at).toBe(solveAt + 3 * DAY);
  });

  test('lasts at most 30 days in all', () => {
    const going = step(suspended, 'resume', 'clock', since + 10 * DAY);
    const at = since + 10 * DAY;
    const again = (days: number) => () => step(going, 'suspend', 'holder', at, { until: at + days * DAY });
    expect(again(21)).toThrow(expect.objectContaining({ code: 'BAD_INPUT', path: 'until' }));
    expect(again(20)()).toMatchObject({ status: 'suspended' });
    expect(again(-1)).toThrow(Refusal);
  });

  test('what is due already cannot be suspended or extended away', () => {
    expect(() => step(accepted, 'suspend', 'holder', solveAt)).toThrow(
      expect.objectContaining({ code: 'NOT_NOW' }),
    );
    expect(() => step(accepted, 'extend', 'holder', solveAt)).toThrow(
      expect.objectContaining({ code: 'NOT_NOW' }),
    );
  });

  test('an extension keeps the time that was suspended', () => {
    const going = step(suspended, 'resume', 'clock', since + 10 * DAY);
    const at = since + 10 * DAY;
    const asked = step(going, 'extend', 'holder', at, { until: going.deadline!.at + 5 * DAY });
    const granted = step(asked, 'grant', 'above', at);
    expect(granted.deadline!.at).toBe(solveAt + 15 * DAY);
    expect(granted.deadline!.pauses).toHaveLength(1);
  });

  test('however it is cut, the running time of a deadline stays the same; a deadline in working days ends on one', () => {
    const stretch = fc.record({
      wait: fc.integer({ min: 1, max: 12 * HOUR }),
      rest: fc.integer({ min: 1, max: 5 * DAY }),
    });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 5 }), (stretches) => {
        let problem = accepted;
        let at = NOW + HOUR;
        let expected = solveAt;
        for (const { wait, rest } of stretches) {
          at += wait;
          problem = step(problem, 'suspend', 'holder', at, { until: at + rest });
          at += rest;
          expected = onWorkday(expected + rest);
          problem = step(problem, 'resume', 'clock', at);
        }
        expect(problem.deadline!.at).toBe(expected);
        expect(instantAt(problem.deadline!, 1)).toBe(problem.deadline!.at);
        expect(instantAt(problem.deadline!, 0)).toBe(problem.deadline!.from);
      }),
    );
  });
});

describe('a session’s promise', () => {
  const village = step(accepted, 'escalate', 'holder', NOW + HOUR);

  test('is the deadline from then on; missed, the matter climbs', () => {
    const planned = step(village, 'plan', 'session', NOW + DAY, { until: NOW + 20 * DAY });
    expect(planned).toMatchObject({ status: 'accepted', deadline: { kind: 'promise', at: NOW + 20 * DAY } });
    expect(planned.lead?.name).toBe('刘志强');
    expect(whenDue(planned, NOW + 20 * DAY)).toBe('climb');
    expect(() => step(village, 'plan', 'session', NOW + DAY, { until: NOW })).toThrow(
      expect.objectContaining({ path: 'until' }),
    );
  });

  test('an explanation asks the reporter; accepted it is “explained”, never “solved”', () => {
    const told = step(village, 'explain', 'session', NOW + DAY);
    expect(told).toMatchObject({ status: 'finished', deadline: { kind: 'answer' } });
    expect(step(told, 'confirm', 'reporter', NOW + 2 * DAY).outcome).toBe('explained');
    expect(step(told, 'reopen', 'reporter', NOW + 2 * DAY)).toMatchObject({
      status: 'reported',
      holder: { level: 'township' },
    });
  });
});

describe('a deadline explains itself', () => {
  test('with its suspensions and its extension', () => {
    const suspended = step(accepted, 'suspend', 'holder', NOW + HOUR, { until: NOW + HOUR + 2 * DAY });
    const going = step(suspended, 'resume', 'clock', NOW + HOUR + 2 * DAY);
    const asked = step(going, 'extend', 'holder', NOW + 3 * DAY, { until: going.deadline!.at + 2 * DAY });
    const granted = step(asked, 'grant', 'above', NOW + 3 * DAY);
    expect(explain(granted.deadline!).map((line) => line.zh)).toEqual([
      '应于12月4日（周五）10:00前办结，因为：',
      '11月23日（周一）10:00到网格',
      '按规定5个工作日内',
      '中间2天不是工作日（11-28、11-29）',
      '11月23日（周一）11:00到11月25日（周三）11:00挂起，这段时间不算',
      '经上一级同意，由12月2日（周三）10:00延到12月4日（周五）10:00',
    ]);
  });

  test.each([
    'reported',
    'accepted',
    'suspended',
    'finished',
  ] as const)('in both languages, when %s', (status) => {
    const lines = explain(inStatus(status).deadline!);
    expect(lines.length).toBeGreaterThan(2);
    for (const { zh, en } of lines) expect([zh, en].every((text) => text.length > 0)).toBe(true);
  });
});
