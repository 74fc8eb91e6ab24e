import fc from 'fast-check';
import { appealed, appealsReminded, decided, isInvolved, lateAppeals } from '../../domain/evaluation/appeal';
import { newEvaluation, withReviewers } from '../../domain/evaluation/begin';
import { evaluatedYear, surveyYear } from '../../domain/evaluation/calendar';
import {
  ANSWERS,
  type Candidate,
  type Evaluation,
  EXEMPTIONS,
  MARKS,
} from '../../domain/evaluation/evaluation';
import { exempted } from '../../domain/evaluation/exempt';
import { finalised, listText } from '../../domain/evaluation/final';
import { graded } from '../../domain/evaluation/grade';
import { leadersAmong } from '../../domain/evaluation/kin';
import { marksOf, reviewed } from '../../domain/evaluation/review';
import {
  gradeOf,
  PARTS,
  pointsPart,
  residentsPart,
  reviewPart,
  scoreOf,
  tenths,
  weightsOf,
  withResult,
} from '../../domain/evaluation/score';
import { exemptionOf, serviceOf } from '../../domain/evaluation/service';
import { appealsUntil, signed } from '../../domain/evaluation/sign';
import { answered, workerOfYear } from '../../domain/evaluation/survey';
import type { Household } from '../../domain/household/household';
import { isMoot } from '../../domain/notice/moot';
import type { Owed } from '../../domain/notice/notice';
import type { Person } from '../../domain/person/person';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { atShanghai, DAY } from '../../domain/time/shanghai';
import { isWorkday } from '../../domain/time/workday';
import { aPerson, aWorker, GRID } from './build';

const SCHEME = DEFAULT_RULES.scheme;
const VILLAGE = '150625100208';
const BY = { person: 's1', name: '张建国' };
const DECEMBER = atShanghai('2026-12-07 10:00');
const JANUARY = atShanghai('2027-01-18 10:00');
const at = atShanghai;

const begun = (): Evaluation => ({
  ...withReviewers(
    newEvaluation(
      { village: { _id: VILLAGE, path: '锡尼镇·胜利村委会' }, year: '2026', rules: DEFAULT_RULES, by: BY },
      DECEMBER,
    ),
    ['r1', 'r2', 'r3'].map((person) => ({ person, name: person })),
    DECEMBER,
  ),
  marks: Object.fromEntries(['r1', 'r2', 'r3'].map((reviewer) => [reviewer, POOR])),
});

const POOR = Object.fromEntries(['w0', 'w1', 'w2', 'w3', 'w4'].map((person) => [person, 'poor' as const]));

/** Signed by who has seen it. */
const sealedBy = (evaluation: Evaluation) => signed(evaluation, { seen: 'x', stands: 'x' }, BY, JANUARY);

const workers = (count: number): Person[] =>
  Array.from({ length: count }, (_, n) => ({ ...aWorker(12), _id: `w${n}`, name: `网格员${n}` }));

const noFigures = { books: new Map(), answers: new Map(), judges: [] };

