import type { Area, AreaCode } from '../../domain/area/area';
import type { Person } from '../../domain/person/person';
import type { HouseholdFacts } from '../../domain/registry/standing';
import { inLanes, inParts } from '../kit/batches';
import { _, db } from '../kit/cloud';
import { all, type CollectionName, type Documents } from '../kit/collections';

/** The platform answers no more documents at once. */
export const PAGE = 1000;
const LANES = 4;
/** Households that a group of grids may have, so that one page nearly always holds them. */
const GROUP = 700;
/** While an import is being written nobody has counted yet: a grid is taken for this large at least. */
const AT_LEAST = 100;

const FACTS = {
  rev: true,
  area: true,
  head: true,
  members: true,
  phone: true,
  address: true,
  winter: true,
  ended: true,
};

type Filter = Record<string, unknown>;

/** Every document that fits, page by page in the order of the keys. */
export async function every<N extends CollectionName>(
  name: N,
  filter: Filter,
  fields: Record<string, boolean> = {},
): Promise<Documents[N][]> {
  const found: Documents[N][] = [];
  for (;;) {
    const last = found.at(-1)?._id;
    const page = await all(name, (some) =>
      some
        .where(last === undefined ? filter : { ...filter, _id: _.gt(last) })
        .field(fields)
        .orderBy('_id', 'asc')
        .limit(PAGE),
    );
    found.push(...page);
    if (page.length < PAGE) return found;
  }
}

export function startsWith(text: string) {
  return db.RegExp({ regexp: `^${text}` });
}

export function areasUnder(code: AreaCode): Promise<Area[]> {
  return every('areas', { _id: startsWith(code) });
}

export function workersUnder(code: AreaCode): Promise<Person[]> {
  return every('people', { desks: startsWith(`worker@${code}`) });
}

export async function peopleNamed(ids: readonly string[]): Promise<Person[]> {
  const found: Person[] = [];
  await inLanes(inParts(ids, PAGE), LANES, async (some) => {
    found.push(...(await all('people', (people) => people.where({ _id: _.in(some) }).limit(PAGE))));
  });
  return found;
}

/** Who is or was tied to one of these households. */
export async function peopleLinkedTo(households: readonly string[]): Promise<Person[]> {
  if (households.length === 0) return [];
  return every('people', { 'links.household': _.in([...households]) });
}

/** All households of these grids, grids together as long as one page holds them. */
export async function householdsOf(
  grids: readonly Pick<Area, '_id' | 'households'>[],
): Promise<HouseholdFacts[]> {
  const found: HouseholdFacts[] = [];
  await inLanes(groups(grids), LANES, async (codes) => {
    found.push(...(await every('households', { area: _.in(codes) }, FACTS)));
  });
  return found;
}

export async function householdsNamed(ids: readonly string[]): Promise<HouseholdFacts[]> {
  const found: HouseholdFacts[] = [];
  await inLanes(inParts(ids, PAGE), LANES, async (some) => {
    found.push(
      ...(await all('households', (cards) =>
        cards
          .where({ _id: _.in(some) })
          .field(FACTS)
          .limit(PAGE),
      )),
    );
  });
  return found;
}

function groups(grids: readonly Pick<Area, '_id' | 'households'>[]): AreaCode[][] {
  const grouped: AreaCode[][] = [];
  let room = 0;
  for (const { _id, households } of grids) {
    const size = Math.max(households, AT_LEAST);
    const group = grouped.at(-1);
    if (group && size <= room) {
      group.push(_id);
      room -= size;
    } else {
      grouped.push([_id]);
      room = GROUP - size;
    }
  }
  return grouped;
}
