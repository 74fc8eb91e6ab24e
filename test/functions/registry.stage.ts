import { createHash } from 'node:crypto';
import writeXlsx from 'write-excel-file/node';
import { KINDS, type Kind, SHEETS } from '../../domain/registry/sheets';
import type { World } from './world';

/** A registry file by its cells: header first, as a person would type it. */
export type Sheets = Record<Kind, string[][]>;

export const VILLAGE = '150625100208';

interface Size {
  grids: number;
  workersPerGrid: number;
  householdsPerWorker: number;
}

/** A village that does not stand yet: grids from 101 on, a chief and workers each, households with and without winter camps. */
export function villageSheets(
  { grids, workersPerGrid, householdsPerWorker }: Size,
  village = VILLAGE,
): Sheets {
  const sheets: Sheets = {
    grids: [heads('grids')],
    people: [heads('people')],
    households: [heads('households')],
  };
  for (let g = 0; g < grids; g += 1) {
    const code = `${village}${101 + g}`;
    sheets.grids.push([code, `第${101 + g}网格`]);
    sheets.people.push([`c${code}`, '王·海', '19900000001', '网格长', code, '']);
    for (let w = 0; w < workersPerGrid; w += 1) {
      const worker = `w${code}-${w}`;
      sheets.people.push([worker, '额尔德尼·巴特尔', '199-0000-0002', '网格员', code, '']);
      for (let h = 0; h < householdsPerWorker; h += 1) {
        const number = w * householdsPerWorker + h;
        const winter = number % 7 === 0 ? '沙窝子，冬营地10公里' : '';
        const phone = number % 5 === 0 ? '' : '19900000003';
        sheets.households.push([
          `h${code}-${number}`,
          code,
          '乌云其木格',
          String(1 + (number % 6)),
          phone,
          `二社 渠南第${number}户`,
          winter,
          worker,
        ]);
      }
    }
  }
  return sheets;
}

function heads(kind: Kind): string[] {
  return SHEETS[kind].columns.map(({ head }) => head);
}

/** A workbook by a writer that the product's reader does not know. */
export function workbookOf(sheets: Sheets): Promise<Buffer> {
  return writeXlsx(KINDS.map((kind) => ({ sheet: SHEETS[kind].name, data: sheets[kind] }))).toBuffer();
}

export function csvText(rows: readonly string[][]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(',')).join('\r\n');
}

/** Sends a file in parts, as the page does. @returns the import's id */
export async function send(
  world: World,
  content: Buffer,
  name = '登记表.xlsx',
  size = 300_000,
): Promise<string> {
  const id = createHash('sha256').update(content).digest('hex');
  const of = Math.ceil(content.length / size);
  for (let part = 0; part < of; part += 1) {
    const base64 = content.subarray(part * size, (part + 1) * size).toString('base64');
    await world.ok('admin', 'registry.upload', { import: id, name, part, of, base64 });
  }
  return id;
}

/** Everything that an import may write, to see whether it did. */
export async function registryOf(world: World): Promise<string> {
  const [areas, people, households] = await Promise.all(
    ['areas', 'people', 'households'].map((name) => world.documents(name)),
  );
  return JSON.stringify([areas, people, households]);
}
