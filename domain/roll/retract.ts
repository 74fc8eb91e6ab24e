import { Refusal } from '../error/refusal';
import type { Millis } from '../time/shanghai';
import { type Honoured, lineOf, oweHonour, standing, withLine } from './honour';
import type { Recommendation, Roll } from './roll';
import { RECOMMENDERS, recommenders } from './shown';

/**
 * Whoever recommended somebody takes it back, at any time and without a reason: fewer than two left, the name is gone at
 * once, and the person hears of it. Said again it changes nothing.
 * @throws Refusal NOT_FOUND at subject for whoever has not recommended them
 */
export function retracted(
  roll: Roll,
  subject: string,
  by: string,
  honoured: Pick<Honoured, 'people'>,
  at: Millis,
): Roll {
  const line = lineOf(roll, subject, 'subject');
  const own = line.recommendations.filter(({ person }) => person === by);
  if (own.length === 0) throw new Refusal('NOT_FOUND', { path: 'subject' });
  if (own.every(({ withdrawnAt }) => withdrawnAt !== undefined)) return roll;
  const recommendations = line.recommendations.map(
    (one): Recommendation =>
      one.person === by && one.withdrawnAt === undefined ? { ...one, withdrawnAt: at } : one,
  );
  const after = standing({ ...line, recommendations }, at);
  const changed = withLine(roll, after);
  const nth = recommendations.filter(({ withdrawnAt }) => withdrawnAt !== undefined).length;
  return recommenders(after) < RECOMMENDERS
    ? oweHonour(changed, after, 'honour-retracted', nth, honoured, at)
    : changed;
}