describe('how a score is made', () => {
  const part = fc.record({ n: fc.nat(50) }).chain(({ n }) =>
    fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined }).map((score) => ({
      n,
      ...(score === undefined ? {} : { score }),
    })),
  );
  const parts = fc.record({
    points: fc
      .tuple(fc.integer({ min: -500, max: 1000 }), fc.integer({ min: 0, max: 120 }))
      .map(([total, tenth]) => pointsPart(total, 1, tenth / 10, SCHEME)),
    residents: part,
    review: part,
  });
  const weights = fc.record({ points: fc.nat(100), residents: fc.nat(100), review: fc.nat(100) });

  test('lies between the lowest and the highest of its parts, with one decimal', () => {
    fc.assert(
      fc.property(parts, weights, (each, weighed) => {
        const score = scoreOf(each, { ...SCHEME, weights: weighed });
        const known = PARTS.flatMap((name) => each[name].score ?? []);
        expect(score).toBeGreaterThanOrEqual(Math.min(...known) - 0.051);
        expect(score).toBeLessThanOrEqual(Math.max(...known) + 0.051);
        expect(Math.round(score * 10) / 10).toBe(score);
      }),
    );
  });

  test('weights are always 100 together; a part without a figure has none', () => {
    fc.assert(
      fc.property(parts, weights, (each, weighed) => {
        const shares = weightsOf(each, { ...SCHEME, weights: weighed });
        expect(PARTS.reduce((sum, name) => sum + shares[name], 0)).toBeCloseTo(100);
        for (const name of PARTS) if (each[name].score === undefined) expect(shares[name]).toBe(0);
      }),
    );
  });

  test('what is left out gives its weight to the others in their proportion', () => {
    const points = pointsPart(75, 20, 12, SCHEME);
    expect(points).toEqual({ total: 75, full: 150, n: 20, score: 50 });
    const all = { points, residents: { n: 9, score: 100 }, review: { n: 3, score: 80 } };
    expect(scoreOf(all, SCHEME)).toBe(74);
    const { points: weight, review } = weightsOf({ ...all, residents: { n: 4 } }, SCHEME);
    expect([weight, review].map(Math.round)).toEqual([57, 43]);
    expect(scoreOf({ ...all, residents: { n: 4 }, review: { n: 2 } }, SCHEME)).toBe(50);
  });

  test.each([
    [150, 12, 100],
    [400, 12, 100],
    [-20, 12, 0],
    [75, 6, 100],
    [0, 0, 0],
  ])('%i points in %i months are %i', (total, months, score) => {
    expect(pointsPart(total, 1, months, SCHEME).score).toBe(score);
  });

  test('with fewer answers than the rule asks there is no figure; "cannot say" is not counted', () => {
    expect(residentsPart({ satisfied: 4, unsure: 30 }, SCHEME)).toEqual({ n: 4 });
    expect(residentsPart({ satisfied: 3, basically: 1, unsatisfied: 1, unsure: 1 }, SCHEME)).toEqual({
      n: 5,
      score: 70,
    });
    expect(reviewPart(['good', 'poor', 'recused'], SCHEME)).toEqual({ n: 2 });
    expect(reviewPart(['good', 'middling', 'poor', 'recused'], SCHEME)).toEqual({ n: 3, score: 63.3 });
  });

  test('nothing finer than tens, nor how many more than needed, is told of what residents said', () => {
    const counts = fc.record({ satisfied: fc.nat(40), basically: fc.nat(40), unsatisfied: fc.nat(40) });
    fc.assert(
      fc.property(counts, (said) => {
        const { n, score = 0 } = residentsPart(said, SCHEME);
        expect(n).toBeLessThanOrEqual(SCHEME.fewestAnswers);
        expect(score % 10).toBe(0);
      }),
    );
  });

  test('points alone are no score', () => {
    const [worker] = workers(1);
    const books = new Map([['w0', { total: 150, entries: 9, closed: true }]]);
    const facts = { ...noFigures, books, workers: [worker!] };
    const [alone] = graded({ ...begun(), marks: {} }, facts, { waits: [], by: BY }, JANUARY).candidates;
    expect(alone).toMatchObject({ points: { score: 100 }, exempt: { why: 'too-few' } });
    expect([alone?.score, alone?.grade]).toEqual([undefined, undefined]);
  });

  test('the order of answers and marks changes nothing', () => {
    const marks = fc.array(fc.constantFrom(...MARKS), { maxLength: 20 });
    fc.assert(
      fc.property(marks, fc.infiniteStream(fc.nat()), (given, noise) => {
        const shuffled = given
          .map((mark) => ({ mark, key: noise.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ mark }) => mark);
        expect(reviewPart(shuffled, SCHEME)).toEqual(reviewPart(given, SCHEME));
      }),
    );
  });

  test.each([
    [100, 'excellent'],
    [90, 'excellent'],
    [89.9, 'good'],
    [75, 'good'],
    [74.9, 'basic'],
    [60, 'basic'],
    [59.9, 'failed'],
    [0, 'failed'],
  ])('%f is %s', (score, grade) => {
    expect(gradeOf(score, SCHEME)).toBe(grade);
  });
});

