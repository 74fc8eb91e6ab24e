import type { AreaCode } from '../../domain/area/area';
import { Refusal } from '../../domain/error/refusal';
import type { Household } from '../../domain/household/household';
import type { Person } from '../../domain/person/person';
import { apply, type CommandStamp } from '../kit/aggregate';
import { _ } from '../kit/cloud';
import { collection, one } from '../kit/collections';
import type { Call } from '../kit/serve';
import { recount } from './counts';
import { mustKeep } from './scope';
import { mustBeWorker, retie } from './ties';

/*
 * Each command writes the household first, guarded and under the command's id, and then what follows from it: links,
 * bound residents, counts. Dies it in between, the same command said again does the rest.
 */

/** To another grid. The link ends unless the new worker is the old one; history stays where it was done. */
export async function move({ input, caller: { person }, command, at }: Call<'registry.move'>) {
  const grid = await one('areas', input.area);
  if (grid?.level !== 'grid') throw new Refusal('NOT_FOUND', { path: 'area' });
  mustKeep(person, grid._id, 'area');
  if (input.worker !== undefined) {
    const worker = await one('people', input.worker);
    if (!worker) throw new Refusal('NOT_FOUND', { path: 'worker' });
    mustBeWorker(person, worker, 'worker');
  }
  let was: AreaCode = grid._id;
  const { answer } = await apply('households', {
    id: input.household,
    command,
    admit: (household) => mustKeep(person, household.area, 'household'),
    decide: (household) => {
      mustLiveHere(household, 'household');
      if (household.area === grid._id)
        throw new Refusal('BAD_INPUT', {
          path: 'area',
          words: { zh: '本来就在这个网格', en: 'It lives there already' },
        });
      was = household.area;
      return { ...household, area: grid._id };
    },
    answer: () => ({ from: was, area: grid._id, at }),
  });
  await retie(input.household, { worker: input.worker, grid: answer.area, at: answer.at, command });
  await collection('people')
    .where({ household: input.household })
    .update({ area: grid._id, areaPath: grid.path });
  await recount([answer.from, answer.area]);
  return { area: answer.area, asOf: at };
}

/** Moved away, or died out. */
export async function end({ input, caller: { person }, command, at }: Call<'registry.end'>) {
  const household = await endHousehold(input.household, person, command, { at, why: input.why });
  return { endedAt: household.endedAt, asOf: at };
}

/** Two entries were one household: the first ends, its residents belong to the second. */
export async function merge({ input, caller: { person }, command, at }: Call<'registry.merge'>) {
  const { household, into } = input;
  if (household === into)
    throw new Refusal('BAD_INPUT', { path: 'into', words: { zh: '不能并入自己', en: 'Not into itself' } });
  const kept = await one('households', into);
  if (!kept) throw new Refusal('NOT_FOUND', { path: 'into' });
  mustKeep(person, kept.area, 'into');
  const grid = await one('areas', kept.area);
  const ending = { at, why: 'merged', into } as const;
  const { endedAt } = await endHousehold(household, person, command, ending, () => mustStay(into));
  // Points that wait for the one wait for the other from now on; the shop looks at them at once.
  await collection('households')
    .where({ 'pointsTo.household': household })
    .update({ rev: _.inc(1), 'pointsTo.household': into, 'pointsTo.dueAt': endedAt });
  await collection('people')
    .where({ household })
    .update({ household: into, area: kept.area, ...(grid ? { areaPath: grid.path } : {}) });
  return { endedAt, asOf: at };
}

async function endHousehold(
  id: string,
  person: Person,
  command: CommandStamp,
  ending: NonNullable<Household['ended']>,
  also: () => Promise<void> = async () => {},
): Promise<{ endedAt: number }> {
  const { state, answer } = await apply('households', {
    id,
    command,
    admit: (household) => mustKeep(person, household.area, 'household'),
    decide: async (household) => {
      mustLiveHere(household, 'household');
      await also();
      const { invite: _invite, callAsked: _callAsked, ...rest } = household;
      // Its points follow by the shop's clock, or when the other household joins.
      const pointsTo = ending.into ? { pointsTo: { household: ending.into, dueAt: ending.at } } : {};
      return { ...rest, ended: ending, ...pointsTo };
    },
    answer: () => ({ endedAt: ending.at }),
  });
  await retie(id, { at: answer.endedAt, command });
  await recount([state.area]);
  return answer;
}

function mustLiveHere({ ended }: Household, path: string): void {
  if (ended) throw gone(path);
}

function gone(path: string): Refusal {
  const words = { zh: '这户已迁出或注销', en: 'This household has ended' };
  return new Refusal('NOT_NOW', { path, words });
}

/**
 * Written into the household that stays after the other one was read and before it ends: of two clerks who merge two
 * households into each other at once, each finds the other's word, and they cannot both land.
 */
async function mustStay(id: string): Promise<void> {
  const { updated } = await collection('households')
    .where({ _id: id, ended: _.exists(false) })
    .update({ rev: _.inc(1) });
  if (updated === 0) throw gone('into');
}
