import { countAll } from '../../domain/indicator/count';
import { NO_INDICATORS } from '../../domain/indicator/indicator';
import { indicatorSpan } from '../../domain/indicator/period';
import { shownFigures } from '../../domain/indicator/shown';
import { type Command, decide, whenDue } from '../../domain/problem/decide';
import type { Problem } from '../../domain/problem/problem';
import { atShanghai, DAY, HOUR, type Millis } from '../../domain/time/shanghai';
import { aProblem, NOW } from './build';

const NOVEMBER = indicatorSpan('2026-11');
const holder = {
  relations: new Set(['holder'] as const),
  by: { person: 'c1', name: '王海', role: 'chief' as const },
};
const reporter = {
  relations: new Set(['reporter'] as const),
  by: { person: 'r1', name: '苏雅拉', role: 'reporter' as const },
};

function lived(steps: [Command, typeof holder | typeof reporter, Millis][], at = NOW): Problem {
  return steps.reduce(
    (problem, [command, actor, wait]) => decide(problem, command, actor, at + wait),
    aProblem({}, at),
  );
}

const accept: [Command, typeof holder, Millis] = [{ name: 'accept' }, holder, HOUR];
const finish: [Command, typeof holder, Millis] = [{ name: 'finish', text: '修好了' }, holder, DAY];
const confirm = (stars?: number): [Command, typeof reporter, Millis] => [
  { name: 'confirm', ...(stars ? { stars } : {}) },
  reporter,
  2 * DAY,
];
const reopen: [Command, typeof reporter, Millis] = [{ name: 'reopen', text: '没修好' }, reporter, 2 * DAY];
const count = (...problems: Problem[]) => countAll(problems, NOVEMBER, NOW + 6 * DAY);

describe('indicators, by the definitions', () => {
  test('taken up in time, done in time, solved, satisfied', () => {
    expect(count(lived([accept, finish, confirm(5)]))).toMatchObject({
      reported: 1,
      accept: { n: 1, of: 1 },
      onTime: { n: 1, of: 1 },
      solved: { n: 1, of: 1 },
      satisfaction: { n: 1, of: 1 },
      noAnswer: 0,
    });
  });

  test('“no answer” is shown apart and is neither solved nor satisfied', () => {
    const waiting = lived([accept, finish]);
    const lapsed = decide(waiting, { name: 'lapse' }, { relations: new Set(['clock']) }, NOW + 7 * DAY);
    expect(count(lapsed)).toMatchObject({
      noAnswer: 1,
      solved: { n: 0, of: 0 },
      satisfaction: { n: 0, of: 0 },
      onTime: { n: 1, of: 1 },
    });
  });

  test('open and overdue is late; not due yet is not counted', () => {
    expect(countAll([aProblem()], NOVEMBER, NOW + 2 * DAY)).toMatchObject({
      accept: { n: 0, of: 1 },
      onTime: { n: 0, of: 1 },
    });
    expect(countAll([aProblem()], NOVEMBER, NOW + HOUR)).toMatchObject({
      accept: { n: 0, of: 0 },
      onTime: { n: 0, of: 0 },
    });
  });

  test('what climbed by the clock was late, once, even when it is solved in the end', () => {
    const due = aProblem();
    const at = NOW + 25 * HOUR;
    const climbed = decide(due, { name: whenDue(due, at)! }, { relations: new Set(['clock']) }, at);
    const taken = decide(climbed, { name: 'accept' }, holder, at + HOUR);
    const done = decide(taken, { name: 'finish', text: '修好了' }, holder, at + DAY);
    expect(count(done)).toMatchObject({ accept: { n: 0, of: 1 }, onTime: { n: 0, of: 1 } });
  });

  test('“not solved” counts as an answer, and as a reopening', () => {
    expect(count(lived([accept, finish, reopen]))).toMatchObject({
      reopened: 1,
      solved: { n: 0, of: 1 },
      satisfaction: { n: 0, of: 1 },
    });
  });

  test('three stars are basically satisfied, two are not, no stars are not asked', () => {
    const three = lived([accept, finish, confirm(3)]);
    const two = lived([accept, finish, confirm(2)]);
    const none = lived([accept, finish, confirm()]);
    expect(count(three, two, none)).toMatchObject({ solved: { n: 3, of: 3 }, satisfaction: { n: 1, of: 2 } });
  });

  test('refused is shown and kept out of every score', () => {
    const refused = lived([[{ name: 'refuse', text: '属法院管', where: '旗法院' }, holder, HOUR]]);
    expect(count(refused)).toEqual({ ...NO_INDICATORS, reported: 1, refused: 1 });
  });

  test('the same household and category again is a repetition; another household is not', () => {
    const other = { ...aProblem(), _id: 'p2' };
    const far = { ...aProblem(), _id: 'p3', household: 'h9' };
    expect(count(aProblem(), other, far).repeat).toBe(1);
  });

  test('satisfaction is hidden under five answers', () => {
    const figures = (of: number) =>
      shownFigures({ ...NO_INDICATORS, satisfaction: { n: of, of } }).satisfaction;
    expect(figures(4)).toEqual({ hidden: true });
    expect(figures(5)).toEqual({ n: 5, of: 5 });
  });

  test('a month, a quarter, a year', () => {
    expect(indicatorSpan('2026-12')).toEqual({
      from: atShanghai('2026-12-01'),
      to: atShanghai('2027-01-01'),
    });
    expect(indicatorSpan('2026-Q4')).toEqual({
      from: atShanghai('2026-10-01'),
      to: atShanghai('2027-01-01'),
    });
    expect(indicatorSpan('2026')).toEqual({ from: atShanghai('2026-01-01'), to: atShanghai('2027-01-01') });
  });
});
