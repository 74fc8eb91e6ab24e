import { reminded } from '../../domain/evaluation/begin';
import type { Evaluation, Step } from '../../domain/evaluation/evaluation';
import {
  beginAsks,
  canLookBackOn,
  gradableAt,
  overBy,
  stepAsked,
  timesAsked,
} from '../../domain/evaluation/pace';
import { isMoot } from '../../domain/notice/moot';
import type { Owed } from '../../domain/notice/notice';
import { atShanghai, DAY } from '../../domain/time/shanghai';
import { begun, done, SCHEME, sign, VILLAGE } from './evaluations';

const village = { _id: `${VILLAGE}_2026`, area: VILLAGE, areaPath: '锡尼镇·胜利村委会', year: '2026' };
const told = ({ outbox }: Pick<Evaluation, 'outbox'>) =>
  outbox.map(({ kind, to, facts }) => [kind, to, 'step' in facts ? facts.step : undefined]);
const SECRETARY = { _id: 'secretary', desks: [`secretary@${VILLAGE}`] };
const LEADERS = { people: ['secretary'] };
const ABOVE = { post: { role: 'official', area: VILLAGE.slice(0, 9) } };

describe('the pace of a village’s year', () => {
  test.each([
    ['2026-12-04 23:59', 0],
    ['2026-12-05', 1],
    ['2027-01-16', 2],
    ['2027-02-01', 3],
    ['2027-03-01', 4],
    ['2027-11-30', 4],
  ])('who has not begun has been asked so often by %s: %i', (day, times) => {
    expect(timesAsked('2026', atShanghai(day))).toBe(times);
  });

  test('a village whose points began too late for anybody to be graded is not asked', () => {
    const can = (since: string) => canLookBackOn('2026', { since }, SCHEME);
    // Begun on 7 October at the latest, and on 8 October at the earliest.
    expect(['2024-12', '2026-08', '2026-09', '2026-12', '2027-01'].map(can)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('the township hears of it from March on, once for each step', () => {
    const asks = (nth: number, day: string) => beginAsks(village, nth, [SECRETARY], atShanghai(day));
    expect(told({ outbox: asks(1, '2026-12-05') })).toEqual([['evaluation-due', LEADERS, 'begin']]);
    const late = asks(4, '2027-03-01');
    expect(told({ outbox: late })).toEqual([
      ['evaluation-due', LEADERS, 'begin'],
      ['evaluation-late', ABOVE, 'begin'],
    ]);
    const march = atShanghai('2027-03-02');
    const first = stepAsked({ ...done(), outbox: [] }, [SECRETARY], march);
    const second = stepAsked({ ...first, outbox: [] }, [SECRETARY], march + 7 * DAY);
    const keys = [first, second].map(({ outbox }) => outbox.map(({ key }) => key));
    expect(keys[0]![0]).not.toBe(keys[1]![0]);
    expect(keys[0]![1]).toBe(keys[1]![1]);
    expect(overBy('2026')).toBe(atShanghai('2027-04-01'));
  });

  test('where nobody may lead the township hears of it, and is not told twice', () => {
    const official = { _id: 'o1', desks: [`official@${VILLAGE.slice(0, 9)}`] };
    const to = (leaders: Parameters<typeof beginAsks>[2]) =>
      beginAsks(village, 4, leaders, atShanghai('2027-03-01')).map((owed) => owed.to);
    expect(to([])).toEqual([ABOVE]);
    expect(to([official])).toEqual([{ people: ['o1'] }]);
    expect(to([SECRETARY])).toEqual([LEADERS, ABOVE]);
  });

  test('after the reviewers’ reminder it is asked to grade, and graded to sign, every week until it is signed', () => {
    const asked = { ...reminded(begun(), ['r1'], begun().begunAt + 7 * DAY), outbox: [] };
    expect(asked.nextAt).toBe(gradableAt(asked));
    expect(gradableAt(asked)).toBe(atShanghai('2027-01-18'));
    const grade = stepAsked(asked, [SECRETARY], gradableAt(asked));
    expect(told(grade)).toEqual([['evaluation-due', LEADERS, 'grade']]);
    expect(grade.nextAt).toBe(gradableAt(asked) + 7 * DAY);
    const graded = done();
    expect(graded.nextAt).toBe(graded.gradedAt! + 7 * DAY);
    const signing = stepAsked({ ...graded, outbox: [] }, [SECRETARY], graded.nextAt!);
    expect(told(signing)).toEqual([['evaluation-due', LEADERS, 'sign']]);
    expect(sign(graded).nextAt).toBe(sign(graded).appealUntil);
  });

  test('what asks for a step is not pushed once the step is done', () => {
    const at = atShanghai('2027-01-20');
    const [begin] = beginAsks(village, 1, [SECRETARY], at);
    const grade = stepAsked({ ...begun(), outbox: [] }, [SECRETARY], at).outbox[0];
    const signing = stepAsked({ ...done(), outbox: [] }, [SECRETARY], at).outbox[0];
    const moot = (owed: Owed | undefined, evaluation: Evaluation | undefined) =>
      isMoot({ ...owed!, _id: owed!.key, to: 'secretary', attempts: [] }, at, { evaluation });
    const stands: [Step, Owed | undefined][] = [
      ['begin', begin],
      ['grade', grade],
      ['sign', signing],
    ];
    const states = [undefined, begun(), done(), sign(done())];
    expect(stands.map(([step, owed]) => [step, ...states.map((state) => moot(owed, state))])).toEqual([
      ['begin', false, true, true, true],
      ['grade', false, false, true, true],
      ['sign', false, true, false, true],
    ]);
  });
});
