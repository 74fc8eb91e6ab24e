import { Refusal } from '../error/refusal';
import { monthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import type { Asking } from './ask';
import { askAward } from './award';
import type { PointsBook } from './book';
import type { Rule, RuleVersion } from './rule';
import { holdsIn, versionAt } from './version';

/** A rule that a household can ask by: one amount, and never less than nothing. */
export type Reward = Rule & { amount: number };

/**
 * What gives a household points at that time. Reward only: whatever a version may say, nothing that takes points away,
 * and nothing that counts by itself, is a rule for a household.
 */
export function rewardsAt(versions: readonly RuleVersion[], at: Millis): Reward[] {
  const month = monthKey(at);
  return versionAt(versions, month).rules.filter(
    (rule): rule is Reward =>
      rule.for === 'household' &&
      rule.fact === undefined &&
      typeof rule.amount === 'number' &&
      rule.amount > 0 &&
      holdsIn(rule, month),
  );
}

interface Wish {
  rule: string;
  text: string;
  photos: string[];
}

/** So many may wait for an answer at once. */
const MOST_OPEN = 10;

/**
 * "We did this": the village answers, and its yes books the points.
 * @throws Refusal NOT_NOW, TOO_MANY; NOT_FOUND for a rule that gives a household nothing
 */
export function request(
  book: PointsBook,
  versions: readonly RuleVersion[],
  wish: Wish,
  asking: Asking,
): PointsBook {
  const reward = rewardsAt(versions, asking.at).find(({ id }) => id === wish.rule);
  if (!reward) throw new Refusal('NOT_FOUND', { path: 'rule' });
  if (book.asks.filter(({ answer }) => !answer).length >= MOST_OPEN)
    throw new Refusal('TOO_MANY', { path: 'household', words: WAIT });
  return askAward(book, versions, { ...wish, amount: reward.amount }, asking, 'request');
}

const WAIT = {
  zh: '还有好几件等村里看，先等等答复',
  en: 'Several requests wait for an answer; please wait for those first',
};
