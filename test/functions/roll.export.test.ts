import mammoth from 'mammoth';
import readXlsx from 'read-excel-file/node';
import type { Person } from '../../domain/person/person';
import type { PointsBook } from '../../domain/points/book';
import { newBook } from '../../domain/points/book';
import type { Access } from '../../domain/registry/access';
import { candidate, entry, YEAR } from '../domain/evaluations';
import { GRID, NOW, VILLAGE } from './people';
import { CANDIDATES, evaluated } from './roll.stage';
import { startWorld, type World } from './world';

const INPUT = { village: VILLAGE, year: YEAR, reason: '年度考核' };
const HASH = 'a1'.repeat(32);

/** Figures as an independent reader finds them, against what the screen is told. */
describe('roll.export', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const fetched = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());
  const sheetsOf = async (what: 'list' | 'pay' | 'appraisal') => {
    const { url, ...answer } = await world.ok('secretary', 'roll.export', { ...INPUT, what });
    const sheets = await readXlsx(await fetched(url));
    return { answer, sheet: (name: string) => sheets.find(({ sheet }) => sheet === name)!.data };
  };

  test('the list: ranks, parts and scores as on the screen, the hash, and every entry with its cause', async () => {
    await evaluated(world, {}, [...CANDIDATES, candidate('ill', undefined, { exempt: { why: 'leave' } })]);
    await world.cloud.store.bulkInsert('books', [{ ...bookOf('worker') }]);
    await world.runTimer('roll');
    const { answer, sheet } = await sheetsOf('list');
    expect(answer).toMatchObject({ name: '评议名单-胜利村委会-2025.xlsx', hash: HASH, count: 11 });
    const [head, ...rows] = sheet('名单');
    const column = (name: string) => rows.map((row) => row[head!.indexOf(name)]);
    expect(column('名次')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null]);
    expect(column('总分')).toEqual([95.5, 90, 89, 88, 87, 86, 85, 84, 83, 61, null]);
    expect([rows[0]![1], rows.at(-1)![head!.indexOf('等次')]]).toEqual(['刘志强', '免评：休假']);
    // The screens and the paper say the same.
    const { top, hash } = await world.ok('secretary', 'roll.open', {});
    expect([rows[0]![0], column('总分')[0], column('编号')[0]]).toEqual([
      top[0]!.rank,
      top[0]!.score,
      top[0]!.subject,
    ]);
    const shown = await world.ok('secretary', 'evaluation.open', { village: VILLAGE, year: YEAR });
    const figures = new Map(shown.candidates.map((one) => [one.person, one]));
    for (const row of rows) {
      const one = figures.get(String(row[head!.indexOf('编号')]))!;
      expect(
        ['总分', '积分部分', '居民部分', '评议部分', '积分', '居民答复数', '评议人数'].map(
          (name) => row[head!.indexOf(name)] ?? undefined,
        ),
      ).toEqual([
        one.score,
        one.points.score,
        one.residents.score,
        one.review.score,
        one.points.total,
        one.residents.n,
        one.review.n,
      ]);
    }
    expect([shown.hash, rows.length]).toEqual([hash, figures.size]);
    const about = new Map(sheet('说明').map(([key, value]) => [key, value]));
    expect([about.get('名单校验值'), about.get('规则版本'), hash]).toEqual([HASH, 'default.1', HASH]);
    const [entryHead, ...entries] = sheet('积分明细');
    const amounts = entries.map((row) => Number(row[entryHead!.indexOf('分')]));
    expect(amounts.reduce((sum, one) => sum + one, 0)).toBe(bookOf('worker').total);
    expect(entries.map((row) => row[entryHead!.indexOf('因由')])).toEqual([
      'coverage-2025-W20',
      'solved-p1',
      'undo',
    ]);
    expect(entries[0]![entryHead!.indexOf('规则说明')]).toMatch(/周/);
  });

  test('performance pay for village cadres, the appraisal basis for everybody else', async () => {
    await evaluated(world);
    const [worker] = (await world.documents<Person>('people')).filter(({ _id }) => _id === 'worker');
    const chief = { role: 'chief', area: GRID, areaPath: '' };
    world.change('people', 'worker', { posts: [...worker!.posts, chief] });
    const pay = (await sheetsOf('pay')).sheet('绩效依据');
    expect(pay.slice(1).map(([name, post]) => [name, post])).toEqual([['刘志强', '网格长']]);
    expect(pay[1]![pay[0]!.indexOf('总分')]).toBe(95.5);
    const appraisal = (await sheetsOf('appraisal')).sheet('考核依据');
    expect(appraisal.slice(1).map(([name]) => name)).toEqual(CANDIDATES.slice(1).map(({ name }) => name));
    expect(JSON.stringify(pay[0])).not.toMatch(/元|金额/);
  });

  test('a letter for each unit in charge, about its own people, the hash printed', async () => {
    await evaluated(world);
    const [worker] = (await world.documents<Person>('people')).filter(({ _id }) => _id === 'worker');
    world.change('people', 'worker', {
      posts: worker!.posts.map((post) => ({ ...post, unit: '旗水利局 <党支部>' })),
    });
    const { url, count, name } = await world.ok('official', 'roll.export', { ...INPUT, what: 'letters' });
    expect([count, name]).toEqual([2, '致主管单位的函-胜利村委会-2025.docx']);
    const buffer = await fetched(url);
    const { value: html, messages } = await mammoth.convertToHtml({ buffer });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const tables = html.split('<table>').slice(1).map(rowsOf);
    const sizes = tables.map((rows) => rows.length - 1).sort();
    expect(sizes).toEqual([1, 9]);
    const own = tables.find((rows) => rows.length === 2)!;
    expect(own[1]).toEqual(['刘志强', '锡尼镇·胜利村委会·第1网格', '80', '90', '85', '95.5', '优秀']);
    const { value: text } = await mammoth.extractRawText({ buffer });
    expect(text.split(HASH)).toHaveLength(3);
    expect(text).toContain('旗水利局 <党支部>：');
    expect(text).toContain('锡尼镇党委：');
    expect(tables.flat().map(([who]) => who)).toEqual(
      expect.arrayContaining(CANDIDATES.map(({ name: one }) => one)),
    );
  });

  test('written down with its reason before it can be opened', async () => {
    await evaluated(world);
    await world.ok('supervisor', 'roll.export', { ...INPUT, what: 'list' });
    expect(await world.documents<Access>('accesses')).toMatchObject([
      {
        what: 'evaluation',
        area: VILLAGE,
        by: { person: 'supervisor' },
        masked: false,
        reason: '年度考核',
        count: 10,
      },
    ]);
    const { reason: _, ...without } = INPUT;
    expect(await world.refused('secretary', 'roll.export', { ...without, what: 'list' })).toMatchObject({
      path: 'reason',
    });
  });

  test('nothing before it is final, nothing to a chief, nothing of another village', async () => {
    await evaluated(world, { state: 'signed' });
    const input = { ...INPUT, what: 'list' as const };
    expect(await world.refused('secretary', 'roll.export', input)).toMatchObject({ code: 'NOT_NOW' });
    expect(await world.refused('chief', 'roll.export', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await world.refused('farSecretary', 'roll.export', input)).toMatchObject({ code: 'NOT_YOURS' });
    // Who is secretary there and chief here is a chief here.
    const posts = [
      { role: 'secretary', area: '150625100211', areaPath: '' },
      { role: 'chief', area: GRID, areaPath: '' },
    ];
    world.change('people', 'farSecretary', { posts });
    expect(await world.refused('farSecretary', 'roll.export', input)).toMatchObject({ code: 'NOT_YOURS' });
    expect(await world.documents('accesses')).toEqual([]);
  });
});

function bookOf(worker: string): PointsBook {
  const entries = [
    entry('coverage-2025-W20', 2, {
      rule: 'coverage',
      measure: { n: 12, of: 12 },
      evidence: { kind: 'sheet', id: 's' },
    }),
    entry('solved-p1', 3, {
      rule: 'solved',
      at: NOW - 2e10,
      evidence: { kind: 'problem', id: 'p1' },
      reversedBy: 'undo',
    }),
    entry('undo', -3, {
      rule: 'solved',
      at: NOW - 1e10,
      evidence: { kind: 'entry', id: 'solved-p1' },
      reverses: 'solved-p1',
    }),
  ];
  const owner = {
    account: `worker.${worker}`,
    year: YEAR,
    area: VILLAGE,
    areaPath: '',
    grid: GRID,
    name: '刘志强',
  };
  return { ...newBook(owner), entries: Object.fromEntries(entries.map((one) => [one.cause, one])), total: 2 };
}

function rowsOf(html: string): string[][] {
  return [...html.split('</table>')[0]!.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) => cell!.replace(/<[^>]*>/g, '')),
  );
}
