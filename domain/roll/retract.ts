import { Refusal } from '../error/refusal';
import { owe } from '../notice/notice';
import type { Millis } from '../time/shanghai';
import { type Honoured, lineOf, standing, withLine } from './honour';
import type { Recommendation, Roll, TopLine } from './roll';
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
  { people }: Pick<Honoured, 'people'>,
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
  return recommenders(after) < RECOMMENDERS ? hear(changed, after, people, at) : changed;
}

function hear(roll: Roll, line: TopLine, people: string[], at: Millis): Roll {
  if (people.length === 0) return roll;
  const nth = line.recommendations.filter(({ withdrawnAt }) => withdrawnAt !== undefined).length;
  return owe(roll, {
    key: `${roll._id}.${line.subject}.honour-retracted.${nth}`,
    kind: 'honour-retracted',
    to: { people },
    about: { kind: 'roll', id: roll._id },
    urgent: false,
    at,
    facts: { name: line.name, areaPath: line.areaPath, year: roll.year, what: line.honour ?? '' },
  });
}
