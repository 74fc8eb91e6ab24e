import type { Words } from '../error/refusal';

/** What is wrong in one cell, where a person can find it in Excel. */
export interface Fault {
  sheet: string;
  /** As Excel counts: the header is row 1. */
  row: number;
  column: string;
  code: FaultCode;
  /** What stands in the cell, shortened. */
  value: string;
  words: Words;
}

const plain = (zh: string, en: string) => (): Words => ({ zh, en });
const about = (zh: (what: string) => string, en: (what: string) => string) => (what: string) => ({
  zh: zh(what),
  en: en(what),
});

/** Everything that can be wrong with a file; `what` is the row or person that a fault points to. */
export const FAULTS = {
  'unknown-sheet': plain('不认识这张表，表头请照模板', 'Unknown sheet; use the headers of the template'),
  'no-column': plain('缺少这一列', 'This column is missing'),
  missing: plain('没有填', 'Nothing is filled in'),
  'id-form': plain(
    '编号只能用字母、数字、点和横线，80个以内',
    'Letters, digits, dots and dashes only, at most 80',
  ),
  'code-form': plain('编码应为15位数字', 'A code of 15 digits is needed'),
  'name-form': plain(
    '姓名30个字以内，可以有“·”和字母，不能有数字和别的符号',
    'At most 30 characters; letters and · only, no digits or symbols',
  ),
  'too-long': plain('写得太长了', 'Too long'),
  'phone-form': plain(
    '应为11位手机号，或带区号的座机',
    'A mobile number of 11 digits, or a landline with area code',
  ),
  'members-form': plain('人口应为1到30的整数', 'A whole number from 1 to 30'),
  'unknown-post': plain('没有这个岗位', 'There is no such post'),
  'post-level': about(
    (level) => `这个岗位要填${level}的编码`,
    (level) => `This post needs the code of: ${level}`,
  ),
  'unknown-area': plain('没有这个区域，或不归您管', 'There is no such area, or it is not yours'),
  'unknown-village': plain('前12位不是任何一个嘎查村', 'The first 12 digits are not a village'),
  'duplicate-grid': about(
    (row) => `与第${row}行的网格编码重复`,
    (row) => `The same grid code stands in row ${row}`,
  ),
  'duplicate-person': about(
    (row) => `与第${row}行的编号重复`,
    (row) => `The same number stands in row ${row}`,
  ),
  'duplicate-household': about(
    (row) => `与第${row}行的户编号重复`,
    (row) => `The same household number stands in row ${row}`,
  ),
  'same-house': about(
    (which) => `同一网格里${which}的户主和住址与这行一样`,
    (which) => `Same head and address in this grid: ${which}`,
  ),
  'other-grid': about(
    (area) => `这户登记在网格 ${area}，换网格请用“迁移”`,
    (area) => `This household stands in grid ${area}; use "move"`,
  ),
  ended: plain('这户已迁出或注销', 'This household has ended'),
  'unknown-worker': plain('没有这位网格员', 'There is no such grid worker'),
  'two-workers': about(
    (which) => `这户已写给另一位网格员（${which}）`,
    (which) => `This household is given to another worker (${which})`,
  ),
  'linked-elsewhere': about(
    (name) => `这户现在由${name}联系，换人请用“移交”`,
    (name) => `${name} looks after this household; use "hand over"`,
  ),
} as const satisfies Record<string, (what: string) => Words>;

export type FaultCode = keyof typeof FAULTS;

const SHOWN = 40;

export function faultIn(
  place: Pick<Fault, 'sheet' | 'row' | 'column'>,
  code: FaultCode,
  value = '',
  what = '',
): Fault {
  return { ...place, code, value: value.slice(0, SHOWN), words: FAULTS[code](what) };
}
