import { Refusal } from '../error/refusal';
import { weekKey } from '../time/period';
import { type Millis, shanghai } from '../time/shanghai';
import { addWorkdays } from '../time/workday';
import { type EntryAsk, monthOfAsk, openAsk } from './ask';
import { mustTakePart } from './award';
import { booked, type PointsBook, withWaiting } from './book';
import { type Cause, causeOf, type PointsEntry, type Signatory } from './entry';
import { reversed } from './reverse';
import type { Rule, RuleVersion } from './rule';
import { ruleIn, versionOf } from './version';

/**
 * The second person agrees: what was asked for is booked, once, in the words of the version it was asked under.
 * A closed year takes it too, as an entry of that year; what it was closed with stays as it was.
 * What takes points away waits until whoever loses them had time to speak.
 * @throws Refusal NOT_FOUND, NOT_NOW at ask; NOT_NOW at account, cause or amount when it cannot be booked any more
 */
export function approve(
  book: PointsBook,
  versions: readonly RuleVersion[],
  id: string,
  by: Signatory,
  at: Millis,
): PointsBook {
  const ask = openAsk(book, id);
  mustHaveHadTime(ask, at);
  const after =
    ask.kind === 'reverse' && ask.cause !== undefined
      ? reversed(book, ask.cause, { text: ask.text, by: ask.by, approvedBy: by }, at)
      : awarded(book, versions, ask, by, at);
  return answered(after, id, { yes: true, at, by });
}

/** Working days between a proposal to take points away, which the person hears of at once, and a yes to it. */
const DAYS_TO_SPEAK = 3;

/** From when on a yes to it counts; undefined when nobody loses anything by it. */
export function opensAt({ amount, at }: Pick<EntryAsk, 'amount' | 'at'>): Millis | undefined {
  return amount < 0 ? addWorkdays(at, DAYS_TO_SPEAK) : undefined;
}

function mustHaveHadTime(ask: EntryAsk, at: Millis): void {
  const from = opensAt(ask);
  if (from === undefined || from <= at) return;
  const day = shanghai(from);
  throw new Refusal('NOT_NOW', {
    path: 'ask',
    words: {
      zh: `要减分的，先给本人时间说话，${day.format('M月D日H:mm')}起才能同意`,
      en: `The person has time to speak first; you can agree from ${day.format('YYYY-MM-DD HH:mm')} on`,
    },
  });
}

/** The cause of what an agreed ask books. */
export function causeOfAsk({ id, cause }: Pick<EntryAsk, 'id' | 'cause'>): Cause {
  return cause === undefined ? causeOf('ask', id) : causeOf('back', cause);
}

export function decline(book: PointsBook, id: string, text: string, by: Signatory, at: Millis): PointsBook {
  openAsk(book, id);
  return answered(book, id, { yes: false, at, by, text });
}

/** Everybody who could have agreed has stepped back: it is answered by the clock, so that nobody waits for ever. */
export function unanswerable(book: PointsBook, id: string, at: Millis): PointsBook {
  return decline(book, id, '能同意的人都回避了，没有记；可以另找人看过再写', CLOCK, at);
}

/** Signs what nobody decides. */
export const CLOCK: Signatory = { person: 'clock', name: '系统' };

/** "I am kin", or otherwise involved: it is written down, and somebody else has to look. */
export function recuse(book: PointsBook, id: string, text: string, by: Signatory, at: Millis): PointsBook {
  const ask = openAsk(book, id);
  if (ask.recused.some(({ person }) => person === by.person)) return book;
  return withAsk(book, { ...ask, recused: [...ask.recused, { ...by, at, text }] });
}

function awarded(
  book: PointsBook,
  versions: readonly RuleVersion[],
  ask: EntryAsk,
  approvedBy: Signatory,
  at: Millis,
): PointsBook {
  mustTakePart(book);
  const month = monthOfAsk(book.year, ask.at);
  const version = versionOf(versions, ask.version);
  const rule = version && ruleIn(version, ask.rule, month);
  if (!rule) throw new Refusal('NOT_NOW', { path: 'ask' });
  const amount = withinCap(book, rule, ask, month);
  const entry: PointsEntry = {
    cause: causeOfAsk(ask),
    rule: ask.rule,
    version: ask.version,
    amount,
    ...(amount === ask.amount ? {} : { uncapped: ask.amount }),
    month,
    at: ask.at,
    bookedAt: at,
    evidence: { kind: 'ask', id: ask.id },
    text: ask.text,
    by: ask.by,
    approvedBy,
  };
  return booked(book, [entry]);
}

/** What the cap leaves of the period; what was taken back has not used it up. */
function withinCap({ entries }: PointsBook, { cap }: Rule, ask: EntryAsk, month: string): number {
  if (!cap) return ask.amount;
  const same = Object.values(entries).filter(
    (entry) =>
      entry.rule === ask.rule &&
      entry.reverses === undefined &&
      entry.reversedBy === undefined &&
      (cap.per === 'year' ||
        (cap.per === 'month' ? entry.month === month : weekKey(entry.at) === weekKey(ask.at))),
  );
  const left = Math.max(0, cap.most - Math.abs(same.reduce((sum, { amount }) => sum + amount, 0)));
  if (left > 0) return Math.sign(ask.amount) * Math.min(left, Math.abs(ask.amount));
  throw new Refusal('NOT_NOW', {
    path: 'amount',
    words: { zh: '这条规则这一期已经记满了', en: 'The limit of this rule is reached for the period' },
  });
}

function answered(book: PointsBook, id: string, answer: NonNullable<EntryAsk['answer']>): PointsBook {
  return withAsk(book, { ...openAsk(book, id), answer });
}

function withAsk(book: PointsBook, ask: EntryAsk): PointsBook {
  return withWaiting({ ...book, asks: book.asks.map((one) => (one.id === ask.id ? ask : one)) });
}
