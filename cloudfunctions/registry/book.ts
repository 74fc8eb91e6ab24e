import Papa from 'papaparse';
import readXlsx from 'read-excel-file/universal';
import { Refusal } from '../../domain/error/refusal';
import { type Book, bookOf, type RawSheet } from '../../domain/registry/rows';

/** Rows of one file; a banner has 80,000. */
const MOST_ROWS = 200_000;

/** A workbook or a CSV, told by its first bytes. @throws Refusal BAD_INPUT, TOO_LARGE */
export async function readBook(content: Buffer): Promise<Book> {
  const sheets = await readSheets(content);
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows > MOST_ROWS) throw new Refusal('TOO_LARGE', { path: 'import' });
  const book = bookOf(sheets);
  if (book.faults.length + book.grids.length + book.people.length + book.households.length > 0) return book;
  throw unreadable('文件里没有内容', 'There is nothing in this file');
}

async function readSheets(content: Buffer): Promise<RawSheet[]> {
  const begin = content.subarray(0, 4).toString('hex');
  if (begin === 'd0cf11e0')
    throw unreadable(
      '这是旧的 .xls 文件，请在 Excel 里另存为 .xlsx',
      'This is an old .xls file; save it as .xlsx',
    );
  if (begin !== '504b0304') return [{ name: '', rows: readCsv(content) }];
  try {
    const bytes = new Uint8Array(content).buffer;
    const sheets = await readXlsx(bytes);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
  } catch (error) {
    console.warn('[registry] workbook', error);
    throw unreadable('这个文件打不开，请用 Excel 另存为 .xlsx 再试', 'This workbook cannot be read');
  }
}

/** Excel on Chinese Windows saves CSV as GB18030; what is valid UTF-8 is not that. */
function readCsv(content: Buffer): string[][] {
  const { data } = Papa.parse<string[]>(decoded(content), { delimitersToGuess: [',', '\t', ';'] });
  return data;
}

function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030').decode(content);
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

function unreadable(zh: string, en: string): Refusal {
  return new Refusal('BAD_INPUT', { path: 'import', words: { zh, en } });
}
