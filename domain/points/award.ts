import { Refusal } from '../error/refusal';
import type { MonthKey } from '../time/period';
import { type Millis, shanghai } from '../time/shanghai';
import type { AccountKind, Year } from './account';
import { type Asking, type AskWords, monthOfAsk, newAsk } from './ask';
import { type PointsBook, withWaiting } from './book';
import { hasJoined, mustHaveAgreed } from './membership';
import type { Rule, RuleVersion } from './rule';
import { holdsIn, versionAt } from './version';

export interface AwardWords extends AskWords {
  rule: string;
  amount: number;
}

/** The rules by which somebody may write an entry by hand in that month. */
export function rulesByHand(version: RuleVersion, kind: AccountKind, month: MonthKey): Rule[] {
  return version.rules.filter((rule) => rule.for === kind && rule.fact === undefined && holdsIn(rule, month));
}

/**
 * 手工记分: something a rule cannot know, written down with evidence; booked only when a second person agrees.
 * The same for what a household asks for, then of kind `request`.
 * @throws Refusal BAD_INPUT at rule, amount or heard; NOT_NOW when the household takes no part, or under an older wording
 */
export function askAward(
  book: PointsBook,
  versions: readonly RuleVersion[],
  { rule: id, amount, ...words }: AwardWords,
  asking: Asking,
  kind: 'award' | 'request' = 'award',
): PointsBook {
  mustTakePart(book);
  if (book.kind === 'household') mustHaveAgreed(book, kind === 'award' ? 'account' : 'household');
  const month = monthOfAsk(book.year, asking.at);
  const version = versionAt(versions, month);
  const rule = rulesByHand(version, book.kind, month).find((one) => one.id === id);
  if (!rule) throw new Refusal('BAD_INPUT', { path: 'rule' });
  mustFit(rule, amount);
  const ask = newAsk({ kind, rule: id, version: version._id, amount }, words, asking);
  return withWaiting({ ...book, asks: [...book.asks, ask] });
}

/** Some points, in the rule's own direction, and not more than it gives or takes for one thing. */
function mustFit({ amount: most, for: kind }: Rule, amount: number): void {
  const limit = typeof most === 'number' ? most : 0;
  const fits = Math.sign(amount) === Math.sign(limit) && Math.abs(amount) <= Math.abs(limit) && amount !== 0;
  if (fits && !(kind === 'household' && amount < 0)) return;
  throw new Refusal('BAD_INPUT', {
    path: 'amount',
    words: { zh: `这条规则一次最多${limit}分`, en: `This rule gives ${limit} points at most` },
  });
}

/** Entries by hand are for the running year, and late ones for the year before. */
export function isAskable(year: Year, at: Millis): boolean {
  const running = Number(shanghai(at).format('YYYY'));
  return Number(year) === running || Number(year) === running - 1;
}

/** A household opts in, and is let alone when it has left; for the others points are part of their work. */
export function takesPart(book: PointsBook): boolean {
  return book.kind !== 'household' || hasJoined(book);
}

/** @throws Refusal NOT_NOW */
export function mustTakePart(book: PointsBook): void {
  if (takesPart(book)) return;
  throw new Refusal('NOT_NOW', {
    path: 'account',
    words: { zh: '这户没有参加积分', en: 'This household takes no part in points' },
  });
}