describe('who is graded', () => {
  const link = (from: string, to?: string, household = 'h1') => ({
    household,
    from: at(from),
    ...(to ? { to: at(to) } : {}),
  });

  test.each([
    ['the whole year', [link('2025-05-01')], [], 12, undefined],
    [
      'two links at once count once',
      [link('2026-01-01'), link('2026-01-01', undefined, 'h2')],
      [],
      12,
      undefined,
    ],
    ['since October', [link('2026-10-12')], [], 2.7, 'newcomer'],
    ['only before or after', [link('2025-01-01', '2026-01-01'), link('2027-01-01')], [], 0, 'newcomer'],
    [
      'ten months on leave, over New Year',
      [link('2025-01-01')],
      [{ from: at('2026-03-01'), to: at('2027-06-01') }],
      1.9,
      'leave',
    ],
    [
      'half a year on leave',
      [link('2025-01-01')],
      [{ from: at('2026-07-01'), to: at('2027-01-01') }],
      6,
      undefined,
    ],
  ])('%s', (_what, links, leaves, months, why) => {
    const service = serviceOf({ links, leaves }, '2026');
    expect(tenths(service.months)).toBe(months);
    expect(exemptionOf(service, SCHEME)?.why).toBe(why);
  });

  test('whoever only stood in has not served; a day short of three months is short', () => {
    const cover = [{ ...link('2025-01-01'), cover: true as const }];
    expect(serviceOf({ links: cover, leaves: [] }, '2026')).toEqual({ held: 0, months: 0 });
    // 91 days: 2.99 months, 3.0 when rounded.
    const short = serviceOf({ links: [link('2026-10-02')], leaves: [] }, '2026');
    expect([tenths(short.months), exemptionOf(short, SCHEME)?.why]).toEqual([3, 'newcomer']);
  });

  test('served is never more than held, nor either more than a year', () => {
    const day = fc.integer({ min: at('2025-06-01'), max: at('2027-06-01') });
    const stretch = fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 8 }),
        fc.array(stretch, { maxLength: 4 }),
        (held, leaves) => {
          const links = held.map((one) => ({ ...one, household: 'h1' }));
          const service = serviceOf({ links, leaves }, '2026');
          expect(service.months).toBeGreaterThanOrEqual(0);
          expect(service.months).toBeLessThanOrEqual(service.held + 1e-9);
          expect(service.held).toBeLessThanOrEqual(12 + 1e-9);
        },
      ),
    );
  });

  test('who is exempt has neither score nor grade, before and after it is stated', () => {
    const why = fc.constantFrom(...EXEMPTIONS);
    fc.assert(
      fc.property(why, fc.integer({ min: 0, max: 4 }), fc.boolean(), (reason, nth, early) => {
        const stated = { why: reason, by: BY, text: '病假' };
        const start = early ? exempted(begun(), `w${nth}`, stated, undefined) : begun();
        const done = graded(start, { ...noFigures, workers: workers(5) }, { waits: [], by: BY }, JANUARY);
        const after = early ? done : exempted(done, `w${nth}`, stated, undefined);
        for (const candidate of after.candidates) {
          const exempt = candidate.person === `w${nth}`;
          expect([
            candidate.exempt !== undefined,
            candidate.score === undefined,
            candidate.grade === undefined,
          ]).toEqual([exempt, exempt, exempt]);
        }
        const lifted = exempted(after, `w${nth}`, undefined, undefined);
        expect(lifted.candidates.every(({ score }) => score !== undefined)).toBe(true);
      }),
    );
  });
});

