import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import readXlsx from 'read-excel-file/node';
import { listText } from '../../domain/evaluation/final';
import type { Person } from '../../domain/person/person';
import type { PointsBook } from '../../domain/points/book';
import { newBook } from '../../domain/points/book';
import type { Access } from '../../domain/registry/access';
import { entry } from '../domain/books';
import { candidate, finalEvaluation, YEAR } from '../domain/evaluations';
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

  test('the list: by name, parts and scores as on the screen, and every entry with its cause', async () => {
    await evaluated(world, {}, [...CANDIDATES, candidate('ill', undefined, { exempt: { why: 'leave' } })]);
    const late = entry('late', 9, { bookedAt: NOW });
    const book = bookOf('worker');
    await world.cloud.store.bulkInsert('books', [
      { ...book, entries: { ...book.entries, late } },
      // Of nobody on the list.
      { ...bookOf('stranger') },
    ]);
    await world.runTimer('roll');
    const { answer, sheet } = await sheetsOf('list');
    expect(answer).toMatchObject({ name: '评议名单-胜利村委会-2025.xlsx', hash: HASH, count: 11 });
    const [head, ...rows] = sheet('名单');
    const column = (name: string) => rows.map((row) => row[head!.indexOf(name)]);
    expect(head).not.toContain('名次');
    const names = column('姓名').map(String);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'zh')));
    expect(column('等次')[names.indexOf('名ill')]).toBe('免评：休假');
    const best = names.indexOf('刘志强');
    // The screens and the paper say the same.
    const { top, hash } = await world.ok('secretary', 'roll.open', {});
    expect([column('总分')[best], column('编号')[best]]).toEqual([top[0]!.score, top[0]!.subject]);
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

  test('the hash can be recomputed from the paper itself', async () => {
    const evaluation = finalEvaluation(CANDIDATES);
    const text = listText(evaluation);
    await evaluated(world, { hash: createHash('sha256').update(text).digest('hex') });
    const { answer, sheet } = await sheetsOf('list');
    const lines = sheet('校验原文')
      .slice(1)
      .map(([line]) => String(line));
    const again = createHash('sha256')
      .update(`${lines.join('\n')}\n`)
      .digest('hex');
    expect(again).toBe(answer.hash);
    expect(new Map(sheet('说明').map(([key, value]) => [key, value])).get('名单校验值')).toBe(again);
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
    expect(
      appraisal
        .slice(1)
        .map(([name]) => String(name))
        .sort(),
    ).toEqual(
      CANDIDATES.slice(1)
        .map(({ name }) => name)
        .sort(),
    );
    expect(JSON.stringify(pay[0])).not.toMatch(/元|金额/);
  });

  test('a letter for each unit in charge, about its own people, the hash printed', async () => {
    await evaluated(world);
    const [worker] = (await world.documents<Person>('people')).filter(({ _id }) => _id === 'worker');
    world.change('people', 'worker', {
      posts: worker!.posts.map((post) => ({ ...post, unit: '旗水利局 <党支部>' })),
    });
    const { url, count, name } = await world.ok('official', 'roll.export', { ...INPUT, what: 'letters' });
    expect([count, name]).toEqual([10, '致主管单位的函-胜利村委会-2025.zip']);
    const files = Object.entries(unzipSync(await fetched(url)));
    expect(files.map(([file]) => file).sort()).toEqual(['1-旗水利局 _党支部_.docx', '2-锡尼镇党委.docx']);
    const read = await Promise.all(
      files.map(async ([, bytes]) => {
        const buffer = Buffer.from(bytes);
        const { value: html, messages } = await mammoth.convertToHtml({ buffer });
        expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
        const { value } = await mammoth.extractRawText({ buffer });
        return { table: rowsOf(html.split('<table>')[1]!), value };
      }),
    );
    const tables = read.map(({ table }) => table);
    const own = read.find(({ table }) => table.length === 2)!;
    const sizes = tables.map((rows) => rows.length - 1).sort();
    expect(sizes).toEqual([1, 9]);
    expect(own.table[1]).toEqual(['刘志强', '锡尼镇·胜利村委会·第1网格', '80', '90', '85', '95.5', '优秀']);
    for (const { value } of read) expect(value).toContain(HASH);
    expect(own.value).toContain('旗水利局 <党支部>：');
    // Whoever signed, by name; nothing of another unit's people.
    expect(own.value).toContain('张建国签字');
    expect(own.value).not.toMatch(/网格员\d|锡尼镇党委/);
    expect(read.find(({ table }) => table.length === 10)!.value).toContain('锡尼镇党委：');
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
