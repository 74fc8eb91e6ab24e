import { Refusal } from '../error/refusal';
import type { Signatory } from '../points/entry';
import type { Millis } from '../time/shanghai';
import type { BottomLine, Roll } from './roll';

/** @throws Refusal NOT_FOUND */
function changed(roll: Roll, subject: string, change: (line: BottomLine) => BottomLine): Roll {
  const line = roll.bottom.find((one) => one.subject === subject);
  if (!line) throw new Refusal('NOT_FOUND', { path: 'subject' });
  const after = change(line);
  if (after === line) return roll;
  return { ...roll, bottom: roll.bottom.map((one) => (one === line ? after : one)) };
}

/** By the person alone: it is an offer. */
export function signedUp(roll: Roll, subject: string, at: Millis): Roll {
  return changed(roll, subject, (line) =>
    line.signedUpAt !== undefined || line.repaired ? line : { ...line, signedUpAt: at },
  );
}

/** @throws Refusal NOT_NOW for somebody who has not signed up: nobody is sent */
export function completed(roll: Roll, subject: string, at: Millis): Roll {
  return changed(roll, subject, (line) => {
    if (line.signedUpAt === undefined)
      throw new Refusal('NOT_NOW', {
        path: 'subject',
        words: { zh: '本人还没有报名', en: 'They have not signed up' },
      });
    return line.completedAt === undefined ? { ...line, completedAt: at } : line;
  });
}

/** 修复: the line counts no longer, with the reason; it leaves an internal roll at once. */
export function repaired(roll: Roll, subject: string, text: string, by: Signatory, at: Millis): Roll {
  return changed(roll, subject, (line) => (line.repaired ? line : { ...line, repaired: { at, by, text } }));
}