describe('reviewers', () => {
  test('nobody marks themselves or their family, and such a mark never counts', () => {
    const family = [{ ...workers(1)[0]!, household: 'h5' }];
    const judge = { _id: 'r1', household: 'h5' };
    const good = [{ person: 'w0', mark: 'good' as const }];
    expect(() => reviewed(begun(), judge, good, family)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', path: 'marks.0.mark' }),
    );
    const slipped = { ...begun(), marks: { r1: { w0: 'good' as const }, r2: { w0: 'poor' as const } } };
    expect(marksOf(slipped, family[0]!, [judge, { _id: 'r2' }])).toEqual(['poor']);
  });

  test('the secretary leads; where every secretary is graded or kin, the township does', () => {
    const secretary = aPerson('s1', [{ role: 'secretary', area: VILLAGE, areaPath: '' }], {
      household: 'h7',
    });
    const official = aPerson('o1', [{ role: 'official', area: '150625100', areaPath: '' }]);
    const worker = aWorker(12, { household: 'h8' });
    const lead = (people: Person[]) => leadersAmong(people, VILLAGE).map(({ _id }) => _id);
    expect(lead([secretary, official, worker])).toEqual(['s1']);
    expect(lead([secretary, official, { ...worker, household: 'h7' }])).toEqual(['o1']);
    expect(lead([official, worker])).toEqual(['o1']);
    expect(lead([secretary, { ...worker, household: 'h7' }])).toEqual([]);
  });
});

describe('what households say', () => {
  const household: Household = {
    _id: 'h1',
    rev: 0,
    applied: [],
    outbox: [],
    area: GRID,
    head: '苏雅拉',
    members: 3,
    address: '二社',
  };
  const answer = { said: 'satisfied' as const, at: DECEMBER, worker: 'w1', by: 'app' as const };

  test.each([
    ['2026-11-30 23:59', undefined, '2025'],
    ['2026-12-01 00:00', '2026', '2026'],
    ['2026-12-31 23:59', '2026', '2026'],
    ['2027-01-14 23:59', '2026', '2026'],
    ['2027-01-15 00:00', undefined, '2026'],
  ])('at %s asked about %s, evaluated %s', (when, asked, evaluated) => {
    expect(surveyYear(at(when))).toBe(asked);
    expect(evaluatedYear(at(when))).toBe(evaluated);
  });

  test('is about who looked after them for most of the year; standing in does not count', () => {
    const old = aWorker(1, {
      _id: 'old',
      links: [{ household: 'h1', from: at('2025-01-01'), to: at('2026-09-01') }],
    });
    const young = aWorker(1, { _id: 'young', links: [{ household: 'h1', from: at('2026-09-01') }] });
    const cover = aWorker(1, {
      _id: 'cover',
      links: [{ household: 'h1', from: at('2026-01-01'), cover: true }],
    });
    const people = [young, cover, old];
    expect(workerOfYear('h1', people, '2026', DECEMBER)?._id).toBe('old');
    expect(workerOfYear('h1', people, '2026', at('2027-01-10'))?._id).toBe('old');
    expect(workerOfYear('h1', people, '2027', at('2027-12-10'))?._id).toBe('young');
    expect(workerOfYear('h2', people, '2026', DECEMBER)).toBeUndefined();
  });

  test('the last word counts, its own before a chief’s; the same word again changes nothing', () => {
    for (const said of ANSWERS) {
      const once = answered(household, '2026', { ...answer, said });
      expect(answered(once, '2026', { ...answer, said, at: DECEMBER + 1 })).toBe(once);
      expect(() => answered(once, '2026', { ...answer, by: 'visit' })).toThrow(
        expect.objectContaining({ code: 'NOT_NOW', path: 'household' }),
      );
    }
  });
});

