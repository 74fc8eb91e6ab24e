import { DEFAULT_RULES } from '../../domain/points/defaults';
import { earned, rollOfHouseholds, rollOfWorkers, takingPart } from '../../domain/roll/make';
import { entry, householdBook } from './books';
import { candidate, finalEvaluation } from './evaluations';
import { NOW, TEN } from './rolls';

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
