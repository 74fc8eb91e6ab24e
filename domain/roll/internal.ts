import { Refusal } from '../error/refusal';
import { owe } from '../notice/notice';
import type { Signatory } from '../points/entry';
import type { Millis } from '../time/shanghai';
import { holds } from './basis';
import type { BottomLine, Posting, Roll, RollBasis } from './roll';

/** Lines that still count. */
export function standingLines({ bottom }: Pick<Roll, 'bottom'>): BottomLine[] {
  return bottom.filter(({ repaired }) => repaired === undefined);
}

/**
 * 内部名单: seen by the village organisation, never by anybody else. Everybody on it is told, and how to get off it.
 * @throws Refusal NOT_NOW without a basis that holds, or when nobody is on it; BAD_INPUT for longer than the basis
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
    throw new Refusal('NOT_NOW', { words: { zh: '还有申诉没有答复', en: 'An appeal is still open' } });
  if (until <= at || until > basis.until) throw new Refusal('BAD_INPUT', { path: 'until' });
  const lines = standingLines(roll);
  if (lines.length === 0) throw new Refusal('NOT_NOW');
  const after: Roll = { ...roll, internal: { basis: basis._id, by, at, until } };
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
    standingLines(roll).length > 0;
  return stands ? internal : undefined;
}
