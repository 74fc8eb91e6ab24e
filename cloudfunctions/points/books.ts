import { tiesToBook } from '../../domain/access/account';
import { mayTouch } from '../../domain/access/table';
import { type AreaCode, levelOf } from '../../domain/area/area';
import type { BookRow, Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { type AccountKind, accountOf, bookId, type Year } from '../../domain/points/account';
import type { PointsBook } from '../../domain/points/book';
import { yearBefore } from '../../domain/points/carry';
import { hasJoined } from '../../domain/points/membership';
import { shanghai } from '../../domain/time/shanghai';
import { logAccess } from '../kit/access-log';
import { type Owner, ownerOfWorker } from '../kit/book';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';
import { workersIn } from '../kit/workers';

const FIELDS = {
  account: true,
  kind: true,
  name: true,
  areaPath: true,
  total: true,
  settled: true,
  closed: true,
  joined: true,
  leftAt: true,
};

/**
 * The books of an area's accounts, by name: nobody is ranked outside the yearly evaluation. Workers and households of one
 * village, organisations of an area and of what lies right below it.
 */
export async function books({
  input: { area, kind, year: asked },
  caller: { person },
  at,
}: Call<'points.books'>): Promise<Outputs['points.books']> {
  const year = asked ?? shanghai(at).format('YYYY');
  const ties = tiesToBook({ account: accountOf(kind, ''), area }, person);
  if (!mayTouch('points.books', ties)) throw new Refusal('NOT_YOURS', { path: 'area' });
  const rows = await ROWS[kind](area, year);
  await logAccess(person, { at, what: 'points', area, masked: false, count: rows.length });
  return { year, rows: rows.sort((a, b) => a.name.localeCompare(b.name, 'zh')), asOf: at };
}

const ROWS: Record<AccountKind, (area: AreaCode, year: Year) => Promise<BookRow[]>> = {
  async worker(area, year) {
    mustBeVillage(area);
    const [workers, found] = await Promise.all([workersIn(area), booksIn(area, year, 'worker')]);
    return withEmpty(found, workers.map(ownerOfWorker));
  },
  async household(area, year) {
    mustBeVillage(area);
    const [found, before] = await Promise.all([
      booksIn(area, year, 'household'),
      booksIn(area, yearBefore(year), 'household'),
    ]);
    const known = new Set(found.map(({ account }) => account));
    // Early in a year it goes on from the one before; its book is written when something happens.
    const going = before.filter(({ account }) => !known.has(account));
    return withEmpty(found.filter(hasJoined), going.filter(hasJoined));
  },
  async organisation(area, year) {
    const areas = await all('areas', (some) =>
      some.where(_.or([{ _id: area }, { parent: area }])).limit(1000),
    );
    const owners = areas
      .filter(({ level }) => level !== 'grid')
      .map(({ _id, name, path }) => ({
        account: accountOf('organisation', _id),
        area: _id,
        areaPath: path,
        name,
      }));
    const ids = owners.map(({ account }) => bookId(account, year));
    const found = await all('books', (some) =>
      some
        .where({ _id: _.in(ids) })
        .field(FIELDS)
        .limit(1000),
    );
    return withEmpty(found, owners);
  },
};

function booksIn(area: AreaCode, year: Year, kind: AccountKind): Promise<PointsBook[]> {
  return all('books', (some) => some.where({ area, year, kind }).field(FIELDS).limit(1000));
}

/** One query holds a village's people, not a township's. */
function mustBeVillage(area: AreaCode): void {
  if (levelOf(area) === 'village') return;
  throw new Refusal('BAD_INPUT', {
    path: 'area',
    words: { zh: '请选一个嘎查村', en: 'Please choose a village' },
  });
}

/** Also whoever has no book yet, with nothing in it. */
function withEmpty(
  found: readonly PointsBook[],
  owners: readonly Pick<Owner, 'account' | 'name' | 'areaPath'>[],
): BookRow[] {
  const known = new Set(found.map(({ account }) => account));
  return [
    ...found.map(rowOf),
    ...owners
      .filter(({ account }) => !known.has(account))
      .map(({ account, name, areaPath }) => ({ account, name, areaPath, total: 0, closed: false })),
  ];
}

function rowOf({ account, name, areaPath, total, settled, closed }: PointsBook): BookRow {
  return {
    account,
    name,
    areaPath,
    total,
    ...(settled ? { settled } : {}),
    closed: closed !== undefined,
  };
}
