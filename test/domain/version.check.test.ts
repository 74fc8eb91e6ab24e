import { Refusal } from '../../domain/error/refusal';
import { checkVersion } from '../../domain/points/check';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import type { Rule, Scheme } from '../../domain/points/rule';

const FOUND = DEFAULT_RULES.rules.find(({ id }) => id === 'found')!;
const { fact: _fact, ...BY_HAND } = FOUND;

/** Where the version is refused; nothing when it is taken. */
function refused(rules: Rule[], scheme: Scheme = DEFAULT_RULES.scheme): string | undefined {
  try {
    checkVersion({ rules, scheme });
    return undefined;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'BAD_INPUT') return error.path;
    throw error;
  }
}

describe('what a version of the rules may say', () => {
  test('the defaults may be enabled', () => {
    expect(refused(DEFAULT_RULES.rules)).toBeUndefined();
  });

  test.each<[string, string, Rule[]]>([
    ['two rules of one id', 'rules.1.id', [FOUND, FOUND]],
    ['what is not known of an organisation', 'rules.0.fact', [{ ...FOUND, for: 'organisation' }]],
    ['anything counted of a household', 'rules.0.fact', [{ ...FOUND, for: 'household' }]],
    ['a deduction by the clock', 'rules.0.amount', [{ ...FOUND, amount: -1 }]],
    [
      'a step that deducts by the clock',
      'rules.0.amount.1.amount',
      [
        {
          ...FOUND,
          fact: 'rated',
          amount: [
            { from: 3, amount: 1 },
            { from: 4, amount: -2 },
          ],
        },
      ],
    ],
    ['a deduction of a household', 'rules.0.amount', [{ ...BY_HAND, for: 'household', amount: -2 }]],
    ['a rule that gives nothing', 'rules.0.amount', [{ ...FOUND, amount: 0 }]],
    ['steps by hand', 'rules.0.amount', [{ ...BY_HAND, amount: [{ from: 1, amount: 1 }] }]],
    [
      'steps that go down',
      'rules.0.amount.1.from',
      [
        {
          ...FOUND,
          fact: 'week',
          amount: [
            { from: 1, amount: 2 },
            { from: 0.8, amount: 1 },
          ],
        },
      ],
    ],
    [
      'a share of more than all',
      'rules.0.amount.0.from',
      [{ ...FOUND, fact: 'week', amount: [{ from: 80, amount: 1 }] }],
    ],
    ['a hand without a cap', 'rules.0.cap', [{ ...BY_HAND, cap: undefined as never }]],
    ['an end before the beginning', 'rules.0.to', [{ ...FOUND, from: '2027-02', to: '2027-01' }]],
  ])('%s is refused', (_case, path, rules) => {
    expect(refused(rules)).toBe(path);
  });

  test('weights add up to 100, grades go down', () => {
    const { scheme } = DEFAULT_RULES;
    expect(refused([FOUND], { ...scheme, weights: { points: 50, residents: 30, review: 30 } })).toBe(
      'scheme.weights',
    );
    expect(refused([FOUND], { ...scheme, grades: { excellent: 75, good: 75, basic: 60 } })).toBe(
      'scheme.grades',
    );
  });
});
