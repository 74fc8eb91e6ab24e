import type { AreaCode } from '../../domain/area/area';
import type { Applied } from '../../domain/command/applied';
import { Refusal } from '../../domain/error/refusal';
import { type Person, postsOf } from '../../domain/person/person';
import {
  ended,
  goneOnLeave,
  handedOver,
  handedOverBefore,
  opened,
  sinceToday,
  type Ties,
} from '../../domain/registry/links';
import { workersOfHouseholds } from '../../domain/registry/standing';
import type { Millis } from '../../domain/time/shanghai';
import { type CommandStamp, isConflict } from '../kit/aggregate';
import { _, db } from '../kit/cloud';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';
import { peopleLinkedTo } from './reading';
import { mustKeep, mustKeepWorker } from './scope';

/** Somebody whom the input names, and where. */
interface Named {
  path: string;
  id: string;
}

interface Decision<A> {
  ties: ReadonlyMap<string, Ties>;
  answer: A;
}

/**
 * Changes the links of several people together or not at all: the one place that needs the platform's transaction.
 * The command's id stands in each of them, so a repeated command finds itself; a conflict is decided anew.
 * @throws Refusal NOT_FOUND with the path of the person, CONFLICT, and those of `decide`
 */
async function tie<A>(
  people: readonly Named[],
  command: CommandStamp,
  decide: (people: Person[]) => Decision<A>,
): Promise<A> {
  try {
    return await db.runTransaction(async (transaction: typeof db) => {
      const found: Person[] = [];
      for (const { path, id } of people) {
        const { data } = await transaction.collection('people').doc(id).get();
        if (!data) throw new Refusal('NOT_FOUND', { path });
        found.push(data as unknown as Person);
      }
      const earlier = found.flatMap((person) => handedOverBefore(person, command) ?? [])[0];
      if (earlier) return earlier.answer as A;
      const { ties, answer } = decide(found);
      for (const [id, changed] of ties) {
        const lists = Object.entries(changed).map(([key, list]) => [key, _.set(list)]);
        const handover: Applied = { ...command, answer };
        await transaction
          .collection('people')
          .doc(id)
          .update({ ...Object.fromEntries(lists), linksRev: _.inc(1), handovers: _.push([handover]) });
      }
      return answer;
    });
  } catch (error) {
    if (isConflict(error)) throw new Refusal('CONFLICT');
    throw error;
  }
}

/** One or many households from one worker to another, from a date. */
export async function handOver({ input, caller, command, at }: Call<'registry.handOver'>) {
  const since = input.at ?? at;
  sinceToday(since, at, 'at');
  const wanted = [...new Set(input.households)];
  const households = await all('households', (some) =>
    some.where({ _id: _.in(wanted) }).limit(wanted.length),
  );
  const known = new Map(households.map((household) => [household._id, household]));
  input.households.forEach((id, index) => {
    const household = known.get(id);
    const path = `households.${index}`;
    if (!household || household.ended) throw new Refusal('NOT_FOUND', { path });
    mustKeep(caller.person, household.area, path);
  });
  if (input.from === undefined) {
    const homes = new Map(wanted.map((id) => [id, known.get(id)?.area ?? '']));
    return takeOn(homes, input.to, since, { caller, command, at });
  }
  const named = [
    { path: 'from', id: input.from },
    { path: 'to', id: input.to },
  ];
  return tie(named, command, ([from, to]) => {
    if (!from || !to) throw new Refusal('NOT_FOUND');
    mustKeepWorker(caller.person, from, 'from');
    mustBeWorker(caller.person, to, 'to');
    const ties = handedOver(from, to, wanted, since);
    return {
      ties: new Map([
        [from._id, ties.from],
        [to._id, ties.to],
      ]),
      answer: { households: wanted.length, asOf: at },
    };
  });
}

