import { createHash } from 'node:crypto';
import type { AskView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { askOf, ask as decide } from '../../domain/household/ask';
import type { Household } from '../../domain/household/household';
import { openInvite } from '../../domain/household/invite';
import { hearerOf, keeperOf } from '../../domain/household/keeper';
import { maskName } from '../../domain/person/name';
import type { Millis } from '../../domain/time/shanghai';
import { apply } from '../kit/aggregate';
import type { Stranger } from '../kit/caller';
import { all, one } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import type { Call } from '../kit/serve';
import { countWrong, mayTry } from './attempts';

/** "This is my household", from a phone that nobody may know yet. */
export async function ask({ input, caller, command, at }: Call<'household.ask'>): Promise<AskView> {
  const { openid } = caller;
  await mayTry(openid, at);
  const household = await householdBehind(input.code, openid, at);
  const people = await all('people', (some) => some.where({ 'links.household': household._id }).limit(100));
  const worker = keeperOf(household._id, people, at)?.name ?? '';
  const bound = boundTo(household, caller, worker, at);
  if (bound) return bound;
  const area = await one('areas', household.area);
  const telling = { to: hearerOf(household, people, at), areaPath: area?.path ?? '' };
  const asked = { ...input, id: askId(openid, command.id), openid };
  const { state, answer } = await apply('households', {
    id: household._id,
    command,
    decide: (before) => decide(before, asked, telling, at),
    answer: (after) => viewOf(after, openid, worker, at),
  });
  await deliverSoon('households', state);
  return answer;
}

/**
 * The household of an open invite, or of the invite by which this phone has asked before.
 * A wrong code and an expired one look the same. @throws Refusal NOT_FOUND, TOO_MANY
 */
async function householdBehind(code: string, openid: string, at: Millis): Promise<Household> {
  const [invited] = await all('households', (some) => some.where({ 'invite.code': code }).limit(1));
  if (invited && openInvite(invited, at)) return invited;
  const asked = await all('households', (some) => some.where({ 'asks.openid': openid }).limit(20));
  const earlier = asked.find((one) => askOf(one, openid)?.code === code);
  if (earlier) return earlier;
  await countWrong(openid, at);
  throw new Refusal('NOT_FOUND', {
    path: 'code',
    words: {
      zh: '邀请码不对，或者已经过期，请让网格员再给一个',
      en: 'This code is wrong or has expired; please ask your grid worker for a new one',
    },
  });
}

/** Somebody bound already needs no yes. @throws Refusal NOT_NOW when bound to another household */
function boundTo(
  { _id, head }: Household,
  { person }: Stranger,
  worker: string,
  at: Millis,
): AskView | undefined {
  if (!person?.household) return undefined;
  if (person.household === _id) {
    const since = person.consents?.find((one) => one.withdrawnAt === undefined)?.at ?? at;
    return { head, worker, answer: { yes: true, at: since }, asOf: at };
  }
  throw new Refusal('NOT_NOW', {
    path: 'code',
    words: {
      zh: '您已经加入了另一户，请先在“我的”里退出',
      en: 'You are bound to another household; please leave it first',
    },
  });
}

function viewOf(household: Household, openid: string, worker: string, at: Millis): AskView {
  const answered = askOf(household, openid)?.answer;
  return {
    head: answered?.yes ? household.head : maskName(household.head),
    worker,
    ...(answered ? { answer: { yes: answered.yes, at: answered.at } } : {}),
    asOf: at,
  };
}

/** One for each time somebody asks anew, so that its notices are its own. */
function askId(openid: string, command: string): string {
  return `a${createHash('sha256').update(`${openid} ${command}`).digest('hex').slice(0, 12)}`;
}
