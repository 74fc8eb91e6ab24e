import { areaAt } from '../area/area';
import { Refusal } from '../error/refusal';
import { isInvolved } from '../evaluation/appeal';
import type { Evaluation } from '../evaluation/evaluation';
import type { PointsFacts } from '../notice/facts';
import { owe } from '../notice/notice';
import type { Person } from '../person/person';
import type { Signatory } from '../points/entry';
import type { Millis } from '../time/shanghai';
import type { BottomLine, Roll, RollBasis } from './roll';

/** Whether this line may be objected to: it stands on an internal roll that was posted, and was not objected to before. */
export function mayObject(roll: Pick<Roll, 'internal'>, line: BottomLine, now: Millis): boolean {
  const posted = roll.internal !== undefined && now < roll.internal.until;
  return posted && line.repaired === undefined && line.objection === undefined;
}

/**
 * Whoever stands on the internal roll objects, once. The line is off the roll until a supervisor has answered.
 * @throws Refusal NOT_FOUND for who is not on it, NOT_NOW while nothing is posted or when it was said before
 */
export function objected(roll: Roll, subject: string, text: string, at: Millis): Roll {
  const line = lineOf(roll, subject, 'year');
  if (!mayObject(roll, line, at))
    throw new Refusal('NOT_NOW', {
      path: 'year',
      words: {
        zh: '现在没有内部名单，或者您已经提过意见',
        en: 'There is no internal roll now, or you have objected already',
      },
    });
  const after = withLine(roll, { ...line, objection: { at, text } });
  return owe(after, {
    key: `${roll._id}.${subject}.objection-asked`,
    kind: 'objection-asked',
    to: { post: { role: 'supervisor', area: areaAt(roll.area, 'banner') } },
    about: { kind: 'roll', id: roll._id },
    urgent: false,
    at,
    facts: factsOf(roll, line),
  });
}

/** Who had a hand in the roll: whose evaluation it comes from, who posted it, on whose basis; or is kin of the person. */
export function hadHandIn(
  { internal }: Pick<Roll, 'internal'>,
  { evaluation, basis }: { evaluation: Evaluation; basis: RollBasis | undefined },
  about: Pick<Person, '_id' | 'household'>,
  judge: Pick<Person, '_id' | 'household'>,
): boolean {
  const hands = [internal?.by, basis?.by, basis?.approvedBy];
  return (
    isInvolved(evaluation, { appellant: about }, judge) || hands.some((hand) => hand?.person === judge._id)
  );
}

/** @throws Refusal NOT_FOUND, NOT_NOW without an open objection */
export function objectionAnswered(
  roll: Roll,
  { subject, upheld, text }: { subject: string; upheld: boolean; text: string },
  by: Signatory,
  at: Millis,
): Roll {
  const line = lineOf(roll, subject, 'subject');
  const { objection } = line;
  if (!objection || objection.answer)
    throw new Refusal('NOT_NOW', {
      path: 'subject',
      words: { zh: '没有待答复的意见', en: 'No objection waits for an answer' },
    });
  const after = withLine(roll, { ...line, objection: { ...objection, answer: { at, by, upheld, text } } });
  return owe(after, {
    key: `${roll._id}.${subject}.objection-answered`,
    kind: 'objection-answered',
    to: { people: [subject] },
    about: { kind: 'roll', id: roll._id },
    urgent: false,
    at,
    facts: factsOf(roll, line),
  });
}

function factsOf({ year }: Roll, { name, areaPath }: BottomLine): PointsFacts {
  return { name, areaPath, year };
}

function lineOf(roll: Roll, subject: string, path: string): BottomLine {
  const line = roll.bottom.find((one) => one.subject === subject);
  if (!line) throw new Refusal('NOT_FOUND', { path });
  return line;
}

function withLine(roll: Roll, line: BottomLine): Roll {
  return { ...roll, bottom: roll.bottom.map((one) => (one.subject === line.subject ? line : one)) };
}
