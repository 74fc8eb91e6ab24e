import type { Millis } from '../time/shanghai';
import { weekAt } from '../time/week';
import { accountOf } from './account';
import { causeOf, type PointsEntry } from './entry';
import type { Fact } from './fact';
import type { Rule, RuleVersion } from './rule';
import { holdsIn } from './version';

/**
 * What an account's facts earn under a version of the rules. The order in which facts arrive does not matter: the earliest
 * comes first to a cap. A fact that was booked before is not booked again, and what a cap leaves nothing of is still
 * an entry, of no points: it says why.
 * @param past what stands in the book of the year; tells what was booked and what the caps have used up
 */
export function evaluate(
  version: RuleVersion,
  facts: readonly Fact[],
  past: Iterable<PointsEntry>,
  bookedAt: Millis,
): PointsEntry[] {
  const standing = [...past];
  const booked = new Set(standing.map(({ cause }) => cause));
  const inOrder = [...facts].sort((a, b) => a.at - b.at || (a.of < b.of ? -1 : 1));
  return version.rules.flatMap((rule) => {
    const met = inOrder.filter(
      (fact) => rule.fact === fact.kind && isFor(rule, fact) && holdsIn(rule, fact.month),
    );
    // Most rules have nothing to do in most months, and no need to look at the past.
    if (met.length === 0) return [];
    const room = roomUnder(rule, standing);
    return met.flatMap((fact) => {
      const entry = entryOf(rule, version._id, fact, bookedAt);
      if (booked.has(entry.cause) || entry.amount === 0) return [];
      booked.add(entry.cause);
      return [room(entry)];
    });
  });
}

/** Rules whose cap reaches beyond one month: they need the book's past, all others only the month itself. */
export function looksBack({ fact, cap }: Rule): boolean {
  return fact !== undefined && cap !== undefined && cap.per !== 'month';
}

function isFor(rule: Rule, { account }: Fact): boolean {
  return account.startsWith(accountOf(rule.for, ''));
}

function entryOf(rule: Rule, version: string, fact: Fact, bookedAt: Millis): PointsEntry {
  const { of, month, at, evidence, measure } = fact;
  return {
    cause: causeOf(rule.id, of),
    rule: rule.id,
    version,
    amount: given(rule, fact),
    month,
    at,
    bookedAt,
    evidence,
    ...(measure ? { measure } : {}),
  };
}

/** Before any cap; the clock never takes points away. */
function given({ amount }: Rule, fact: Fact): number {
  if (typeof amount !== 'number') {
    const reached = amount.filter(({ from }) => from <= reachedBy(fact));
    return Math.max(0, reached.at(-1)?.amount ?? 0);
  }
  const { measure, times = 1 } = fact;
  // One amount for a share is for all of it.
  if (measure && measure.n < measure.of) return 0;
  return Math.max(0, amount * times);
}

/** What steps look at: a share, stars, or how often. */
function reachedBy({ measure, stars, times }: Fact): number {
  if (measure) return measure.of === 0 ? 0 : measure.n / measure.of;
  return stars ?? times ?? 0;
}

/** Cuts entry after entry to what the rule's cap still leaves in its week, month or year. */
function roomUnder({ id, cap }: Rule, past: readonly PointsEntry[]): (entry: PointsEntry) => PointsEntry {
  if (!cap) return (entry) => entry;
  const periodOf = ({ at, month }: PointsEntry): string =>
    cap.per === 'week' ? weekAt(at) : cap.per === 'month' ? month : month.slice(0, 4);
  const used = new Map<string, number>();
  const use = (entry: PointsEntry): void => {
    const period = periodOf(entry);
    used.set(period, (used.get(period) ?? 0) + entry.amount);
  };
  for (const entry of past) if (entry.rule === id && !entry.reverses && !entry.reversedBy) use(entry);
  return (entry) => {
    const amount = Math.max(0, Math.min(entry.amount, cap.most - (used.get(periodOf(entry)) ?? 0)));
    const cut = amount === entry.amount ? entry : { ...entry, amount, uncapped: entry.amount };
    use(cut);
    return cut;
  };
}
