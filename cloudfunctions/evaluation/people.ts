import type { AreaCode } from '../../domain/area/area';
import type { EvaluationView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Evaluation } from '../../domain/evaluation/evaluation';
import { candidatesAmong, leadDesks, leadersAmong } from '../../domain/evaluation/kin';
import { type Person, rolesOf } from '../../domain/person/person';
import { _, db } from '../kit/cloud';
import { all } from '../kit/collections';

/** Everybody an evaluation of this village is about, and who leads it. */
export interface Cast {
  workers: Person[];
  leaders: Person[];
  /** The reviewers, as far as they are in the registry. */
  judges: Person[];
}

export function startsWith(text: string) {
  return db.RegExp({ regexp: `^${text}`, options: '' });
}

/** One read. */
export async function castOf(village: AreaCode, { reviewers }: Pick<Evaluation, 'reviewers'>): Promise<Cast> {
  const people = await all('people', (some) =>
    some
      .where(
        _.or([
          { desks: startsWith(`worker@${village}`) },
          { desks: _.in(leadDesks(village)) },
          { _id: _.in(reviewers.map(({ person }) => person)) },
        ]),
      )
      .limit(1000),
  );
  return {
    workers: candidatesAmong(people, village),
    leaders: leadersAmong(people, village),
    judges: people.filter(({ _id }) => reviewers.some(({ person }) => person === _id)),
  };
}

/** @throws Refusal NOT_YOURS for whoever does not lead this evaluation */
export function mustLead({ leaders }: Pick<Cast, 'leaders'>, { _id }: Pick<Person, '_id'>): void {
  if (!leaders.some((one) => one._id === _id)) throw new Refusal('NOT_YOURS', { path: 'village' });
}

export function signatory({ _id, name }: Pick<Person, '_id' | 'name'>) {
  return { person: _id, name };
}

/** Residents that one choice shows. */
const MOST_RESIDENTS = 200;

/** Whom the leader can name as reviewer: who serves or lives in the village, who is graded last. One read. */
export async function possibleReviewers(
  village: AreaCode,
  leader: Person,
): Promise<NonNullable<EvaluationView['possible']>> {
  const people = await all('people', (some) =>
    some
      .where({ area: startsWith(village) })
      .field({ name: true, posts: true, household: true })
      .limit(1000),
  );
  const named = people
    .filter(({ _id }) => _id !== leader._id)
    .flatMap((person) => {
      const [role] = rolesOf(person);
      return role ? [{ person: person._id, name: person.name, role }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  const graded = named.filter(({ role }) => role === 'worker');
  const residents = named.filter(({ role }) => role === 'resident').slice(0, MOST_RESIDENTS);
  const staff = named.filter(({ role }) => role !== 'worker' && role !== 'resident');
  return [...staff, ...residents, ...graded];
}
