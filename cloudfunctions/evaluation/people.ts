import type { AreaCode } from '../../domain/area/area';
import type { EvaluationView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Evaluation } from '../../domain/evaluation/evaluation';
import { candidatesAmong, judgedAmong, leadDesks, leadersAmong } from '../../domain/evaluation/kin';
import { type Person, rolesOf } from '../../domain/person/person';
import { _, db } from '../kit/cloud';
import { all } from '../kit/collections';

/** Everybody an evaluation of this village is about, and who leads it. */
export interface Cast {
  workers: Person[];
  /** Whom it is about, also who is graded and no worker any more. */
  judged: Person[];
  leaders: Person[];
  /** The reviewers, as far as they are in the registry. */
  judges: Person[];
}

export function startsWith(text: string) {
  return db.RegExp({ regexp: `^${text}`, options: '' });
}

/** One read. @param known as far as it has begun */
export async function castOf(
  village: AreaCode,
  known: Partial<Pick<Evaluation, 'reviewers' | 'candidates'>> | null | undefined,
): Promise<Cast> {
  const { reviewers = [], candidates = [] } = known ?? {};
  const graded = candidates.map(({ person }) => person);
  const people = await all('people', (some) =>
    some
      .where(
        _.or([
          { desks: startsWith(`worker@${village}`) },
          { desks: _.in(leadDesks(village)) },
          { _id: _.in([...reviewers.map(({ person }) => person), ...graded]) },
        ]),
      )
      .limit(1000),
  );
  return {
    workers: candidatesAmong(people, village),
    judged: judgedAmong(people, village, graded),
    leaders: leadersAmong(people, village, graded),
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

/** Whom the leader can name as reviewer: who serves or lives in the village, who is graded last. Two reads. */
export async function possibleReviewers(
  village: AreaCode,
  leader: Person,
): Promise<NonNullable<EvaluationView['possible']>> {
  const those = (serve: boolean, most: number) =>
    all('people', (some) =>
      some
        .where({ area: startsWith(village), 'posts.0': _.exists(serve) })
        .field({ name: true, posts: true, household: true })
        .limit(most),
    );
  const people = await Promise.all([those(true, 1000), those(false, MOST_RESIDENTS)]);
  const named = people
    .flat()
    .filter(({ _id }) => _id !== leader._id)
    .flatMap((person) => {
      const [role] = rolesOf(person);
      return role ? [{ person: person._id, name: person.name, role }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  const graded = named.filter(({ role }) => role === 'worker');
  const residents = named.filter(({ role }) => role === 'resident');
  const staff = named.filter(({ role }) => role !== 'worker' && role !== 'resident');
  return [...staff, ...residents, ...graded];
}
