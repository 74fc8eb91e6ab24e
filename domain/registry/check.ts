import { type AreaCode, areaAt, contains, isAreaCode, type Level, levelOf } from '../area/area';
import type { PostRole } from '../person/person';
import type { Millis } from '../time/shanghai';
import { type Fault, type FaultCode, faultIn } from './fault';
import type { Book, GridRow, HouseholdRow, PersonRow } from './rows';
import { type Standing, workersOfHouseholds } from './standing';

/** Where each post can be. */
const POST_LEVELS: Record<PostRole, { levels: readonly Level[]; said: string }> = {
  worker: { levels: ['grid'], said: '网格' },
  chief: { levels: ['grid'], said: '网格' },
  secretary: { levels: ['village'], said: '嘎查村' },
  official: { levels: ['township', 'banner'], said: '苏木镇或旗' },
  handler: { levels: ['village', 'township', 'banner'], said: '嘎查村、苏木镇或旗' },
  supervisor: { levels: ['township', 'banner'], said: '苏木镇或旗' },
  admin: { levels: ['banner'], said: '旗' },
};

/** Every fault of the file: of its rows by themselves, among each other, and against what stands. In the order of the rows. */
export function check(book: Book, standing: Standing, at: Millis): Fault[] {
  const faults = [...book.faults];
  const tell = (
    row: { sheet: string; row: number },
    column: string,
    code: FaultCode,
    value: string,
    what = '',
  ) => faults.push(faultIn({ sheet: row.sheet, row: row.row, column }, code, value, what));
  checkGrids(book.grids, standing, tell);
  const areas = knownAreas(book, standing);
  checkPeople(book.people, areas, tell);
  checkHouseholds(book, standing, areas, at, tell);
  const order = new Map([...new Set(faults.map(({ sheet }) => sheet))].map((sheet, index) => [sheet, index]));
  return faults.sort((a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row);
}

type Tell = (
  row: { sheet: string; row: number },
  column: string,
  code: FaultCode,
  value: string,
  what?: string,
) => void;

function checkGrids(grids: readonly GridRow[], { areas, scope }: Standing, tell: Tell): void {
  const seen = new Map<string, number>();
  for (const grid of grids) {
    if (grid.code === '') continue;
    const earlier = seen.get(grid.code);
    if (earlier !== undefined) tell(grid, '网格编码', 'duplicate-grid', grid.code, String(earlier));
    else seen.set(grid.code, grid.row);
    const village = areas.get(areaAt(grid.code, 'village'));
    if (village?.level !== 'village') tell(grid, '网格编码', 'unknown-village', grid.code);
    else if (!inScope(scope, grid.code)) tell(grid, '网格编码', 'unknown-area', grid.code);
  }
}

/** Areas that stand or that the file adds, within the administrator's scope. */
function knownAreas({ grids }: Book, { areas, scope }: Standing): ReadonlySet<AreaCode> {
  const codes = [...areas.keys(), ...grids.map(({ code }) => code)];
  return new Set(codes.filter((code) => inScope(scope, code)));
}

function inScope(scope: readonly AreaCode[], code: AreaCode): boolean {
  return scope.some((own) => contains(own, code));
}

function checkPeople(people: readonly PersonRow[], areas: ReadonlySet<AreaCode>, tell: Tell): void {
  const seen = new Map<string, PersonRow[]>();
  for (const person of people) {
    if (person.id !== '') {
      const earlier = seen.get(person.id) ?? [];
      const twin = earlier.find((one) => !isAnotherPost(one, person));
      if (twin) tell(person, '编号', 'duplicate-person', person.id, String(twin.row));
      seen.set(person.id, [...earlier, person]);
    }
    if (person.area === '') continue;
    const at = person.role && POST_LEVELS[person.role];
    if (at && isAreaCode(person.area) && !at.levels.includes(levelOf(person.area))) {
      tell(person, '区域编码', 'post-level', person.area, at.said);
    } else if (!areas.has(person.area)) tell(person, '区域编码', 'unknown-area', person.area);
  }
}

/** One person on two posts stands in two rows; anything else under the same number is a mistake. */
function isAnotherPost(a: PersonRow, b: PersonRow): boolean {
  return a.name === b.name && a.phone === b.phone && `${a.role}@${a.area}` !== `${b.role}@${b.area}`;
}

function checkHouseholds(
  { people, households }: Book,
  standing: Standing,
  areas: ReadonlySet<AreaCode>,
  at: Millis,
  tell: Tell,
): void {
  const workers = new Set(
    [...standing.people.values()]
      .filter(({ posts }) =>
        posts.some(({ role, area }) => role === 'worker' && inScope(standing.scope, area)),
      )
      .map(({ _id }) => _id),
  );
  for (const person of people) if (person.role === 'worker') workers.add(person.id);
  const holders = workersOfHouseholds(standing.people.values(), at);
  const seen = new Map<string, HouseholdRow>();
  const houses = housesBeside(households, standing);
  for (const row of households) {
    const earlier = row.id === '' ? undefined : seen.get(row.id);
    if (row.id !== '' && !earlier) seen.set(row.id, row);
    if (earlier && row.worker !== earlier.worker && row.worker !== '' && earlier.worker !== '')
      tell(row, '网格员编号', 'two-workers', row.worker, earlier.worker);
    else if (earlier) tell(row, '户编号', 'duplicate-household', row.id, String(earlier.row));
    checkHousehold(row, standing, areas, tell);
    if (row.worker !== '' && !workers.has(row.worker)) tell(row, '网格员编号', 'unknown-worker', row.worker);
    const holder = holders.get(row.id);
    if (row.worker !== '' && holder && holder._id !== row.worker)
      tell(row, '网格员编号', 'linked-elsewhere', row.worker, holder.name);
    if (earlier || row.area === '' || row.head === '' || row.address === '') continue;
    const house = houseKey(row);
    const same = houses.get(house);
    if (same !== undefined) tell(row, '住址', 'same-house', row.address, same);
    else houses.set(house, `第${row.row}行`);
  }
}

function checkHousehold(
  row: HouseholdRow,
  standing: Standing,
  areas: ReadonlySet<AreaCode>,
  tell: Tell,
): void {
  const stored = standing.households.get(row.id);
  if (row.area !== '' && !areas.has(row.area)) tell(row, '网格编码', 'unknown-area', row.area);
  else if (stored?.ended) tell(row, '户编号', 'ended', row.id);
  else if (stored && row.area !== '' && stored.area !== row.area)
    tell(row, '网格编码', 'other-grid', row.area, stored.area);
}

/** Houses that stand and that the file does not speak of, by grid, head and address. */
function housesBeside(rows: readonly HouseholdRow[], { households }: Standing): Map<string, string> {
  const named = new Set(rows.map(({ id }) => id));
  const beside = [...households.values()].filter(({ _id, ended }) => !ended && !named.has(_id));
  return new Map(beside.map((household) => [houseKey(household), `系统里的 ${household._id} `]));
}

function houseKey({ area, head, address }: { area: string; head: string; address: string }): string {
  return `${area}|${head}|${address}`;
}
