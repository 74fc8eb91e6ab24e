import type { AreaCode } from '../../domain/area/area';
import { Refusal } from '../../domain/error/refusal';
import { type Person, rolesOf } from '../../domain/person/person';
import { maskedName, maskedPhone } from '../../domain/registry/mask';
import { type Kind, POST_NAMES, SHEETS } from '../../domain/registry/sheets';
import { workersOfHouseholds } from '../../domain/registry/standing';
import type { Millis } from '../../domain/time/shanghai';
import { logAccess } from '../kit/access-log';
import { cloud, db } from '../kit/cloud';
import { newFolder, temporaryUrls } from '../kit/files';
import type { Call } from '../kit/serve';
import { areasUnder, every, householdsOf, workersUnder } from './reading';
import { mustKeep } from './scope';
import { csvOf, xlsxOf } from './workbook';

/** The columns of the import. Names and phones are hidden unless the administrator states a reason; each export is written down. */
export async function exportFile({ input, caller: { person }, at }: Call<'registry.export'>) {
  const { area, kind, format, unmasked, reason } = input;
  mustKeep(person, area, 'area');
  if (unmasked && !rolesOf(person).includes('admin')) throw new Refusal('FORBIDDEN', { path: 'unmasked' });
  const rows = await ROWS[kind](area, unmasked ? OPEN : MASKED, at);
  const content = format === 'xlsx' ? await xlsxOf(kind, rows) : csvOf(kind, rows);
  // Written down before it can be opened.
  await logAccess(person, {
    at,
    what: 'export',
    area,
    masked: !unmasked,
    ...(reason ? { reason } : {}),
    count: rows.length,
  });
  const cloudPath = `${newFolder(person._id)}/${kind}-${area}.${format}`;
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: content });
  const url = (await temporaryUrls([fileID])).get(fileID);
  if (!url) throw new Refusal('UNAVAILABLE');
  return { name: `${SHEETS[kind].name}-${area}.${format}`, url, count: rows.length, asOf: at };
}

interface Shown {
  name(name: string): string;
  phone(phone: string): string;
}

const OPEN: Shown = { name: (name) => name, phone: (phone) => phone };
const MASKED: Shown = { name: maskedName, phone: maskedPhone };

const ROWS: Record<Kind, (area: AreaCode, shown: Shown, at: Millis) => Promise<string[][]>> = {
  async grids(area) {
    const areas = await areasUnder(area);
    return areas.filter(({ level }) => level === 'grid').map(({ _id, name }) => [_id, name]);
  },
  async people(area, shown) {
    const staff = await every('people', { desks: db.RegExp({ regexp: `@${area}` }) });
    return staff.flatMap((person) => postRows(person, area, shown));
  },
  async households(area, shown, at) {
    const [areas, workers] = await Promise.all([areasUnder(area), workersUnder(area)]);
    const homes = await householdsOf(areas.filter(({ level }) => level === 'grid'));
    const holders = workersOfHouseholds(workers, at);
    return homes
      .filter(({ ended }) => !ended)
      .sort((a, b) => (a._id < b._id ? -1 : 1))
      .map(({ _id, area: grid, head, members, phone = '', address, winter = '' }) => [
        _id,
        grid,
        shown.name(head),
        String(members),
        shown.phone(phone),
        address,
        winter,
        holders.get(_id)?._id ?? '',
      ]);
  },
};

function postRows({ _id, name, phone = '', posts }: Person, area: AreaCode, shown: Shown): string[][] {
  return posts
    .filter((post) => post.area.startsWith(area))
    .map((post) => [
      _id,
      shown.name(name),
      shown.phone(phone),
      POST_NAMES[post.role],
      post.area,
      post.unit ?? '',
    ]);
}
