import { Refusal } from '../error/refusal';
import { owe } from '../notice/notice';
import { monthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import type { EntryAsk } from './ask';
import { type PointsBook, withWaiting } from './book';
import type { Signatory } from './entry';
import { mustTakePart } from './membership';
import type { Rule, RuleVersion } from './rule';

/** A rule that a household can ask by: one amount, and never less than nothing. */
export type Reward = Rule & { amount: number };

/**
 * What gives a household points in that month. Reward only: whatever a version may say, nothing that takes points away,
 * and nothing that counts by itself, is a rule for a household.
 */
export function rewardsIn({ rules }: RuleVersion, at: Millis): Reward[] {
  const month = monthKey(at);
  return rules.filter(
    (rule): rule is Reward =>
      rule.for === 'household' &&
      rule.fact === undefined &&
      typeof rule.amount === 'number' &&
      rule.amount > 0 &&
      (rule.from ?? month) <= month &&
      month <= (rule.to ?? month),
  );
}

interface Request {
  id: string;
  rule: string;
  text: string;
  photos: string[];
  by: Signatory;
}

/** So many may wait for an answer at once. */
const MOST_OPEN = 10;

/**
 * "We did this": the village answers, and its yes books the points.
 * @throws Refusal NOT_NOW, TOO_MANY; NOT_FOUND for a rule that gives a household nothing
 */
export function request(book: PointsBook, version: RuleVersion, asked: Request, at: Millis): PointsBook {
  mustTakePart(book);
  const rule = rewardsIn(version, at).find(({ id }) => id === asked.rule);
  if (!rule) throw new Refusal('NOT_FOUND', { path: 'rule' });
  if (book.asks.filter(({ answer }) => !answer).length >= MOST_OPEN)
    throw new Refusal('TOO_MANY', { path: 'household', words: WAIT });
  const ask: EntryAsk = {
    ...asked,
    kind: 'request',
    version: version._id,
    amount: rule.amount,
    at,
    recused: [],
  };
  const waiting = withWaiting({ ...book, asks: [...book.asks, ask] });
  return owe(waiting, {
    key: `${book._id}.${ask.id}.entry-asked`,
    kind: 'entry-asked',
    to: { post: { role: 'chief', area: book.grid ?? book.area } },
    about: { kind: 'awards', id: book._id },
    urgent: false,
    at,
    facts: {
      name: book.name,
      areaPath: book.areaPath,
      year: book.year,
      what: rule.name.zh,
      amount: rule.amount,
      text: ask.text,
    },
  });
}

const WAIT = {
  zh: '还有好几件等村里看，先等等答复',
  en: 'Several requests wait for an answer; please wait for those first',
};
