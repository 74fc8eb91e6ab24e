import fc from 'fast-check';
import { isMoot } from '../../domain/notice/moot';
import type { Notice } from '../../domain/notice/notice';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { approved, ended, entered, holds } from '../../domain/roll/basis';
import { consented, HONOUR_VERSION, LONGEST_CONSENT, recommended, withdrawn } from '../../domain/roll/honour';
import { posted, posting } from '../../domain/roll/internal';
import { earned, rollOfHouseholds, rollOfWorkers, takingPart } from '../../domain/roll/make';
import { endsOf, ranked } from '../../domain/roll/rank';
import type { Roll } from '../../domain/roll/roll';
import { isShown, waitsFor } from '../../domain/roll/shown';
import { completed, repaired, signedUp } from '../../domain/roll/training';
import { DAY } from '../../domain/time/shanghai';
import { candidate, entry, FINAL_AT, finalEvaluation, householdBook } from './evaluations';

const NOW = FINAL_AT + DAY;
const RULE = { share: 0.1, fewest: 10 };
const named = (scores: readonly number[]) => scores.map((score, n) => ({ id: `p${n}`, score }));
const idOf = ({ id }: { id: string }) => id;
const ends = (scores: readonly number[], rule = RULE) => {
  const { top, bottom } = endsOf(ranked(named(scores), idOf), rule);
  return { top: top.map(idOf), bottom: bottom.map(idOf) };
};

