import type { AreaCode } from '../area/area';
import { Refusal } from '../error/refusal';
import type { Signatory } from '../points/entry';
import { DAY, type Millis } from '../time/shanghai';
import type { RollBasis } from './roll';

/** A basis is looked at anew at least this often. */
const LONGEST: Millis = 3 * 366 * DAY;

/** @throws Refusal BAD_INPUT when it would have ended already, or lasts too long */
export function entered(
  id: string,
  { area, text, until }: { area: AreaCode; text: string; until: Millis },
  by: Signatory,
  at: Millis,
): RollBasis {
  if (until <= at || until > at + LONGEST)
    throw new Refusal('BAD_INPUT', {
      path: 'until',
      words: { zh: '有效期要在今天以后、三年以内', en: 'It has to end after today, within three years' },
    });
  return { _id: id, rev: 0, applied: [], area, text, by, at, until };
}

/** By a second person: who entered it does not approve it. @throws Refusal NOT_YOURS, NOT_NOW */
export function approved(basis: RollBasis, by: Signatory, at: Millis): RollBasis {
  if (basis.by.person === by.person)
    throw new Refusal('NOT_YOURS', {
      path: 'basis',
      words: { zh: '录入的人不能自己批准', en: 'Who entered it cannot approve it' },
    });
  if (basis.ended || basis.until <= at)
    throw new Refusal('NOT_NOW', {
      path: 'basis',
      words: { zh: '这条依据已经到期或终止', en: 'This basis has ended' },
    });
  return basis.approvedBy ? basis : { ...basis, approvedBy: by, approvedAt: at };
}

/** Ends at once, and with it every internal roll on it. */
export function ended(basis: RollBasis, text: string, by: Signatory, at: Millis): RollBasis {
  return basis.ended ? basis : { ...basis, ended: { at, by, text } };
}

export function holds(basis: RollBasis | undefined, now: Millis): basis is RollBasis {
  return (
    basis !== undefined && basis.approvedBy !== undefined && basis.ended === undefined && now < basis.until
  );
}
