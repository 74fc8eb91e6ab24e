import { createHash } from 'node:crypto';
import { Refusal } from '../../domain/error/refusal';
import { DAY, HOUR, type Millis } from '../../domain/time/shanghai';
import { insert } from '../kit/aggregate';
import { _ } from '../kit/cloud';
import { collection, one } from '../kit/collections';

/** Wrong codes of one phone in an hour, before it has to wait. */
const MOST_WRONG = 5;

/** @throws Refusal TOO_MANY when this phone has guessed enough for this hour; a right code does not help then */
export async function mayTry(openid: string, at: Millis): Promise<void> {
  const tried = await one('attempts', keyOf(openid, at));
  if (tried && tried.wrong >= MOST_WRONG) throw new Refusal('TOO_MANY', { path: 'code' });
}

/** Counts a wrong code. @throws Refusal TOO_MANY when others were faster than `mayTry` could see */
export async function countWrong(openid: string, at: Millis): Promise<void> {
  const _id = keyOf(openid, at);
  if (await insert('attempts', { _id, wrong: 1, at })) return forgetOld(at);
  const { updated } = await collection('attempts')
    .where({ _id, wrong: _.lt(MOST_WRONG) })
    .update({ wrong: _.inc(1) });
  if (updated === 0) throw new Refusal('TOO_MANY', { path: 'code' });
}

/** Nobody needs yesterday's; the openid itself is never kept here. */
async function forgetOld(at: Millis): Promise<void> {
  await collection('attempts')
    .where({ at: _.lt(at - DAY) })
    .remove();
}

function keyOf(openid: string, at: Millis): string {
  const hidden = createHash('sha256').update(openid).digest('hex').slice(0, 20);
  return `${hidden}_${Math.floor(at / HOUR)}`;
}