describe('the two ends of a list', () => {
  test('ranks are of a competition: 1, 2, 2, 4', () => {
    const list = ranked(named([80, 90, 90, 95]), idOf);
    expect(list.map(({ id, rank }) => [id, rank])).toEqual([
      ['p3', 1],
      ['p1', 2],
      ['p2', 2],
      ['p0', 4],
    ]);
  });

  test('a tie across the cut is taken in at the top and spared at the bottom', () => {
    const scores = [95, 95, 90, 88, 86, 84, 82, 80, 60, 60];
    expect(ends(scores)).toEqual({ top: ['p0', 'p1'], bottom: [] });
    expect(ends([...scores.slice(0, 9), 59])).toEqual({ top: ['p0', 'p1'], bottom: ['p9'] });
  });

  test('a tie inside the cut is nothing special', () => {
    const scores = [99, 98, ...Array.from({ length: 16 }, (_, n) => 90 - n), 40, 40];
    expect(ends(scores)).toEqual({ top: ['p0', 'p1'], bottom: ['p18', 'p19'] });
  });

  test('a share is rounded down, and never by a binary fraction', () => {
    const thirty = Array.from({ length: 30 }, (_, n) => 100 - n);
    expect(ends(thirty).top).toHaveLength(3);
    expect(ends(thirty.slice(0, 29)).top).toHaveLength(2);
    expect(ends(thirty, { share: 0.07, fewest: 10 }).bottom).toHaveLength(2);
  });

  test('with too few there are no ends', () => {
    expect(ends(Array.from({ length: 9 }, (_, n) => 100 - n))).toEqual({ top: [], bottom: [] });
  });

  const score = fc.integer({ min: 0, max: 60 }).map((n) => n / 2);
  const scores = fc.array(score, { minLength: 0, maxLength: 80 });
  const rule = fc.record({
    share: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
    fewest: fc.integer({ min: 5, max: 20 }),
  });

  test('the order of the input changes nothing', () => {
    fc.assert(
      fc.property(scores, fc.infiniteStream(fc.nat()), (list, keys) => {
        const people = named(list);
        const shuffled = people
          .map((one) => ({ one, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(ranked(shuffled, idOf)).toEqual(ranked(people, idOf));
      }),
    );
  });

  test('equals fare equally at both ends; nobody is at both; the top is never short, the bottom never long', () => {
    fc.assert(
      fc.property(scores, rule, (list, { share, fewest }) => {
        const { top, bottom } = ends(list, { share, fewest });
        const scoreOf = (id: string) => list[Number(id.slice(1))]!;
        for (const side of [top, bottom]) {
          const values = new Set(side.map(scoreOf));
          const equals = named(list).filter((one) => values.has(one.score));
          expect(side).toHaveLength(equals.length);
        }
        expect(top.filter((id) => bottom.includes(id))).toEqual([]);
        const places = list.length < fewest ? 0 : Math.floor(list.length * share + 1e-9);
        expect(top.length).toBeGreaterThanOrEqual(places);
        expect(bottom.length).toBeLessThanOrEqual(places);
        for (const id of top) expect(list.filter((one) => one > scoreOf(id)).length).toBeLessThan(places);
        if (bottom.length < places) {
          // Somebody was spared: with them there would have been too many.
          const rest = named(list).filter(({ id }) => !bottom.includes(id));
          const next = Math.min(...rest.map((one) => one.score));
          expect(list.filter((one) => one <= next).length).toBeGreaterThan(places);
        }
      }),
    );
  });
});

const TEN = Array.from({ length: 10 }, (_, n) => candidate(`w${n}`, 95 - n * 4));

describe('a roll', () => {
  test('is made of a final evaluation, exempt people out of it', () => {
    const exempt = candidate('ill', 10, { exempt: { why: 'leave' } });
    const roll = rollOfWorkers(finalEvaluation([...TEN, exempt, candidate('none', undefined)]), NOW);
    expect(roll).toMatchObject({ _id: '150625100208_2025_worker', ranked: 10, fewest: 10 });
    expect(roll.top.map(({ subject, rank }) => [subject, rank])).toEqual([['w0', 1]]);
    expect(roll.bottom).toEqual([{ subject: 'w9', name: '名w9', areaPath: '锡尼镇·胜利村委会·第1网格' }]);
    expect(roll.outbox.map(({ kind, to }) => [kind, to])).toEqual([['training-suggested', { person: 'w9' }]]);
  });

  test.each(['collecting', 'graded', 'signed'] as const)('is never made of one that is %s', (state) => {
    expect(() => rollOfWorkers(finalEvaluation(TEN, { state }), NOW)).toThrow(RangeError);
  });

  test('is empty, and tells nobody, with fewer than the scheme asks for', () => {
    const roll = rollOfWorkers(finalEvaluation(TEN.slice(1)), NOW);
    expect(roll).toMatchObject({ ranked: 9, top: [], bottom: [], outbox: [] });
  });
});

describe('a roll of households', () => {
  const books = Array.from({ length: 12 }, (_, n) => householdBook(`h${n}`, [entry('a', 10 + n)]));
  const paths = new Map([['150625100208001', '第1网格']]);
  const make = (some: typeof books) => {
    const village = { area: '150625100208', areaPath: '村' };
    const members = takingPart(some, paths);
    return rollOfHouseholds({ village, year: '2025', members, rules: DEFAULT_RULES, hash: 'h' }, NOW);
  };

  test('has a top and no bottom, and says no closer than the grid where it lives', () => {
    expect(make(books)).toMatchObject({
      top: [{ subject: 'h11', score: 21, areaPath: '第1网格' }],
      bottom: [],
      outbox: [],
    });
  });

  test('waits for closed books', () => {
    const { closed: _, ...open } = books[0]!;
    expect(() => make([open, ...books.slice(1)])).toThrow(RangeError);
  });

  test('counts what was earned: an exchange, given back or not, and what was carried over change nothing', () => {
    const book = householdBook('h', [
      entry('a', 30),
      entry('order-1', -20, { evidence: { kind: 'order', id: '1' }, reversedBy: 'back' }),
      entry('back', 20, { evidence: { kind: 'entry', id: 'order-1' }, reverses: 'order-1' }),
      entry('order-2', -5, { evidence: { kind: 'order', id: '2' } }),
      entry('carried', 100, { evidence: { kind: 'book', id: 'household.h_2024' } }),
      entry('b', 5, { reversedBy: 'rb' }),
      entry('rb', -5, { evidence: { kind: 'entry', id: 'b' }, reverses: 'b' }),
    ]);
    expect(earned(book)).toBe(30);
  });

  test('who left, or earned nothing, is not on it', () => {
    const left = householdBook('left', [entry('a', 99)], { leftAt: NOW });
    expect(make([left, householdBook('none', []), ...books])).toMatchObject({
      ranked: 12,
      top: [{ subject: 'h11' }],
    });
  });
});

const READY = { final: true, left: new Set<string>() };
const A = { person: 'chief', name: '王海' };
const B = { person: 'secretary', name: '张建国' };
const SAY = { subject: 'w0', honour: '最美网格员', text: '随叫随到' };
const WHO = { people: ['w0'], household: 'h7' };
const base = (): Roll => ({ ...rollOfWorkers(finalEvaluation(TEN), NOW), outbox: [] });
const line = (roll: Roll) => roll.top[0]!;
const agree = (roll: Roll, until = NOW + 100 * DAY, at = NOW) =>
  consented(roll, { subject: 'w0', until, version: HONOUR_VERSION }, { person: 'w0', name: '名w0' }, at);
const twice = () => recommended(recommended(base(), SAY, A, WHO, NOW), SAY, B, WHO, NOW);

describe('an honour', () => {
  test('is shown with two recommendations and a consent, until it ends', () => {
    const roll = agree(twice());
    expect(isShown(line(roll), READY, NOW)).toBe(true);
    expect(line(roll).publishedAt).toBe(NOW);
    expect(waitsFor(line(roll), READY, NOW + 100 * DAY)).toEqual(['expired']);
    expect(waitsFor(line(roll), { ...READY, final: false }, NOW)).toEqual(['final']);
  });

  test('each of the three is needed', () => {
    expect(waitsFor(line(base()), READY, NOW)).toEqual(['recommendation', 'consent']);
    expect(waitsFor(line(agree(recommended(base(), SAY, A, WHO, NOW))), READY, NOW)).toEqual([
      'recommendation',
    ]);
    expect(waitsFor(line(twice()), READY, NOW)).toEqual(['consent']);
  });

  test('is asked for once, when it is first recommended', () => {
    const once = recommended(base(), SAY, A, WHO, NOW);
    expect(once.outbox).toMatchObject([
      { kind: 'honour-asked', to: { people: ['w0'] }, facts: { what: '最美网格员' } },
    ]);
    expect(recommended(once, SAY, B, WHO, NOW).outbox).toHaveLength(1);
  });

  test('two are two: nobody twice, not oneself, not one’s own household, and for the same honour', () => {
    const once = recommended(base(), SAY, A, WHO, NOW);
    expect(() => recommended(once, SAY, A, WHO, NOW)).toThrow('NOT_NOW');
    expect(() => recommended(once, SAY, { person: 'w0', name: '' }, WHO, NOW)).toThrow('NOT_YOURS');
    expect(() => recommended(once, SAY, { ...B, household: 'h7' }, WHO, NOW)).toThrow('NOT_YOURS');
    expect(() => recommended(once, { ...SAY, honour: '道德模范' }, B, WHO, NOW)).toThrow(
      'BAD_INPUT at honour',
    );
    expect(() => recommended(base(), { ...SAY, subject: 'w5' }, B, WHO, NOW)).toThrow('NOT_FOUND');
  });

  test('is withdrawn at once, and the earlier consents stay on record', () => {
    const roll = withdrawn(agree(twice()), 'w0', A, NOW + DAY);
    expect(waitsFor(line(roll), READY, NOW + DAY)).toEqual(['withdrawn']);
    expect(line(roll)).not.toHaveProperty('publishedAt');
    expect(withdrawn(roll, 'w0', A, NOW + 2 * DAY)).toBe(roll);
    const again = agree(roll, NOW + 50 * DAY, NOW + 3 * DAY);
    expect(isShown(line(again), READY, NOW + 3 * DAY)).toBe(true);
    expect(line(again).consents.map(({ withdrawnAt }) => withdrawnAt)).toEqual([NOW + DAY, undefined]);
  });

  test('a consent is to a wording, for a year at most, and to something', () => {
    expect(() => agree(base())).toThrow('NOT_NOW');
    expect(() => agree(twice(), NOW + LONGEST_CONSENT + 1)).toThrow('BAD_INPUT at until');
    expect(() => agree(twice(), NOW)).toThrow('BAD_INPUT at until');
    const old = { subject: 'w0', until: NOW + DAY, version: '2020-01' };
    expect(() => consented(twice(), old, A, NOW)).toThrow('BAD_INPUT at version');
  });

  test('whatever happens in whatever order, shown means: two, agreed, not withdrawn, not over', () => {
    type Step = { kind: 'a' | 'b' | 'agree' | 'withdraw'; days: number };
    const step = fc.record({
      kind: fc.constantFrom<Step['kind']>('a', 'b', 'agree', 'withdraw'),
      days: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let roll = base();
        let agreedUntil: number | undefined;
        steps.forEach(({ kind, days }, index) => {
          const at = NOW + index * DAY;
          try {
            if (kind === 'a') roll = recommended(roll, SAY, A, WHO, at);
            if (kind === 'b') roll = recommended(roll, SAY, B, WHO, at);
            if (kind === 'agree') roll = agree(roll, at + days * DAY, at);
            if (kind === 'withdraw') roll = withdrawn(roll, 'w0', A, at);
            if (kind === 'agree') agreedUntil = at + days * DAY;
            if (kind === 'withdraw') agreedUntil = undefined;
          } catch {
            // A stated no changes nothing.
          }
          const both = ['chief', 'secretary'].every((id) =>
            line(roll).recommendations.some(({ person }) => person === id),
          );
          expect(isShown(line(roll), READY, at)).toBe(both && agreedUntil !== undefined && at < agreedUntil);
        });
      }),
    );
  });
});

describe('a training', () => {
  test('is an offer: signed up by oneself, done afterwards, struck with a reason', () => {
    expect(() => completed(base(), 'w9', NOW)).toThrow('NOT_NOW');
    const roll = completed(signedUp(base(), 'w9', NOW), 'w9', NOW + DAY);
    expect(roll.bottom[0]).toMatchObject({ signedUpAt: NOW, completedAt: NOW + DAY });
    expect(repaired(roll, 'w9', '补上了', B, NOW).bottom[0]?.repaired?.text).toBe('补上了');
    expect(() => signedUp(base(), 'w5', NOW)).toThrow('NOT_FOUND');
  });
});

describe('an internal roll', () => {
  const fresh = entered(
    'b1',
    { area: '150625', text: '某条例第三条', until: NOW + 60 * DAY },
    { person: 'admin', name: '白音' },
    NOW,
  );
  const basis = approved(fresh, { person: 'bannerOfficial', name: '孙立' }, NOW);
  const post = (change: { until?: number; final?: boolean } = {}, on = basis) =>
    posted(base(), on, { until: NOW + 30 * DAY, final: true, ...change }, B, NOW);

  test('needs a basis that a second person approved', () => {
    expect(holds(fresh, NOW)).toBe(false);
    expect(() => approved(fresh, { person: 'admin', name: '白音' }, NOW)).toThrow('NOT_YOURS');
    expect(() => post({}, fresh)).toThrow('NOT_NOW at basis');
    expect(() => posted(base(), undefined, { until: NOW + DAY, final: true }, B, NOW)).toThrow(
      'NOT_NOW at basis',
    );
    expect(holds(basis, NOW)).toBe(true);
  });

  test('ends with the earlier day, with its basis, with an open appeal, and when nobody is left on it', () => {
    const roll = post();
    const stands = (at: number, on = basis, final = true, one = roll) =>
      posting(one, on, { final }, at) !== undefined;
    expect(stands(NOW)).toBe(true);
    expect(stands(NOW + 30 * DAY)).toBe(false);
    expect(stands(NOW, ended(basis, '不合适', A, NOW))).toBe(false);
    expect(stands(NOW, basis, false)).toBe(false);
    expect(stands(NOW, basis, true, repaired(roll, 'w9', '补上了', B, NOW))).toBe(false);
    expect(stands(NOW, { ...basis, _id: 'other' })).toBe(false);
    expect(posting(roll, undefined, { final: true }, NOW)).toBeUndefined();
  });

  test('is no longer than its basis, not while somebody appeals, and whoever is on it is told', () => {
    expect(() => post({ until: NOW + 61 * DAY })).toThrow('BAD_INPUT at until');
    expect(() => post({ final: false })).toThrow('NOT_NOW');
    expect(post().outbox).toMatchObject([{ kind: 'roll-posted', to: { person: 'w9' } }]);
  });
});

describe('an honour that ran out', () => {
  test('is published anew, with new days to object', () => {
    const roll = agree(twice());
    const { publishedAt } = line(roll);
    const until = NOW + 300 * DAY;
    const again = { subject: 'w0', until, version: HONOUR_VERSION };
    // Prolonged while it stands it is the same publication.
    expect(line(consented(roll, again, A, NOW + DAY)).publishedAt).toBe(publishedAt);
    const later = NOW + 200 * DAY;
    expect(line(consented(roll, again, A, later)).publishedAt).toBe(later);
  });

  test('who took the consent back is written down', () => {
    const roll = withdrawn(agree(twice()), 'w0', B, NOW + DAY);
    expect(line(roll).consents).toMatchObject([{ withdrawnAt: NOW + DAY, withdrawnBy: B }]);
  });
});

describe('a pending push about a roll', () => {
  const notice = (kind: 'honour-asked' | 'training-suggested', to: string, name: string): Notice => ({
    _id: `${base()._id}.${to}.${kind}.${to}`,
    kind,
    to,
    about: { kind: 'roll', id: base()._id },
    urgent: false,
    at: NOW,
    facts: { name, areaPath: '', year: '2025', what: SAY.honour },
    attempts: [],
  });

  test('is not sent any more once the candidate has decided, or signed up, or was struck off', () => {
    const asked = notice('honour-asked', 'w0', '名w0');
    expect(isMoot(asked, NOW, { roll: twice() })).toBe(false);
    expect(isMoot(asked, NOW, { roll: agree(twice()) })).toBe(true);
    // Of two who bear the same name, each decides for themselves.
    const { top } = agree(twice());
    const namesake = { ...top[0]!, subject: 'w00', consents: [] };
    const other = notice('honour-asked', 'w00', '名w0');
    expect(isMoot(other, NOW, { roll: { ...base(), top: [...top, namesake] } })).toBe(false);
    const offered = notice('training-suggested', 'w9', '名w9');
    expect(isMoot(offered, NOW, { roll: base() })).toBe(false);
    expect(isMoot(offered, NOW, { roll: signedUp(base(), 'w9', NOW) })).toBe(true);
    expect(isMoot(offered, NOW, { roll: repaired(base(), 'w9', '补上了', B, NOW) })).toBe(true);
  });
});