describe('signature, appeal and the end', () => {
  const done = () => graded(begun(), { ...noFigures, workers: workers(3) }, { waits: [], by: BY }, JANUARY);
  const refused = (path: string) => expect.objectContaining({ code: 'NOT_NOW', path });

  test('nothing is told before a person signs, whatever the grade', () => {
    const result = done();
    expect(result.candidates.map(({ grade }) => grade)).toEqual(['failed', 'failed', 'failed']);
    expect(result.outbox.filter(({ kind }) => kind === 'result-told')).toEqual([]);
    expect(() => sealedBy(begun())).toThrow(refused('village'));
    const told = sealedBy(result).outbox.filter(({ kind }) => kind === 'result-told');
    expect(told).toMatchObject([{ to: { people: ['w0', 'w1', 'w2'] } }]);
  });

  test.each([
    // New Year's Day is off: the tenth working day after 24 December 2025.
    ['2025-12-24 15:00', 10, '2026-01-09'],
    // Spring Festival 2026: 15 to 23 February are off, Saturday 14 and Saturday 28 are worked.
    ['2026-02-09 09:00', 10, '2026-03-01'],
    ['2026-02-13 18:00', 1, '2026-02-15'],
    // Signed on a day off.
    ['2026-02-17 12:00', 1, '2026-02-25'],
  ])('signed at %s, %i working days end with the day before %s', (when, days, until) => {
    expect(appealsUntil(at(when), days)).toBe(at(until));
  });

  test('there are at least so many working days to appeal, whenever it is signed', () => {
    const when = fc.integer({ min: at('2025-01-01'), max: at('2026-11-30') });
    fc.assert(
      fc.property(when, fc.integer({ min: 1, max: 20 }), (instant, days) => {
        const until = appealsUntil(instant, days);
        let worked = 0;
        for (let day = instant + DAY; day < until; day += DAY) if (isWorkday(day)) worked += 1;
        expect(worked).toBe(days);
      }),
    );
  });

  test('frozen while an appeal is open, however late; thawed by the last answer', () => {
    const sealed = sealedBy(done());
    const until = sealed.appealUntil!;
    const two = appealed(appealed(sealed, 'w0', '少算了', until - 2), 'w1', '也少算了', until - 1);
    // The supervisors are asked again; meanwhile it stays as it is.
    expect(two.nextAt).toBe(appealsUntil(until - 2, 5));
    const again = appealsReminded(two, two.nextAt!);
    expect(again.outbox.length - two.outbox.length).toBe(2);
    expect(again.nextAt).toBe(appealsUntil(two.nextAt!, 5));
    const late = appealsUntil(until - 2, 15);
    expect([late - 1, late, appealsUntil(until - 1, 15)].map((when) => lateAppeals(two, when))).toEqual([
      0,
      expect.any(Number),
      2,
    ]);
    expect(finalised(two, 'x', until + 400 * DAY)).toBe(two);
    const one = decided(two, 'w0', { upheld: true, text: '改', score: 77 }, BY, until + DAY);
    expect(finalised(one, 'x', until + 400 * DAY)).toBe(one);
    const none = decided(one, 'w1', { upheld: false, text: '核过' }, BY, until + 2 * DAY);
    expect(none.nextAt).toBe(until + 2 * DAY);
    expect(finalised(none, 'x', until + 2 * DAY)).toMatchObject({ state: 'final', hash: 'x' });
    expect(none.candidates.map(({ score, grade }) => [score, grade])).toEqual([
      [77, 'good'],
      [30, 'failed'],
      [30, 'failed'],
    ]);
    expect(() => appealed(none, 'w2', '少算了', until)).toThrow(refused('village'));
  });

  test('an exemption that is appealed against falls with the score set anew', () => {
    const stated = exempted(done(), 'w0', { why: 'leave', by: BY, text: '病假' }, undefined);
    const asked = appealed(sealedBy(stated), 'w0', '我只休了两周', JANUARY + 1);
    const right = decided(
      asked,
      'w0',
      { upheld: true, text: '对', score: 80 },
      { person: 'x', name: '那仁' },
      JANUARY + 2,
    );
    const [candidate] = right.candidates;
    expect(candidate).toMatchObject({
      score: 80,
      grade: 'good',
      appeal: { answer: { was: { exempt: { why: 'leave' } } } },
    });
    expect(candidate).not.toHaveProperty('exempt');
  });

  test('who should not have been graded is not, when a supervisor says so', () => {
    const asked = appealed(sealedBy(done()), 'w0', '我三月到十一月在住院', JANUARY + 1);
    const judge = { person: 'x', name: '那仁' };
    const verdict = { upheld: true, text: '医院证明属实', exempt: 'leave' as const };
    const [candidate] = decided(asked, 'w0', verdict, judge, JANUARY + 2).candidates;
    expect(candidate).toMatchObject({
      exempt: { why: 'leave', by: judge },
      appeal: { answer: { was: { score: 30, grade: 'failed' } } },
    });
    expect([candidate?.score, candidate?.grade]).toEqual([undefined, undefined]);
    expect(() => decided(asked, 'w0', { ...verdict, score: 90 }, judge, JANUARY + 2)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', path: 'score' }),
    );
  });

  test('a notice that asks for marks or for an answer is not pushed once there is nothing left to do', () => {
    const [asked] = begun().outbox;
    const collecting = begun();
    const sealed = sealedBy(done());
    const open = appealed(sealed, 'w0', '少算了', JANUARY + 1);
    const answeredOne = decided(open, 'w0', { upheld: false, text: '核过' }, BY, JANUARY + 2);
    const notice = (owed: Owed) => ({ ...owed, _id: owed.key, to: 'r1', attempts: [] });
    const moot = (owed: Owed, evaluation: Evaluation) => isMoot(notice(owed), JANUARY + 3, { evaluation });
    expect([moot(asked!, collecting), moot(asked!, sealed)]).toEqual([false, true]);
    const appeal = open.outbox.find(({ kind }) => kind === 'appeal-asked')!;
    expect([moot(appeal, open), moot(appeal, answeredOne)]).toEqual([false, true]);
    const another = appealed(open, 'w1', '我也少算了', JANUARY + 2);
    const first = decided(another, 'w0', { upheld: false, text: '核过' }, BY, JANUARY + 3);
    const second = another.outbox.filter(({ kind }) => kind === 'appeal-asked').at(-1)!;
    expect([moot(appeal, first), moot(second, first)]).toEqual([true, false]);
  });

  test('whoever had a hand in it does not answer', () => {
    const counted = { ...done(), gradedBy: { person: 'g', name: 'g' } };
    const sealed = sealedBy(
      exempted(counted, 'w0', { why: 'leave', by: { person: 'x', name: 'x' } }, undefined),
    );
    const appellant = { _id: 'w0', household: 'h1' };
    // Reviewer, who signed, who stated an exemption, the person, who counted, somebody else who is graded.
    for (const hand of ['r1', 's1', 'x', 'w0', 'g', 'w2'])
      expect(isInvolved(sealed, { appellant }, { _id: hand })).toBe(true);
    expect(isInvolved(sealed, { appellant }, { _id: 'v', household: 'h1' })).toBe(true);
    expect(isInvolved(sealed, { appellant, signers: ['v'] }, { _id: 'v' })).toBe(true);
    expect(isInvolved(sealed, { appellant }, { _id: 'v' })).toBe(false);
  });

  test('the list is the same text whatever order its lines come in, and another for any other figure', () => {
    const list = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.nat(11), (ids, nth) => {
        const candidates = ids.map(
          (person, n): Candidate =>
            withResult(
              {
                person,
                name: person,
                area: GRID,
                areaPath: '',
                months: 12,
                points: pointsPart(n * 11, n, 12, SCHEME),
                residents: { n: 0 },
                review: { n: 3, score: 80 },
              },
              SCHEME,
            ),
        );
        const text = listText({ ...begun(), candidates });
        expect(listText({ ...begun(), candidates: [...candidates].reverse() })).toBe(text);
        const changed = candidates.map((one, n) => (n === nth % ids.length ? { ...one, score: 12.3 } : one));
        expect(listText({ ...begun(), candidates: changed })).not.toBe(text);
      }),
    );
  });
});
