import type { Rule } from '../../../domain/points/rule';
import type { RuleWords } from '../../i18n/rules';

type Words = RuleWords['rules'];

/** "八成以上 1 分；全部做到 2 分", "一次最多 10 分". */
export function amountWords({ amount, fact }: Pick<Rule, 'amount' | 'fact'>, rules: Words): string {
  if (typeof amount !== 'number')
    return amount
      .map((step) => rules.step(stepWords(fact, step.from, rules), step.amount))
      .join(rules.between);
  return fact === undefined && amount > 0 ? rules.upTo(amount) : rules.amount(amount);
}

/** From where on a step holds: a share, stars, or how often. */
export function stepWords(fact: Rule['fact'], from: number, words: Words): string {
  if (fact === 'rated') return words.stars(from);
  return fact === 'week' || fact === 'month' ? words.share(Math.round(from * 100)) : words.atLeast(from);
}
