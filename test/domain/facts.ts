import fc from 'fast-check';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import type { Fact } from '../../domain/points/fact';
import type { Rule } from '../../domain/points/rule';
import { DAY } from '../../domain/time/shanghai';
import { ACCOUNT, MONTH, START } from './books';

const someFact: fc.Arbitrary<Fact> = fc
  .record({
    kind: fc.constantFrom('week', 'month', 'found', 'solved', 'on-time', 'rated', 'activity', 'deed'),
    of: fc.integer({ min: 0, max: 30 }).map((n) => `x${n}`),
    day: fc.integer({ min: 0, max: 26 }),
    n: fc.integer({ min: 0, max: 12 }),
    stars: fc.integer({ min: 1, max: 5 }),
    times: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ kind, of, day, n, stars, times }) => ({
    kind,
    account: ACCOUNT,
    of,
    at: START + day * DAY,
    month: MONTH,
    evidence: { kind: 'problem', id: of },
    ...(kind === 'week' || kind === 'month' ? { measure: { n, of: 12 } } : {}),
    ...(kind === 'rated' ? { stars } : {}),
    ...(kind === 'activity' ? { times } : {}),
  }));

/** One fact of each kind and thing, as the builders give them. */
export const someFacts = fc.uniqueArray(someFact, {
  maxLength: 40,
  selector: ({ kind, of }) => `${kind} ${of}`,
});

export function aFact(kind: Fact['kind'], of: string, at: number): Fact {
  return { kind, account: ACCOUNT, of, at, month: MONTH, evidence: { kind: 'problem', id: of } };
}

/** The rule of that id, as it stands by default. */
export function ruleOf(id: string): Rule {
  return DEFAULT_RULES.rules.find((rule) => rule.id === id)!;
}
