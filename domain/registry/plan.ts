import { type Area, type AreaCode, areaAt } from '../area/area';
import { gridOfWorker } from '../contact/duty';
import type { Household } from '../household/household';
import { deskKey, type Link, type Person, type Post } from '../person/person';
import type { Millis } from '../time/shanghai';
import type { Book, GridRow, HouseholdRow, PersonRow } from './rows';
import type { Kind } from './sheets';
import { type HouseholdFacts, type Standing, workersOfHouseholds } from './standing';

/** Of the rows of a sheet: how many are not there yet, differ, or stand as they are. */
export interface Tally {
  new: number;
  changed: number;
  same: number;
}

export interface Change<T> {
  before: T;
  /** Only what differs. */
  to: Partial<T>;
}

/** What has to be written until the registry says what the file says; nothing when it does. */
export interface Plan {
  tallies: Record<Kind, Tally>;
  /** New ties between workers and households. */
  links: number;
  areas: { insert: Area[]; change: Change<Area>[] };
  households: { insert: Household[]; change: Change<HouseholdFacts>[] };
  people: { insert: Person[]; change: Change<Person>[] };
}

/**
 * The difference between a file without faults and what stands. Made anew whenever an import goes on, so a file half
 * written, twice written or written by two at once ends the same. What the product keeps itself is never touched.
 * @param at from when new links hold: when the import was applied, the same each time it goes on
 */
export function planOf(file: Book, standing: Standing, at: Millis): Plan {
  // A row without a number is a fault, and counts as no change.
  const book = {
    grids: file.grids.filter(({ code }) => code !== ''),
    people: file.people.filter(({ id }) => id !== ''),
    households: file.households.filter(({ id }) => id !== ''),
  };
  const areas = planAreas(book.grids, standing);
  const households = planHouseholds(book.households, standing);
  const links = linksOf(book, standing, at);
  const paths = new Map(
    [
      ...standing.areas.values(),
      ...areas.insert,
      ...areas.change.map(({ before, to }) => ({ ...before, ...to })),
    ].map((area) => [area._id, area.path || area.name] as const),
  );
  const people = planPeople(book.people, standing, links, paths);
  return {
    tallies: { grids: areas.tally, people: people.tally, households: households.tally },
    links: [...links.values()].reduce((sum, some) => sum + some.length, 0),
    areas,
    households,
    people,
  };
}

/** How many documents a plan still writes. */
export function writesOf({ areas, households, people }: Plan): number {
  return [areas, households, people].reduce(
    (sum, { insert, change }) => sum + insert.length + change.length,
    0,
  );
}

function planAreas(rows: readonly GridRow[], { areas }: Standing) {
  const insert: Area[] = [];
  const change: Change<Area>[] = [];
  for (const { code, name } of rows) {
    const village = areas.get(areaAt(code, 'village'));
    const path = `${village?.path}·${name}`;
    const before = areas.get(code);
    if (!before) {
      insert.push({ _id: code, level: 'grid', name, path, parent: areaAt(code, 'village'), households: 0 });
    } else if (before.name !== name) change.push({ before, to: { name, path } });
  }
  return { insert, change, tally: tally(rows.length, insert.length, change.length) };
}

function planHouseholds(rows: readonly HouseholdRow[], { households }: Standing) {
  const insert: Household[] = [];
  const change: Change<HouseholdFacts>[] = [];
  for (const { id, area, head, members, phone, address, winter } of rows) {
    const before = households.get(id);
    const said = { head, members, address, ...(phone ? { phone } : {}), ...(winter ? { winter } : {}) };
    if (!before) insert.push({ _id: id, rev: 0, applied: [], outbox: [], area, ...said });
    else {
      const to = differing(before, said);
      if (to && !before.ended) change.push({ before, to });
    }
  }
  return { insert, change, tally: tally(rows.length, insert.length, change.length) };
}

