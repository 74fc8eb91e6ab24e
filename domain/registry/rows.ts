import type { PostRole } from '../person/person';
import { type Fault, type FaultCode, faultIn } from './fault';
import { EXAMPLE, EXPLANATIONS, KINDS, type Kind, POST_NAMES, SHEETS } from './sheets';

/** A sheet as it was read: text by row and column, the header first. */
export interface RawSheet {
  name: string;
  rows: readonly (readonly string[])[];
}

interface Row {
  sheet: string;
  /** As Excel counts. */
  row: number;
}

export interface GridRow extends Row {
  code: string;
  name: string;
}

export interface PersonRow extends Row {
  id: string;
  name: string;
  phone: string;
  /** As written until it is known to be a post. */
  post: string;
  role: PostRole | undefined;
  area: string;
  unit: string;
}

export interface HouseholdRow extends Row {
  id: string;
  area: string;
  head: string;
  members: number;
  phone: string;
  address: string;
  winter: string;
  worker: string;
}

/** A file, row by row, each row by itself in order or told in `faults`. */
export interface Book {
  grids: GridRow[];
  people: PersonRow[];
  households: HouseholdRow[];
  faults: Fault[];
}

/** Sheets by their names or by their headers; other sheets are told as unknown, explanations and empty ones are passed over. */
export function bookOf(sheets: readonly RawSheet[]): Book {
  const book: Book = { grids: [], people: [], households: [], faults: [] };
  for (const sheet of sheets) {
    const header = sheet.rows[0] ?? [];
    if (sheet.name === EXPLANATIONS || header.every((cell) => plainText(cell) === '')) continue;
    const kind = kindOf(sheet.name, header);
    if (kind) readSheet(kind, sheet, header, book);
    else
      book.faults.push(faultIn({ sheet: sheet.name, row: 1, column: '' }, 'unknown-sheet', header.join(' ')));
  }
  return book;
}

/** The header tells more than the name: a CSV has no name. */
function kindOf(name: string, header: readonly string[]): Kind | undefined {
  const heads = new Set(header.map(headText));
  const byName = KINDS.find((kind) => SHEETS[kind].name === plainText(name));
  return (
    byName ??
    KINDS.find((kind) => SHEETS[kind].columns.every(({ head, needed }) => !needed || heads.has(head)))
  );
}

function readSheet(kind: Kind, sheet: RawSheet, header: readonly string[], book: Book): void {
  const { name, columns } = SHEETS[kind];
  const heads = header.map(headText);
  const places = new Map<string, number>(columns.map(({ key, head }) => [key, heads.indexOf(head)]));
  const absent = columns.filter(({ key, needed }) => needed && places.get(key) === -1);
  for (const { head } of absent)
    book.faults.push(faultIn({ sheet: name, row: 1, column: head }, 'no-column'));
  if (absent.length > 0) return;
  sheet.rows.forEach((cells, index) => {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) return;
    const reader = new RowReader(name, index + 1, (key) => cells[places.get(key) ?? -1] ?? '', book.faults);
    if (reader.text(columns[0].key).startsWith(EXAMPLE)) return;
    READERS[kind](reader, book);
  });
}

const READERS: Record<Kind, (row: RowReader, book: Book) => void> = {
  grids(row, book) {
    book.grids.push({
      ...row.place,
      code: row.checked('code', '网格编码', 'code-form', (code) => /^\d{15}$/.test(code), compact),
      name: row.checked('name', '网格名称', 'too-long', (name) => name.length <= 30),
    });
  },
  people(row, book) {
    const post = row.checked('role', '岗位', 'unknown-post', (name) => roleOf(name) !== undefined);
    book.people.push({
      ...row.place,
      id: row.checked('id', '编号', 'id-form', isId, compact),
      name: row.checked('name', '姓名', 'name-form', isName),
      phone: row.phone('phone', '手机号'),
      post,
      role: roleOf(post),
      area: row.checked(
        'area',
        '区域编码',
        'unknown-area',
        (code) => /^\d{6}(\d{3}){0,3}$/.test(code),
        compact,
      ),
      unit: row.optional('unit', '单位', 60),
    });
  },
  households(row, book) {
    book.households.push({
      ...row.place,
      id: row.checked('id', '户编号', 'id-form', isId, compact),
      area: row.checked('area', '网格编码', 'code-form', (code) => /^\d{15}$/.test(code), compact),
      head: row.checked('head', '户主', 'name-form', isName),
      members: Number(row.checked('members', '人口', 'members-form', isMembers, compact)),
      phone: row.phone('phone', '电话'),
      address: row.checked('address', '住址', 'too-long', (address) => address.length <= 80),
      winter: row.optional('winter', '冬营地', 80),
      worker: compact(row.text('worker')),
    });
  },
};

/** One row's cells, and the faults found in them. */
class RowReader {
  readonly place: Row;

  constructor(
    sheet: string,
    row: number,
    private readonly cell: (key: string) => string,
    private readonly faults: Fault[],
  ) {
    this.place = { sheet, row };
  }

  text(key: string): string {
    return plainText(this.cell(key));
  }

  /** A cell that must be filled, and pass. What does not pass reads as empty, so that nothing is said of it twice. */
  checked(
    key: string,
    column: string,
    code: FaultCode,
    passes: (text: string) => boolean,
    shape: (text: string) => string = (text) => text,
  ): string {
    const text = shape(this.text(key));
    if (text !== '' && passes(text)) return text;
    this.faults.push(faultIn({ ...this.place, column }, text === '' ? 'missing' : code, this.text(key)));
    return '';
  }

  optional(key: string, column: string, most: number): string {
    const text = this.text(key);
    if (text.length > most) this.faults.push(faultIn({ ...this.place, column }, 'too-long', text));
    return text;
  }

  phone(key: string, column: string): string {
    const written = this.text(key);
    const phone = compact(written)
      .replace(/^\+?86(?=1\d{10}$)/, '')
      .replace(/^(1\d{2})-?(\d{4})-?(\d{4})$/, '$1$2$3');
    if (written === '' || PHONE.test(phone)) return phone;
    this.faults.push(faultIn({ ...this.place, column }, 'phone-form', written));
    return '';
  }
}

const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/;
/** No dots: a household's number is a key in sheets, and a dot would be a path there. */
const ID = /^[A-Za-z0-9_@-]{1,80}$/;
/** 30 characters: clan, father's and own names of a Mongolian herder in full. */
const NAME = /^\p{L}[\p{L}\p{M}· -]{0,29}$/u;

const isId = (text: string): boolean => ID.test(text);
const isName = (text: string): boolean => NAME.test(text);
const isMembers = (text: string): boolean =>
  /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 30;

function roleOf(name: string): PostRole | undefined {
  return (Object.keys(POST_NAMES) as PostRole[]).find((role) => POST_NAMES[role] === name);
}

function plainText(cell: string): string {
  return cell.trim();
}

/** Codes and numbers: full-width digits become plain, spaces go. */
function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

function headText(cell: string): string {
  return cell.replace(/[\s*＊]/g, '');
}
