import { type Kind, SHEETS } from '../../domain/registry/sheets';
import { gb18030 } from './registry.gb18030';
import { csvText, registryOf, type Sheets, send, VILLAGE, villageSheets, workbookOf } from './registry.stage';
import { startWorld, type World } from './world';

const SIZE = { grids: 25, workersPerGrid: 10, householdsPerWorker: 12 };

/** Sheet, column, what is said of it, and the cells that are typed wrong. */
type Mistake = [kind: Kind, column: string, code: string, cells: Record<number, string>];

/** Forty mistakes as people make them. */
const MISTAKES: Mistake[] = [
  ['grids', '网格编码', 'code-form', { 0: '15062510020810' }],
  ['grids', '网格编码', 'missing', { 0: '' }],
  ['grids', '网格名称', 'missing', { 1: ' ' }],
  ['grids', '网格名称', 'too-long', { 1: '格'.repeat(31) }],
  ['grids', '网格编码', 'unknown-village', { 0: '150625100999001' }],
  ['grids', '网格编码', 'unknown-village', { 0: '150626100208001' }],
  ['grids', '网格编码', 'duplicate-grid', { 0: '150625100208124' }],
  ['people', '编号', 'missing', { 0: '' }],
  ['people', '编号', 'id-form', { 0: '张三' }],
  ['people', '姓名', 'missing', { 1: '' }],
  ['people', '姓名', 'name-form', { 1: '额尔德尼·'.repeat(7) }],
  ['people', '姓名', 'name-form', { 1: '巴特尔2' }],
  ['people', '姓名', 'name-form', { 1: '巴*' }],
  ['people', '手机号', 'phone-form', { 2: '1990000000' }],
  ['people', '手机号', 'phone-form', { 2: '199****0002' }],
  ['people', '岗位', 'missing', { 3: '' }],
  ['people', '岗位', 'unknown-post', { 3: '联络员' }],
  ['people', '区域编码', 'post-level', { 4: '150625100208' }],
  ['people', '区域编码', 'unknown-area', { 4: '150625100208999' }],
  ['people', '区域编码', 'missing', { 4: '' }],
  ['people', '单位', 'too-long', { 5: '旗'.repeat(61) }],
  ['people', '编号', 'duplicate-person', { 0: 'w150625100208125-8', 1: '另一人' }],
  ['households', '户编号', 'missing', { 0: '' }],
  ['households', '户编号', 'id-form', { 0: '户 101/' }],
  ['households', '网格编码', 'missing', { 1: '' }],
  ['households', '网格编码', 'code-form', { 1: '150625100208' }],
  ['households', '网格编码', 'unknown-area', { 1: '150625100208777' }],
  ['households', '户主', 'missing', { 2: '' }],
  ['households', '户主', 'name-form', { 2: '乌云100' }],
  ['households', '人口', 'members-form', { 3: '0' }],
  ['households', '人口', 'members-form', { 3: '31' }],
  ['households', '人口', 'members-form', { 3: '三' }],
  ['households', '人口', 'missing', { 3: '' }],
  ['households', '电话', 'phone-form', { 4: '电话没有' }],
  ['households', '住址', 'missing', { 5: '' }],
  ['households', '住址', 'too-long', { 5: '社'.repeat(81) }],
  ['households', '冬营地', 'too-long', { 6: '沙'.repeat(81) }],
  ['households', '网格员编号', 'unknown-worker', { 7: 'w-nobody' }],
  ['households', '户编号', 'duplicate-household', { 0: 'h150625100208125-100', 7: 'w150625100208125-8' }],
  ['households', '网格员编号', 'two-workers', { 0: 'h150625100208101-0', 7: 'w150625100208101-1' }],
];

/** A row like the first one of its sheet, with a number of its own that nothing else names. */
function spareRow(kind: Kind, sheets: Sheets, n: number): string[] {
  const row = [...sheets[kind][1]!];
  if (kind === 'grids') return [`${VILLAGE}${800 + n}`, row[1]!];
  row[0] = `spare-${n}`;
  if (kind === 'households') row[5] = `三社${n}号`;
  return row;
}

/** Plants the mistakes, each in a row of its own at the end of its sheet. @returns where they stand */
function plant(sheets: Sheets): string[] {
  return MISTAKES.map(([kind, column, code, cells], n) => {
    const row = spareRow(kind, sheets, n);
    for (const [cell, text] of Object.entries(cells)) row[Number(cell)] = text;
    sheets[kind].push(row);
    return `${SHEETS[kind].name} ${sheets[kind].length} ${column} ${code}`;
  });
}

