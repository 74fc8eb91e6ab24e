import { type Area, areaAt, levelOf } from '../../domain/area/area';
import type { HouseholdLine, WorkerChoice } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { deskKey, type Person, postsOf } from '../../domain/person/person';
import { holds } from '../../domain/registry/links';
import { workersOfHouseholds } from '../../domain/registry/standing';
import type { Millis } from '../../domain/time/shanghai';
import { logAccess } from '../kit/access-log';
import { _, db } from '../kit/cloud';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';
import { areasUnder, householdsOf, peopleLinkedTo, startsWith, workersUnder } from './reading';
import { mustKeep } from './scope';

const LINES = 50;
/** The article: each worker is linked to 10–15 households. */
const FEWEST = 10;
const MOST = 15;
/** Households that one answer of `limits` looks through, about a village. */
const LOOKED_THROUGH = 1000;

/** Households of a village or a grid, with who looks after them; who looked is written down. */
export async function households({ input, caller: { person }, at }: Call<'registry.households'>) {
  const { area, after, name } = input;
  mustKeep(person, area, 'area');
  if (!['village', 'grid'].includes(levelOf(area)))
    throw new Refusal('BAD_INPUT', {
      path: 'area',
      words: { zh: '请选到嘎查村或网格', en: 'Choose a village or a grid' },
    });
  const [found, workers] = await Promise.all([
    all('households', (some) =>
      some
        .where({
          area: levelOf(area) === 'grid' ? area : startsWith(area),
          ...(after ? { _id: _.gt(after) } : {}),
          ...(name ? { head: db.RegExp({ regexp: escaped(name) }) } : {}),
        })
        .orderBy('_id', 'asc')
        .limit(LINES + 1),
    ),
    workersUnder(areaAt(area, 'village')),
  ]);
  const page = found.slice(0, LINES);
  const holders = await holdersOf(
    page.map(({ _id }) => _id),
    workers,
    at,
  );
  await logAccess(person, { at, what: 'households', area, masked: false, count: page.length });
  const last = found.length > LINES ? page.at(-1)?._id : undefined;
  return {
    households: page.map(
      ({ _id, area: grid, head, members, phone, address, winter, ended }): HouseholdLine => ({
        id: _id,
        area: grid,
        head,
        members,
        address,
        ...(phone ? { phone } : {}),
        ...(winter ? { winter } : {}),
        ...(ended ? { ended: ended.why } : {}),
        ...holders(_id),
      }),
    ),
    workers: workers.map(choice),
    ...(last ? { next: last } : {}),
    asOf: at,
  };
}

function choice(worker: Person): WorkerChoice {
  const grid = postsOf(worker, 'worker')[0]?.areaPath.split('·').at(-1) ?? '';
  return { id: worker._id, name: worker.name, grid };
}

/** Who looks after each household now, and who stands in. Links rarely lead out of the village; then one read more. */
async function holdersOf(ids: readonly string[], workers: readonly Person[], at: Millis) {
  const near = workersOfHouseholds(workers, at);
  const far = await peopleLinkedTo(ids.filter((id) => !near.has(id)));
  const people = [...new Map([...workers, ...far].map((one) => [one._id, one])).values()];
  return (id: string): Pick<HouseholdLine, 'worker' | 'cover'> => {
    const tied = (cover: boolean) =>
      people.find(({ links }) =>
        links?.some((link) => link.household === id && Boolean(link.cover) === cover && holds(link, at)),
      );
    const [worker, cover] = [tied(false), tied(true)];
    return {
      ...(worker ? { worker: { id: worker._id, name: worker.name } } : {}),
      ...(cover ? { cover: { id: cover._id, name: cover.name } } : {}),
    };
  };
}

/** Too few, too many, nobody: shown, not enforced. Some grids at a time. */
export async function limits({ input, caller: { person }, at }: Call<'registry.limits'>) {
  const scope = input.area;
  mustKeep(person, scope, 'area');
  const grids = (await areasUnder(scope)).filter(
    ({ level, _id }) => level === 'grid' && _id > (input.after ?? ''),
  );
  const page = grids.slice(0, looked(grids));
  const desks = page.flatMap(({ _id }) => [deskKey('worker', _id), deskKey('chief', _id)]);
  const [people, homes] = await Promise.all([
    all('people', (some) => some.where({ desks: _.in(desks) }).limit(1000)),
    householdsOf(page),
  ]);
  const live = homes.filter(({ ended }) => !ended);
  const near = workersOfHouseholds(people, at);
  const far = workersOfHouseholds(
    await peopleLinkedTo(live.flatMap(({ _id }) => (near.has(_id) ? [] : [_id]))),
    at,
  );
  const workers = people.filter((one) => postsOf(one, 'worker').length > 0);
  const loads = workers.map((one) => ({ one, households: load(one, at) }));
  const next = page.length < grids.length ? page.at(-1)?._id : undefined;
  return {
    workers: loads
      .filter(({ households: count }) => count < FEWEST || count > MOST)
      .map(({ one, households: count }) => ({
        id: one._id,
        name: one.name,
        areaPath: postsOf(one, 'worker')[0]?.areaPath ?? '',
        households: count,
      })),
    chiefless: page
      .filter(({ _id }) => !people.some((one) => one.desks.includes(deskKey('chief', _id))))
      .map(({ _id, path }) => ({ code: _id, path })),
    workerless: live
      .filter(({ _id }) => !near.has(_id) && !far.has(_id))
      .map(({ _id, head, address, area }) => ({ id: _id, head, address, area })),
    ...(next ? { next } : {}),
    asOf: at,
  };
}

/** How many grids, in order, one answer can look through: at least one. */
function looked(grids: readonly Area[]): number {
  let seen = 0;
  const many = grids.findIndex(({ households: count }, index) => {
    seen += count;
    return index > 0 && seen > LOOKED_THROUGH;
  });
  return Math.min(many === -1 ? grids.length : many, 50);
}

function load({ links = [] }: Person, at: Millis): number {
  return links.filter((link) => !link.cover && holds(link, at)).length;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
