import fc from 'fast-check';
import { EXEMPTIONS } from '../../domain/evaluation/evaluation';
import { exempted } from '../../domain/evaluation/exempt';
import { graded } from '../../domain/evaluation/grade';
import { BY, begun, JANUARY, noFigures, workers } from './evaluations';

describe('an exemption', () => {
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