describe('registry.check', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const check = async (content: Buffer, name?: string) =>
    world.ok('admin', 'registry.check', { import: await send(world, content, name) });

  test('forty planted mistakes among 3,000 households are told with sheet, row and column, and nothing is written', async () => {
    const before = await registryOf(world);
    const sheets = villageSheets(SIZE);
    const planted = plant(sheets);
    const answer = await check(await workbookOf(sheets));
    const told = answer.faults.map(({ sheet, row, column, code }) => `${sheet} ${row} ${column} ${code}`);
    expect(planted).toHaveLength(40);
    expect([told, answer.count]).toEqual([planted, 40]);
    expect(answer.faults.every(({ words }) => /[一-鿿]/.test(words.zh) && /[a-z]/.test(words.en))).toBe(true);
    expect(await registryOf(world)).toBe(before);
    await expect(world.documents('imports')).resolves.toMatchObject([{ state: 'refused', faults: 40 }]);
  });

  test('a file is held against what stands: other grid, other worker, the same house under another number', async () => {
    const sheets = villageSheets({ grids: 0, workersPerGrid: 0, householdsPerWorker: 0 });
    const grid = '150625100208001';
    sheets.households.push(
      ['h1', '150625100208002', '户主', '3', '', '一社1号', '', ''],
      ['h2', grid, '户主', '3', '', '一社2号', '', 'colleague'],
      ['h900', grid, '户主', '3', '', '一社2号', '', 'worker'],
      ['h901', grid, '户主', '3', '', '一社2号', '', 'chief'],
    );
    const { faults } = await check(await workbookOf(sheets));
    expect(faults.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '2 网格编码 other-grid',
      '3 网格员编号 linked-elsewhere',
      '4 住址 same-house',
      '5 网格员编号 unknown-worker',
      '5 住址 same-house',
    ]);
    expect(faults[1]!.words.zh).toContain('刘志强');
  });

  test('counts what is new, changed and the same', async () => {
    const sheets = villageSheets({ grids: 1, workersPerGrid: 1, householdsPerWorker: 2 });
    sheets.grids.push(['150625100208001', '第1网格']);
    sheets.people.push(['worker', '刘志强', '', '网格员', '150625100208001', '']);
    sheets.people.push(['colleague', '乌云娜', '', '网格员', '150625100208001', '']);
    const { tallies, links, count } = await check(await workbookOf(sheets));
    expect([tallies, links, count]).toEqual([
      {
        grids: { new: 1, changed: 0, same: 1 },
        people: { new: 2, changed: 1, same: 1 },
        households: { new: 2, changed: 0, same: 0 },
      },
      2,
      0,
    ]);
  });

  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['GB18030, as Excel on Chinese Windows saves it', gb18030],
  ])('a CSV in %s tells its kind by its header', async (_, encode) => {
    const rows = villageSheets({ grids: 2, workersPerGrid: 1, householdsPerWorker: 1 }).grids;
    const { tallies, count } = await check(encode(csvText(rows)), '网格.csv');
    expect([tallies.grids.new, count]).toEqual([2, 0]);
  });

  test('a missing column and an unknown sheet are told, example rows are passed over', async () => {
    const sheets = villageSheets({ grids: 1, workersPerGrid: 0, householdsPerWorker: 0 });
    sheets.people[0]![3] = '职务';
    sheets.grids.push(['例：150625100208001', '例']);
    const { faults, tallies } = await check(await workbookOf(sheets));
    expect(faults).toMatchObject([{ sheet: '人员', row: 1, column: '岗位', code: 'no-column' }]);
    expect(tallies.grids.new).toBe(1);
    const csv = Buffer.from('甲,乙\r\n1,2');
    expect((await check(csv, 'x.csv')).faults).toMatchObject([{ row: 1, code: 'unknown-sheet' }]);
  });

  test('what is no workbook, is unknown or is not sent whole is refused in words', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(
      await world.refused('admin', 'registry.check', { import: await send(world, old, 'a.xls') }),
    ).toMatchObject({
      code: 'BAD_INPUT',
      path: 'import',
    });
    const broken = Buffer.from('504b030400000000', 'hex');
    expect(
      await world.refused('admin', 'registry.check', { import: await send(world, broken) }),
    ).toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(await world.refused('admin', 'registry.check', { import: 'a'.repeat(64) })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const half = { import: 'b'.repeat(64), name: 'a.csv', of: 2, base64: 'AAAA' };
    await world.ok('admin', 'registry.upload', { ...half, part: 1 });
    expect(await world.refused('admin', 'registry.check', { import: half.import })).toMatchObject({
      code: 'NOT_NOW',
    });
    await world.ok('admin', 'registry.upload', { ...half, part: 0 });
    expect(await world.refused('admin', 'registry.check', { import: half.import })).toMatchObject({
      code: 'BAD_INPUT',
    });
  });
});
