import { Refusal } from '../error/refusal';
import { owe } from '../notice/notice';
import type { Signatory } from '../points/entry';
import { DAY, type Millis } from '../time/shanghai';
import { holds } from './basis';
import type { BottomLine, Posting, Roll, RollBasis } from './roll';

/** 告知期: before anybody else sees the roll, whoever is to stand on it has this long to object. */
export const NOTICE_TIME: Millis = 7 * DAY;

/** Lines that still count. */
export function standingLines({ bottom }: Pick<Roll, 'bottom'>): BottomLine[] {
  return bottom.filter(({ repaired }) => repaired === undefined);
}

/** Lines that may stand on an internal roll: none whose objection waits for an answer, or was right. */
export function postableLines(roll: Pick<Roll, 'bottom'>): BottomLine[] {
  return standingLines(roll).filter(
    ({ objection }) => objection === undefined || objection.answer?.upheld === false,
  );
}

/**
 * 内部名单: seen by the village organisation, never by anybody else. Everybody on it is told, and how to get off it.
 * @throws Refusal NOT_NOW without a basis that holds, or when nobody is on it; BAD_INPUT when it would end
 * before time to object is over, or after the basis
 */
export function posted(
  roll: Roll,
  basis: RollBasis | undefined,
  { until, final }: { until: Millis; final: boolean },
  by: Signatory,
  at: Millis,
): Roll {
  if (!holds(basis, at))
    throw new Refusal('NOT_NOW', {
      path: 'basis',
      words: {
        zh: '没有有效的法律依据，不能开内部名单',
        en: 'Without a legal basis that holds there is no internal roll',
      },
    });
  if (!final)
    throw new Refusal('NOT_NOW', {
      path: 'year',
      words: { zh: '还有申诉没有答复', en: 'An appeal is still open' },
    });
  const from = at + NOTICE_TIME;
  if (until <= from || until > basis.until)
    throw new Refusal('BAD_INPUT', {
      path: 'until',
      words: {
        zh: '期限要在告知期以后、依据到期以前',
        en: 'It has to end after the time to object, and no later than its basis',
      },
    });
  const lines = postableLines(roll);
  if (lines.length === 0)
    throw new Refusal('NOT_NOW', {
      path: 'subjects',
      words: { zh: '名单上没有人', en: 'Nobody would stand on it' },
    });
  const after: Roll = { ...roll, internal: { basis: basis._id, by, at, from, until } };
  return lines.reduce((one, line) => tellOf(one, line, { basis, until, at }), after);
}

function tellOf(
  roll: Roll,
  { subject, name, areaPath }: BottomLine,
  { basis, until, at }: { basis: RollBasis; until: Millis; at: Millis },
): Roll {
  return owe(roll, {
    key: `${roll._id}.${subject}.roll-posted.${at}`,
    kind: 'roll-posted',
    to: { person: subject },
    about: { kind: 'roll', id: roll._id },
    urgent: false,
    at,
    facts: { name, areaPath, year: roll.year, text: basis.text, until },
  });
}

/** The posting as the person it is about sees it: told at once, before anybody else sees it. */
export function isNotice({ from }: Posting, now: Millis): boolean {
  return now < from;
}

/** Nobody sees it while an appeal is open, after the earlier of both days, or once the basis is withdrawn. */
export function posting(
  roll: Roll,
  basis: RollBasis | undefined,
  { final }: { final: boolean },
  now: Millis,
): Posting | undefined {
  const { internal } = roll;
  const stands =
    internal !== undefined &&
    final &&
    basis?._id === internal.basis &&
    holds(basis, now) &&
    now < internal.until &&
    postableLines(roll).length > 0;
  return stands ? internal : undefined;
}