/** Households that nobody looks after go to a worker. @throws Refusal NOT_YOURS when somebody does */
async function takeOn(
  homes: ReadonlyMap<string, AreaCode>,
  to: string,
  since: Millis,
  { caller, command, at }: Pick<Call<'registry.handOver'>, 'caller' | 'command' | 'at'>,
) {
  const holders = await peopleLinkedTo([...homes.keys()]);
  const held = workersOfHouseholds(holders, since);
  return tie([{ path: 'to', id: to }], command, ([worker]) => {
    if (!worker) throw new Refusal('NOT_FOUND', { path: 'to' });
    mustBeWorker(caller.person, worker, 'to');
    [...homes.keys()].forEach((household, index) => {
      const holder = held.get(household);
      if (!holder) return;
      throw new Refusal('NOT_YOURS', {
        path: `households.${index}`,
        words: { zh: `已由${holder.name}联系，请用移交`, en: `${holder.name} looks after it; hand it over` },
      });
    });
    const links = opened(worker, worker.links ?? [], homes, since);
    return { ties: new Map([[worker._id, { links }]]), answer: { households: homes.size, asOf: at } };
  });
}

/** A leave, and who stands in for all of the caseload while it lasts. */
export async function leave({ input, caller, command, at }: Call<'registry.leave'>) {
  const { worker: id, cover: coverId, from, to } = input;
  sinceToday(from, at, 'from');
  const named: Named[] = [{ path: 'worker', id }];
  if (coverId !== undefined && coverId !== id) named.push({ path: 'cover', id: coverId });
  return tie(named, command, ([worker, cover]) => {
    if (!worker) throw new Refusal('NOT_FOUND', { path: 'worker' });
    mustBeWorker(caller.person, worker, 'worker');
    if (cover) mustBeWorker(caller.person, cover, 'cover');
    const ties = goneOnLeave(worker, coverId === id ? worker : cover, { from, to });
    const before = cover?.links?.length ?? 0;
    return {
      ties: new Map([
        [worker._id, ties.worker],
        ...(cover && ties.cover ? [[cover._id, ties.cover] as const] : []),
      ]),
      answer: { covered: (ties.cover?.links?.length ?? before) - before, asOf: at },
    };
  });
}

/**
 * Ends whoever's links to a household, and opens one to `worker` in its `grid` if there is one. People who carry the command already
 * had it: a repeated command changes nothing, even after a later hand-over.
 */
export async function retie(
  household: string,
  {
    worker,
    grid,
    at,
    command,
  }: { worker?: string | undefined; grid?: AreaCode; at: Millis; command: CommandStamp },
): Promise<void> {
  const tied = await peopleLinkedTo([household]);
  if (tied.some((person) => handedOverBefore(person, command))) return;
  const ids = new Set(tied.filter(({ links }) => endsSomething(links, household, at)).map(({ _id }) => _id));
  if (worker !== undefined) ids.add(worker);
  if (ids.size === 0) return;
  const named = [...ids].map((id) => ({ path: id === worker ? 'worker' : 'household', id }));
  await tie(named, command, (people) => {
    const ties = people.map((person): [string, Ties] => {
      const stays = person._id === worker;
      const links = stays ? (person.links ?? []) : ended(person.links ?? [], new Set([household]), at);
      return [
        person._id,
        { links: stays && grid ? opened(person, links, new Map([[household, grid]]), at) : links },
      ];
    });
    return { ties: new Map(ties), answer: null };
  });
}

function endsSomething(links: Person['links'], household: string, at: Millis): boolean {
  return (links ?? []).some(
    (link) => link.household === household && (link.to === undefined || link.to > at),
  );
}

/** @throws Refusal BAD_INPUT for somebody who is no grid worker, NOT_YOURS */
export function mustBeWorker(person: Person, worker: Person, path: string): void {
  if (postsOf(worker, 'worker').length === 0)
    throw new Refusal('BAD_INPUT', {
      path,
      words: { zh: '这个人不是网格员', en: 'This person is not a grid worker' },
    });
  mustKeepWorker(person, worker, path);
}