/** New ties by worker: a household that nobody looks after yet goes to the worker whom the file names. */
function linksOf(
  book: Pick<Book, 'people' | 'households'>,
  { people, households }: Standing,
  at: Millis,
): Map<string, Link[]> {
  const holders = workersOfHouseholds(people.values(), at);
  const links = new Map<string, Link[]>();
  const posts = new Map(book.people.flatMap((row) => (row.role === 'worker' ? [[row.id, row.area]] : [])));
  const gridOf = (worker: string) => {
    const person = people.get(worker);
    return posts.get(worker) ?? (person && gridOfWorker(person));
  };
  for (const { id, worker, area } of book.households) {
    if (worker === '' || holders.has(id) || households.get(id)?.ended) continue;
    const own = links.get(worker);
    const link: Link = { household: id, from: at, ...(area && area !== gridOf(worker) ? { area } : {}) };
    if (own) own.push(link);
    else links.set(worker, [link]);
  }
  return links;
}

function planPeople(
  rows: readonly PersonRow[],
  standing: Standing,
  links: ReadonlyMap<string, Link[]>,
  paths: ReadonlyMap<AreaCode, string>,
) {
  const byPerson = grouped(rows);
  const insert: Person[] = [];
  const change: Change<Person>[] = [];
  let changed = 0;
  for (const [id, own] of byPerson) {
    const before = standing.people.get(id);
    const said = personOf(own, before, paths);
    const tied = linked(before, links.get(id));
    if (!before) insert.push({ _id: id, ...said, ...tied });
    else {
      const to = differing(before, said);
      if (to) changed += 1;
      if (to || tied) change.push({ before, to: { ...to, ...tied } });
    }
  }
  for (const [id, own] of links) {
    const before = standing.people.get(id);
    if (before && !byPerson.has(id)) change.push({ before, to: { ...linked(before, own) } });
  }
  return { insert, change, tally: tally(byPerson.size, insert.length, changed) };
}

function grouped(rows: readonly PersonRow[]): Map<string, PersonRow[]> {
  const groups = new Map<string, PersonRow[]>();
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group) group.push(row);
    else groups.set(row.id, [row]);
  }
  return groups;
}

function linked(
  before: Person | undefined,
  links: readonly Link[] | undefined,
): Pick<Person, 'links'> | undefined {
  return links && { links: [...(before?.links ?? []), ...links] };
}

/** The file says the posts of the roles it names; posts of other roles stay. */
function personOf(
  rows: readonly PersonRow[],
  before: Person | undefined,
  paths: ReadonlyMap<AreaCode, string>,
): Omit<Person, '_id'> {
  const roles = new Set(rows.map(({ role }) => role));
  const said: Post[] = rows.flatMap(({ role, area, unit }) => {
    const stands = before?.posts.find((post) => post.role === role && post.area === area);
    const named = unit || stands?.unit;
    return role ? [{ role, area, areaPath: paths.get(area) ?? '', ...(named ? { unit: named } : {}) }] : [];
  });
  const posts = [...said, ...(before?.posts ?? []).filter(({ role }) => !roles.has(role))];
  const [first] = rows;
  const phone = first?.phone || before?.phone;
  // A resident with a post goes on living at home.
  const home = before?.household ? before : undefined;
  return {
    name: first?.name ?? '',
    ...(phone ? { phone } : {}),
    posts,
    desks: posts.map((post) => deskKey(post.role, post.area, post.unit)),
    area: home?.area ?? posts[0]?.area ?? '',
    areaPath: home?.areaPath ?? posts[0]?.areaPath ?? '',
  };
}

/** The fields of `said` that stand otherwise, undefined when none does. */
function differing<T extends object>(before: T, said: Partial<T>): Partial<T> | undefined {
  const keys = Object.keys(said) as (keyof T)[];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(said[key]));
  if (changed.length === 0) return undefined;
  const to: Partial<T> = {};
  for (const key of changed) to[key] = said[key];
  return to;
}

function tally(rows: number, added: number, changed: number): Tally {
  return { new: added, changed, same: rows - added - changed };
}
