import fc from 'fast-check';
import type { Candidate } from '../../domain/evaluation/evaluation';
import { listText } from '../../domain/evaluation/final';
import { pointsPart, withResult } from '../../domain/evaluation/score';
import { GRID } from './build';
import { begun, SCHEME } from './evaluations';

describe('the list of an evaluation', () => {
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
