import fc from 'fast-check';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { evaluate } from '../../domain/points/evaluate';
import type { RuleVersion } from '../../domain/points/rule';
import { closeBook, settle } from '../../domain/points/settle';
import { versionAt } from '../../domain/points/version';
import { BOOKED, MONTH, settledWith } from './books';
import { someFacts } from './facts';

describe('versions', () => {
  test('a new version changes nothing that was settled or closed, whatever it says', () => {
    const later: RuleVersion = {
      ...DEFAULT_RULES,
      _id: '2027.1',
      from: '2027-01',
      enabledAt: BOOKED,
      rules: DEFAULT_RULES.rules.map((rule) => ({ ...rule, amount: 50 })),
    };
    expect(versionAt([later], MONTH)._id).toBe('default.1');
    expect(versionAt([later], '2027-01')._id).toBe('2027.1');
    fc.assert(
      fc.property(someFacts, (facts) => {
        const closed = closeBook(settledWith(facts), BOOKED);
        const again = settle(closed, '2026-12', evaluate(later, facts, [], BOOKED));
        expect(again).toBe(closed);
        expect(evaluate(versionAt([later], MONTH), facts, [], BOOKED)).toEqual(
          evaluate(DEFAULT_RULES, facts, [], BOOKED),
        );
      }),
    );
  });
});
