import type { AreaCode } from '../../domain/area/area';
import type { EvaluationView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Evaluation } from '../../domain/evaluation/evaluation';
import { formerAmong, isFormer, type Served } from '../../domain/evaluation/former';
import { candidatesAmong, judgedAmong, leadDesks, leadersAmong } from '../../domain/evaluation/kin';
import { type Person, rolesOf } from '../../domain/person/person';
import { accountOf, bookId, ownerOf, type Year } from '../../domain/points/account';
import { _, db } from '../kit/cloud';
import { all } from '../kit/collections';
import { byIds } from '../kit/whole';

/** Everybody an evaluation of this village is about, and who leads it. */
export interface Cast {
  /** Of today, and who served here in the year and is none any more. */
  workers: Person[];
  /** Whom it is about, also who is graded and lives elsewhere by now. */
  judged: Person[];
  leaders: Person[];
  /** The reviewers, as far as they are in the registry. */
  judges: Person[];
}

export function startsWith(text: string) {
  return db.RegExp({ regexp: `^${text}`, options: '' });
}

/** Two reads, one more where somebody has gone before a month was settled. @param known as far as it has begun */
export async function castOf(
  place: Pick<Evaluation, 'year'> & { village: AreaCode },
  known: Partial<Pick<Evaluation, 'reviewers' | 'candidates'>> | null | undefined,
): Promise<Cast> {
  const { village, year } = place;
  const { reviewers = [], candidates = [] } = known ?? {};
  const graded = candidates.map(({ person }) => person);
  const books = await booksIn(place);
  const named = [...reviewers.map(({ person }) => person), ...graded, ...books.map(holderOf)];
  const people = await all('people', (some) =>
    some
      .where(
        _.or([
          { desks: startsWith(`worker@${village}`) },
          { desks: _.in(leadDesks(village)) },
          { _id: _.in([...new Set(named)]) },
          { area: startsWith(village), 'links.0': _.exists(true) },
        ]),
      )
      .limit(1000),
  );
  const served = [...books, ...(await booksElsewhere(people, books, year))];
  const former = formerAmong(people, new Map(served.map((book) => [book.account, book])), place);
  const judged = [...graded, ...former.map(({ _id }) => _id)];
  return {
    workers: [...candidatesAmong(people, village), ...former],
    judged: judgedAmong(people, village, judged),
    leaders: leadersAmong(people, village, judged),
    judges: people.filter(({ _id }) => reviewers.some(({ person }) => person === _id)),
  };
}

const SERVED = { account: true, area: true, areaPath: true, grid: true };

function booksIn({ village, year }: { village: AreaCode; year: Year }): Promise<Served[]> {
  return all('books', (some) =>
    some.where({ area: village, year, kind: 'worker' }).field(SERVED).limit(1000),
  );
}

/** Of who is no worker any more and lives here, but may have served in another village. */
function booksElsewhere(people: readonly Person[], books: readonly Served[], year: Year): Promise<Served[]> {
  const known = new Set(books.map(holderOf));
  const unknown = people.filter(
    (person) => isFormer(person) && person.links?.length && !known.has(person._id),
  );
  return byIds(
    'books',
    unknown.map(({ _id }) => bookId(accountOf('worker', _id), year)),
    SERVED,
  );
}

function holderOf({ account }: Served): string {
  return ownerOf(account).owner;
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
