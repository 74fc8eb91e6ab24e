import { Refusal } from '../error/refusal';
import { FACTS_OF } from './fact';
import type { Rule, RuleVersion, Scheme, Step } from './rule';

/**
 * Whether a version may be enabled: what it says must be possible, and lawful by construction. The clock takes no points
 * away, a household is only rewarded, a person's hand is bounded by a cap.
 * @throws Refusal BAD_INPUT with the path of the first field that will not do
 */
export function checkVersion({ rules, scheme }: Pick<RuleVersion, 'rules' | 'scheme'>): void {
  rules.forEach((rule, index) => {
    if (rules.findIndex(({ id }) => id === rule.id) !== index)
      throw bad(`rules.${index}.id`, '编号重复了', 'Two rules with one id');
    checkRule(rule, `rules.${index}`);
  });
  checkScheme(scheme);
}

function checkRule(rule: Rule, path: string): void {
  if (rule.fact && !FACTS_OF[rule.for].includes(rule.fact))
    throw bad(`${path}.fact`, '这类积分账里没有这件事', 'Not known of this kind of account');
  if (typeof rule.amount === 'number') checkAmount(rule, rule.amount, `${path}.amount`);
  else checkSteps(rule, rule.amount, `${path}.amount`);
  if (!rule.fact && !rule.cap)
    throw bad(`${path}.cap`, '手工记分要有上限', 'What people book by hand needs a cap');
  if (rule.from !== undefined && rule.to !== undefined && rule.from > rule.to)
    throw bad(`${path}.to`, '结束月份早于开始月份', 'Ends before it begins');
}

function checkAmount(rule: Rule, amount: number, path: string): void {
  if (amount === 0) throw bad(path, '不能是0分', 'Nothing is given');
  if (amount > 0) return;
  if (rule.fact)
    throw bad(
      path,
      '系统不能自动扣分，扣分要先听本人说、再由人定',
      'Points are taken away by people only, after a hearing',
    );
  if (rule.for === 'household') throw bad(path, '居民积分只奖不扣', 'Households are only rewarded');
}

/** The most that a step can start from: a whole share, five stars. */
const TOP: Partial<Record<NonNullable<Rule['fact']>, number>> = { week: 1, month: 1, rated: 5 };

function checkSteps(rule: Rule, steps: readonly Step[], path: string): void {
  if (!rule.fact) throw bad(path, '手工记分只写最多几分', 'By hand: one number, the most that may be given');
  const top = TOP[rule.fact];
  steps.forEach(({ from, amount }, index) => {
    checkAmount(rule, amount, `${path}.${index}.amount`);
    const before = steps[index - 1];
    if (before && before.from >= from)
      throw bad(`${path}.${index}.from`, '要从低到高写', 'Steps go from low to high');
    if (top !== undefined && from > top)
      throw bad(`${path}.${index}.from`, `最高是${top}`, `Never reached: at most ${top}`);
  });
}

function checkScheme({ weights, grades }: Scheme): void {
  if (weights.points + weights.residents + weights.review !== 100)
    throw bad('scheme.weights', '三项权重合计要等于100', 'The three weights add up to 100');
  if (grades.excellent <= grades.good || grades.good <= grades.basic)
    throw bad('scheme.grades', '等次分数要从高到低', 'Grades go from high to low');
}

function bad(path: string, zh: string, en: string): Refusal {
  return new Refusal('BAD_INPUT', { path, words: { zh, en } });
}
