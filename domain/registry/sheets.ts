import type { PostRole } from '../person/person';

/** What a registry file can hold: 网格 (areas), 人员 (people with posts), 户 (households). */
export const KINDS = ['grids', 'people', 'households'] as const;
export type Kind = (typeof KINDS)[number];

export interface Column {
  key: string;
  /** As it stands in the first row of the sheet. */
  head: string;
  needed: boolean;
  /** Characters wide. */
  width: number;
  example: string;
  explain: string;
}

interface SheetShape {
  name: string;
  columns: readonly Column[];
}

const needed = true;

/** Sheets and columns, the same for import, template and export. */
export const SHEETS = {
  grids: {
    name: '网格',
    columns: [
      {
        key: 'code',
        head: '网格编码',
        needed,
        width: 18,
        example: '例：150625103212001',
        explain: '15位数字，前12位是所在嘎查村（社区）的编码',
      },
      { key: 'name', head: '网格名称', needed, width: 18, example: '第1网格', explain: '30个字以内' },
    ],
  },
  people: {
    name: '人员',
    columns: [
      {
        key: 'id',
        head: '编号',
        needed,
        width: 22,
        example: '例：w150625103212001-01',
        explain: '每人一个，字母、数字、点和横线，定了就不再改；同一人有几个岗位就写几行',
      },
      {
        key: 'name',
        head: '姓名',
        needed,
        width: 18,
        example: '额尔德尼·巴特尔',
        explain: '30个字以内，可以有间隔号“·”和字母，不能有数字和别的符号',
      },
      {
        key: 'phone',
        head: '手机号',
        needed: false,
        width: 15,
        example: '19900000001',
        explain: '11位手机号，或带区号的座机；空着表示不改',
      },
      {
        key: 'role',
        head: '岗位',
        needed,
        width: 14,
        example: '网格员',
        explain: '网格员、网格长、村党组织书记、镇旗干部、部门承办人、监督员、管理员，七选一',
      },
      {
        key: 'area',
        head: '区域编码',
        needed,
        width: 18,
        example: '150625103212001',
        explain:
          '网格员、网格长填网格（15位），书记填嘎查村（12位），其他填苏木镇（9位）或旗（6位），管理员填旗',
      },
      {
        key: 'unit',
        head: '单位',
        needed: false,
        width: 18,
        example: '',
        explain: '部门承办人写单位全称，其他人可以不写',
      },
    ],
  },
  households: {
    name: '户',
    columns: [
      {
        key: 'id',
        head: '户编号',
        needed,
        width: 22,
        example: '例：h150625103212001-001',
        explain: '每户一个，字母、数字、点和横线，定了就不再改',
      },
      {
        key: 'area',
        head: '网格编码',
        needed,
        width: 18,
        example: '150625103212001',
        explain: '15位数字，网格要在“网格”表里或系统里已有',
      },
      { key: 'head', head: '户主', needed, width: 18, example: '乌云其木格', explain: '与姓名的要求相同' },
      { key: 'members', head: '人口', needed, width: 8, example: '3', explain: '1到30的整数' },
      {
        key: 'phone',
        head: '电话',
        needed: false,
        width: 15,
        example: '19900000002',
        explain: '11位手机号，或带区号的座机；空着表示不改',
      },
      { key: 'address', head: '住址', needed, width: 28, example: '二社 渠南第3户', explain: '80个字以内' },
      {
        key: 'winter',
        head: '冬营地',
        needed: false,
        width: 24,
        example: '沙窝子，离夏营地10公里',
        explain: '牧户冬天住在哪里，没有就空着',
      },
      {
        key: 'worker',
        head: '网格员编号',
        needed: false,
        width: 22,
        example: 'w150625103212001-01',
        explain: '谁联系这户；已有网格员的户要换人，请在系统里用“移交”',
      },
    ],
  },
} as const satisfies Record<Kind, SheetShape>;

/** Posts as people write them. */
export const POST_NAMES: Record<PostRole, string> = {
  worker: '网格员',
  chief: '网格长',
  secretary: '村党组织书记',
  official: '镇旗干部',
  handler: '部门承办人',
  supervisor: '监督员',
  admin: '管理员',
};

/** A row whose first cell begins so is the template's example. */
export const EXAMPLE = '例：';
/** The template's sheet of explanations; never read. */
export const EXPLANATIONS = '说明';
