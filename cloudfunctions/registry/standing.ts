import type { AreaCode } from '../../domain/area/area';
import type { Book } from '../../domain/registry/rows';
import { type HouseholdFacts, type Standing, workersOfHouseholds } from '../../domain/registry/standing';
import { inParts } from '../kit/batches';
import {
  areasUnder,
  householdsNamed,
  householdsOf,
  PAGE,
  peopleLinkedTo,
  peopleNamed,
  workersUnder,
} from './reading';

/** What a file is held against, in as few reads as its size allows. */
export async function standingFor(book: Book, scope: readonly AreaCode[]): Promise<Standing> {
  const areas = keyed((await Promise.all(scope.map(areasUnder))).flat());
  const grids = [...new Set(book.households.map(({ area }) => area))].filter((code) => code !== '');
  const [workers, neighbours] = await Promise.all([
    grids.length > 0 ? workersUnder(commonStart(grids)) : [],
    householdsOf(grids.flatMap((code) => areas.get(code) ?? [])),
  ]);
  const people = keyed(workers);
  const households = keyed(neighbours);
  const named = [...book.people.map(({ id }) => id), ...book.households.map(({ worker }) => worker)];
  const [others, elsewhere] = await Promise.all([
    peopleNamed(missing(named, people)),
    householdsNamed(
      missing(
        book.households.map(({ id }) => id),
        households,
      ),
    ),
  ]);
  for (const person of others) people.set(person._id, person);
  for (const household of elsewhere) households.set(household._id, household);
  // Handed over to a worker of another grid: whom the file does not name and whose grid it does not tell of.
  const held = workersOfHouseholds(people.values(), 0);
  const unheld = book.households.map(({ id }) => id).filter((id) => households.has(id) && !held.has(id));
  for (const some of inParts([...new Set(unheld)], PAGE))
    for (const person of await peopleLinkedTo(some)) people.set(person._id, person);
  return { scope, areas, people, households: households satisfies ReadonlyMap<string, HouseholdFacts> };
}

function keyed<T extends { _id: string }>(documents: readonly T[]): Map<string, T> {
  return new Map(documents.map((document) => [document._id, document]));
}

function missing(ids: readonly string[], known: ReadonlyMap<string, unknown>): string[] {
  return [...new Set(ids)].filter((id) => id !== '' && !known.has(id));
}

/** The longest code that all of them start with. */
function commonStart(codes: readonly AreaCode[]): string {
  return codes.reduce((start, code) => {
    let same = 0;
    while (same < start.length && start[same] === code[same]) same += 1;
    return start.slice(0, same);
  });
}
