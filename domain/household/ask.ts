import { Refusal } from '../error/refusal';
import { type Audience, owe } from '../notice/notice';
import { DAY, type Millis } from '../time/shanghai';
import type { BindAsk, Household } from './household';

/** Answered asks stay this long, so that whoever asks again hears the answer. */
const ANSWERED_KEPT: Millis = 30 * DAY;
/** A code that goes round in a chat group must not fill the household. */
const MOST_WAITING = 20;

const CROWDED = {
  zh: '这户等着确认的人太多了，请当面找网格员',
  en: 'Too many people wait for this household; please see your grid worker',
};

/** Whom a decision is told to, and where it happened. */
interface Telling {
  to?: Audience | undefined;
  areaPath: string;
}

/**
 * Somebody says: this is my household. Asking again while it waits, or by the code of an invite that was answered,
 * changes nothing; a new invite is a new chance.
 * @throws Refusal NOT_NOW when the household has too many waiting
 */
export function ask(
  household: Household,
  asked: Omit<BindAsk, 'at' | 'answer'>,
  { to, areaPath }: Telling,
  at: Millis,
): Household {
  const stands = askOf(household, asked.openid);
  if (stands && !stands.answer) return rename(household, stands, asked.name);
  if (stands && stands.code === asked.code) return household;
  if (waiting(household).length >= MOST_WAITING)
    throw new Refusal('NOT_NOW', { path: 'code', words: CROWDED });
  const others = fresh(household, at).filter((one) => one.openid !== asked.openid);
  const after = { ...household, asks: [...others, { ...asked, at }] };
  if (!to) return after;
  return owe(after, {
    key: `${household._id}.${asked.id}.bind-asked`,
    kind: 'bind-asked',
    to,
    about: { kind: 'household', id: household._id },
    urgent: false,
    at,
    facts: { name: household.head, areaPath, text: asked.name },
  });
}

/**
 * The worker's yes or no. A no may become a yes; a yes has bound somebody and is taken back only by leaving.
 * @throws Refusal NOT_FOUND, NOT_NOW
 */
export function answer(
  household: Household,
  { id, yes, by }: { id: string; yes: boolean; by: { person: string; name: string } },
  { to, areaPath }: Telling,
  at: Millis,
): Household {
  const asked = household.asks?.find((one) => one.id === id);
  if (!asked) throw new Refusal('NOT_FOUND', { path: 'ask' });
  if (asked.answer?.yes === yes) return household;
  if (asked.answer?.yes) {
    const words = { zh: '已经同意过了', en: 'This was answered with yes before' };
    throw new Refusal('NOT_NOW', { path: 'ask', words });
  }
  const answered = { ...asked, answer: { yes, at, by: by.person } };
  const asks = fresh(household, at).map((one) => (one.id === id ? answered : one));
  const after = { ...household, asks };
  if (!to) return after;
  const kind = yes ? 'bound' : 'not-bound';
  return owe(after, {
    key: `${household._id}.${id}.${kind}`,
    kind,
    to,
    about: { kind: 'me', id },
    urgent: false,
    at,
    facts: { name: household.head, areaPath, ...(yes ? { text: by.name } : {}) },
  });
}

/** Nothing of this phone's asking stays, its answer is told to nobody. */
export function forget(household: Household, openid: string): Household {
  const gone = (household.asks ?? []).filter((one) => one.openid === openid);
  if (gone.length === 0) return household;
  const about = (key: string) => gone.some((one) => key.startsWith(`${household._id}.${one.id}.`));
  const { owedAt: _, ...rest } = household;
  const outbox = household.outbox.filter((owed) => !about(owed.key));
  const oldest = outbox[0]?.at;
  return {
    ...rest,
    asks: (household.asks ?? []).filter((one) => one.openid !== openid),
    outbox,
    ...(oldest === undefined ? {} : { owedAt: oldest }),
  };
}

export function askOf({ asks = [] }: Pick<Household, 'asks'>, openid: string): BindAsk | undefined {
  return asks.find((one) => one.openid === openid);
}

/** Who waits for a yes. */
export function waiting({ asks = [] }: Pick<Household, 'asks'>): BindAsk[] {
  return asks.filter((one) => !one.answer);
}

/** A slip of the finger is mended without bothering the worker again. */
function rename(household: Household, stands: BindAsk, name: string): Household {
  if (stands.name === name) return household;
  const asks = household.asks?.map((one) => (one === stands ? { ...one, name } : one)) ?? [];
  return { ...household, asks };
}

function fresh({ asks = [] }: Household, at: Millis): BindAsk[] {
  return asks.filter((one) => !one.answer || one.answer.at > at - ANSWERED_KEPT);
}
