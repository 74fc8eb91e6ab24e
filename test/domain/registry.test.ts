import fc from 'fast-check';
import { caseload, type Link, type Person } from '../../domain/person/person';
import { goneOnLeave, handedOver } from '../../domain/registry/links';
import { maskedName, maskedPhone } from '../../domain/registry/mask';
import { planOf, writesOf } from '../../domain/registry/plan';
import { bookOf } from '../../domain/registry/rows';
import { SHEETS } from '../../domain/registry/sheets';
import type { Standing } from '../../domain/registry/standing';
import { atShanghai, DAY } from '../../domain/time/shanghai';

const NOW = atShanghai('2026-11-23 10:00');

function worker(id: string, links: Link[] = []): Person {
  return { _id: id, name: id, posts: [], desks: [], area: '', areaPath: '', links };
}

const homes = Array.from({ length: 6 }, (_, n) => `h${n}`);
const linksOf = (some: readonly string[]): Link[] =>
  some.map((household) => ({ household, from: NOW - 90 * DAY }));

describe('links', () => {
  test('whatever is handed over whenever: each household has one worker at each instant, and no link is lost', () => {
    const step = fc.record({
      pick: fc.uniqueArray(fc.constantFrom(...homes), { minLength: 1 }),
      there: fc.boolean(),
      days: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let [a, b] = [worker('a', linksOf(homes)), worker('b')];
        let at = NOW;
        for (const { pick, there, days } of steps) {
          at += days * DAY + 1;
          const [from, to] = there ? [a, b] : [b, a];
          const own = pick.filter((household) => caseload(from, at).includes(household));
          if (own.length === 0) continue;
          const ties = handedOver(from, to, own, at);
          const [after, next] = [
            { ...from, ...ties.from },
            { ...to, ...ties.to },
          ];
          expect((after.links ?? []).length + (next.links ?? []).length).toBeGreaterThanOrEqual(
            (from.links ?? []).length + (to.links ?? []).length,
          );
          [a, b] = there ? [after, next] : [next, after];
        }
        for (let day = NOW; day <= at; day += DAY / 2) {
          expect([...caseload(a, day), ...caseload(b, day)].sort()).toEqual(homes);
        }
      }),
    );
  });

  test('a cover has the caseload for the time of the leave and for no instant more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 60 }), (wait, days) => {
        const from = NOW + wait * DAY;
        const to = from + days * DAY;
        const { cover } = goneOnLeave(worker('a', linksOf(homes)), worker('b'), { from, to });
        const stood = worker('b', cover?.links);
        expect([from - 1, from, to - 1, to].map((at) => caseload(stood, at).length)).toEqual([0, 6, 6, 0]);
      }),
    );
  });
});

describe('rows', () => {
  const heads = SHEETS.households.columns.map(({ head }) => head);
  const read = (cells: string[]) => bookOf([{ name: '户', rows: [heads, cells] }]);
  const row = (change: Record<number, string>) => {
    const cells = ['h1', '150625100208001', '乌云', '3', '19900000001', '一社', '', ''];
    for (const [cell, text] of Object.entries(change)) cells[Number(cell)] = text;
    return cells;
  };

  test.each([
    '额尔德尼·巴特尔',
    '王',
    'Anna Maria',
    '乌审·'.repeat(10),
    '欧阳-娜',
  ])('%s is a name', (name) => {
    expect(read(row({ 2: name })).faults).toEqual([]);
  });

  test.each(['王2', '王*', '王，李', '·王', `${'乌审·'.repeat(10)}王`, '😀'])('%s is none', (name) => {
    expect(read(row({ 2: name })).faults).toMatchObject([{ row: 2, column: '户主', code: 'name-form' }]);
  });

  test.each([
    ['199-0000-0001', '19900000001'],
    ['+86 19900000001', '19900000001'],
    ['１９９ ００００ ０００１', '19900000001'],
    ['0477-6621234', '0477-6621234'],
    ['', ''],
  ])('the phone %j is %j', (typed, phone) => {
    const book = read(row({ 4: typed }));
    expect([book.faults, book.households[0]?.phone]).toEqual([[], phone]);
  });

  test('columns may stand in any order, with stars and spaces in their heads; blank rows keep the count', () => {
    const heads = [' 网格名称 ', '*网格编码'];
    const book = bookOf([{ name: '', rows: [heads, ['', ''], ['第1网格', '150625100208001']] }]);
    expect(book).toMatchObject({ faults: [], grids: [{ row: 3, code: '150625100208001', name: '第1网格' }] });
  });

  test('whatever the cells hold, reading tells faults and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { maxLength: 9 }), { maxLength: 5 }),
        (rows) => {
          const book = bookOf([{ name: '户', rows: [heads, ...rows] }]);
          expect(book.faults.every(({ row }) => row >= 1 && row <= rows.length + 1)).toBe(true);
        },
      ),
    );
  });
});

describe('plan', () => {
  const nothing: Standing = { scope: ['150625'], areas: new Map(), people: new Map(), households: new Map() };

  test('what was written differs no longer: the second plan writes nothing', () => {
    const household = fc.record({
      members: fc.integer({ min: 1, max: 30 }),
      worker: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(household, { maxLength: 20 }), (some) => {
        const rows = some.map(({ members, worker: who }, n) => [
          `h${n}`,
          '150625100208001',
          '乌云',
          String(members),
          '',
          `一社${n}号`,
          '',
          who === 0 ? '' : `w${who}`,
        ]);
        const people = [1, 2, 3].map((n) => [`w${n}`, '巴图', '', '网格员', '150625100208001', '']);
        const book = bookOf([
          { name: '人员', rows: [SHEETS.people.columns.map(({ head }) => head), ...people] },
          { name: '户', rows: [SHEETS.households.columns.map(({ head }) => head), ...rows] },
        ]);
        const first = planOf(book, nothing, NOW);
        expect(writesOf(first)).toBe(3 + some.length);
        const standing: Standing = {
          ...nothing,
          people: new Map(first.people.insert.map((one) => [one._id, one])),
          households: new Map(first.households.insert.map((one) => [one._id, one])),
        };
        const second = planOf(book, standing, NOW + DAY);
        expect([writesOf(second), second.links]).toEqual([0, 0]);
      }),
    );
  });
});

test('masks keep the first character and the ends of a phone, and no name whole', () => {
  expect([maskedName('苏雅拉'), maskedName('王'), maskedName('额尔德尼·巴特尔')]).toEqual([
    '苏**',
    '王*',
    '额**',
  ]);
  expect([maskedPhone('19900000001'), maskedPhone('0477-6621234'), maskedPhone('')]).toEqual([
    '199****0001',
    '0477-662****',
    '',
  ]);
});
