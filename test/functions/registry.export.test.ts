import { inflateRawSync } from 'node:zlib';
import type { Access } from '../../domain/registry/access';
import { GRID, VILLAGE } from './people';
import { send } from './registry.stage';
import { startWorld, type World } from './world';

describe('registry.export and registry.template', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const bytes = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());

  test('masked unless asked otherwise, in the columns of the import, and written down', async () => {
    const input = { area: VILLAGE, kind: 'households' as const, format: 'csv' as const };
    const { url, count, name } = await world.ok('secretary', 'registry.export', input);
    const text = (await bytes(url)).toString();
    expect([count, name]).toEqual([24, `户-${VILLAGE}.csv`]);
    expect(text.startsWith('\ufeff户编号,网格编码,户主,人口,电话,住址,冬营地,网格员编号\r\n')).toBe(true);
    expect(text).toContain(`h1,${GRID},户**,3,199****1234,一社1号,,worker\r\n`);
    expect(text).not.toContain('19900001234');
    expect(await world.documents<Access>('accesses')).toMatchObject([
      { what: 'export', area: VILLAGE, by: { person: 'secretary', name: '张建国' }, masked: true, count: 24 },
    ]);
  });

  test('unmasked only for the administrator, with a reason that is kept', async () => {
    const input = { area: VILLAGE, kind: 'people' as const, format: 'csv' as const, unmasked: true };
    expect(await world.refused('admin', 'registry.export', input)).toMatchObject({ path: 'reason' });
    const reason = '年度核对';
    expect(await world.refused('secretary', 'registry.export', { ...input, reason })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await world.documents('accesses')).toEqual([]);
    const { url } = await world.ok('admin', 'registry.export', { ...input, reason });
    expect((await bytes(url)).toString()).toContain(`worker,刘志强,19900000001,网格员,${GRID},`);
    expect(await world.documents<Access>('accesses')).toMatchObject([{ masked: false, reason }]);
  });

  test('a workbook that another reader opens: text cells, header first', async () => {
    const input = { area: VILLAGE, kind: 'grids' as const, format: 'xlsx' as const };
    const { url } = await world.ok('admin', 'registry.export', input);
    expect(cellsOf(await bytes(url), 1)).toEqual([
      ['网格编码', '网格名称'],
      ['150625100208001', '第1网格'],
      ['150625100208002', '第2网格'],
    ]);
  });

  test('what was exported unmasked is imported again without a change', async () => {
    for (const kind of ['grids', 'people'] as const) {
      const input = { area: '150625', kind, format: 'xlsx' as const, unmasked: true, reason: '核对' };
      const { url } = await world.ok('admin', 'registry.export', input);
      const answer = await world.ok('admin', 'registry.check', {
        import: await send(world, await bytes(url)),
      });
      expect(answer.faults).toEqual([]);
      expect(answer.tallies[kind]).toMatchObject({ new: 0, changed: 0 });
      expect(answer.tallies[kind].same).toBeGreaterThan(2);
    }
  });

  test('the template has the three sheets and explains them; as it is it holds nothing', async () => {
    const { base64 } = await world.ok('admin', 'registry.template', {});
    const book = Buffer.from(base64, 'base64');
    expect([1, 2, 3].map((sheet) => cellsOf(book, sheet)[0]![0])).toEqual(['网格编码', '编号', '户编号']);
    expect(cellsOf(book, 4).flat().join()).toContain('七选一');
    expect(await world.refused('admin', 'registry.check', { import: await send(world, book) })).toMatchObject(
      {
        code: 'BAD_INPUT',
      },
    );
  });

  test('the next village is none of one’s business', async () => {
    const input = { area: '150625100211', kind: 'households', format: 'csv' };
    expect(await world.refused('secretary', 'registry.export', input)).toMatchObject({ code: 'NOT_YOURS' });
  });
});

/** Reads a sheet by the letter of the format (ECMA-376), with nothing of the product: the ZIP's directory, then the XML. */
function cellsOf(book: Buffer, sheet: number): string[][] {
  const files = unzipped(book);
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    textOf(si!),
  );
  const xml = files.get(`xl/worksheets/sheet${sheet}.xml`)!;
  return [...xml.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes, cell = '']) =>
      /t="s"/.test(attributes!) ? shared[Number(/<v>(\d+)<\/v>/.exec(cell)?.[1])]! : textOf(cell),
    ),
  );
}

function textOf(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<');
}

function unzipped(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, name, extra, comment] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      ...[28, 30, 32].map((field) => zip.readUInt16LE(at + field)),
    ] as [number, number, number, number, number];
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(begin, begin + size);
    files.set(
      zip.toString('utf8', at + 46, at + 46 + name),
      (method === 0 ? packed : inflateRawSync(packed)).toString(),
    );
    at += 46 + name + extra + comment;
  }
  return files;
}
