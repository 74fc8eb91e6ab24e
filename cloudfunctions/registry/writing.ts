import type { Person } from '../../domain/person/person';
import type { Change, Plan } from '../../domain/registry/plan';
import type { HouseholdFacts } from '../../domain/registry/standing';
import { insert } from '../kit/aggregate';
import { inLanes, inParts } from '../kit/batches';
import { _ } from '../kit/cloud';
import { type CollectionName, collection, type Documents } from '../kit/collections';

/** Documents in one write; a person with links is some kB. */
const BATCH = 500;
const INSERT_LANES = 2;
const UPDATE_LANES = 16;

/**
 * Writes a plan, as far as the time reaches. Grids first, then households, then people with their links: what has been
 * written never points to what has not.
 * @returns how many documents were written
 */
export async function writePlan({ areas, households, people }: Plan, more: () => boolean): Promise<number> {
  let written = 0;
  const count = (documents: number) => {
    written += documents;
  };
  const steps: (() => Promise<void>)[] = [
    () => insertAll('areas', areas.insert, more, count),
    () =>
      update(areas.change, more, count, ({ before, to }) =>
        collection('areas')
          .doc(before._id)
          .update({ ...to }),
      ),
    () => insertAll('households', households.insert, more, count),
    () => update(households.change, more, count, changeHousehold),
    () => insertAll('people', people.insert, more, count),
    () => update(people.change, more, count, changePerson),
  ];
  for (const step of steps) if (more()) await step();
  return written;
}

/** A batch that a dead run wrote in part, or another run writes at this moment, is finished one by one. */
async function insertAll<N extends CollectionName>(
  name: N,
  documents: readonly Documents[N][],
  more: () => boolean,
  count: (documents: number) => void,
): Promise<void> {
  await inLanes(
    inParts(documents, BATCH),
    INSERT_LANES,
    async (batch) => {
      try {
        await collection(name).add(batch);
      } catch (error) {
        if (!(error instanceof Error && /duplicate key|E11000/i.test(error.message))) throw error;
        await inLanes(batch, UPDATE_LANES, async (document) => void (await insert(name, document)));
      }
      count(batch.length);
    },
    more,
  );
}

async function update<T>(
  changes: readonly Change<T>[],
  more: () => boolean,
  count: (documents: number) => void,
  write: (change: Change<T>) => Promise<{ updated?: number }>,
): Promise<void> {
  await inLanes(
    changes,
    UPDATE_LANES,
    async (change) => {
      // What somebody changed a moment ago was not written: the import goes on until nothing differs.
      count((await write(change)).updated ?? 0);
    },
    more,
  );
}

/** Guarded: what somebody changed a moment ago differs again when the import goes on. */
function changeHousehold({ before, to }: Change<HouseholdFacts>): Promise<{ updated?: number }> {
  return collection('households')
    .where({ _id: before._id, rev: before.rev })
    .update({ ...to, rev: _.inc(1) });
}

function changePerson({ before, to }: Change<Person>): Promise<{ updated?: number }> {
  const { posts, desks, links, ...words } = to;
  const lists = Object.entries({ posts, desks, links }).filter(([, list]) => list !== undefined);
  return collection('people')
    .where({ _id: before._id, linksRev: before.linksRev ?? _.exists(false) })
    .update({
      ...words,
      ...Object.fromEntries(lists.map(([key, list]) => [key, _.set(list)])),
      ...(links ? { linksRev: _.inc(1) } : {}),
    });
}
