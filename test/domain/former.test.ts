import fc from 'fast-check';
import type { Evaluation } from '../../domain/evaluation/evaluation';
import { formerAmong, type Served } from '../../domain/evaluation/former';
import { gradingWaits } from '../../domain/evaluation/grade';
import { candidatesAmong } from '../../domain/evaluation/kin';
import type { Person } from '../../domain/person/person';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { atShanghai } from '../../domain/time/shanghai';
import { aPerson } from './build';

const VILLAGES = ['150625100208', '150625100209', '150625101301'];
const [HERE, THERE] = VILLAGES as [string, string];
const YEAR = '2026';
const link = (household: string, from: string, to?: string) => ({
  household,
  from: atShanghai(from),
  ...(to ? { to: atShanghai(to) } : {}),
});
const bookOf = (person: string, village: string): Served => ({
  account: `worker.${person}`,
  area: village,
  areaPath: `${village} path`,
  grid: `${village}001`,
});
const booksOf = (...books: Served[]) => new Map(books.map((book) => [book.account, book]));
const served = { links: [link('h1', '2026-01-01', '2026-08-01')] };
const at = (village: string) => ({ village, year: YEAR });

describe('who lost the worker’s post in the year', () => {
  const gone = aPerson('gone', [], { ...served, area: `${HERE}002` });

  test('belongs to the village that has their book, in the grid where they served', () => {
    const moved = { ...gone, area: `${THERE}001` };
    const books = booksOf(bookOf('gone', HERE));
    expect(formerAmong([moved], books, at(HERE))).toMatchObject([
      { _id: 'gone', area: `${HERE}001`, areaPath: `${HERE} path` },
    ]);
    expect(formerAmong([moved], books, at(THERE))).toEqual([]);
  });

  test('without a book, to the village they live in, when a household of the year was theirs', () => {
    expect(formerAmong([gone], new Map(), at(HERE))).toEqual([gone]);
    for (const links of [
      [],
      [link('h1', '2025-01-01', '2026-01-01')],
      [link('h1', '2027-01-01')],
      [{ ...link('h1', '2026-01-01'), cover: true as const }],
    ])
      expect(formerAmong([{ ...gone, links }], new Map(), at(HERE))).toEqual([]);
  });

  test('nobody who works somewhere today, whatever lies where', () => {
    const post = { role: 'worker' as const, area: `${THERE}001`, areaPath: '' };
    const moved = aPerson('moved', [post], served);
    expect(formerAmong([moved], booksOf(bookOf('moved', HERE)), at(HERE))).toEqual([]);
  });

  test('nobody waits for a book that will never be written', () => {
    const evaluation = {
      year: YEAR,
      scheme: DEFAULT_RULES.scheme,
      exemptions: {},
      begunAt: atShanghai('2026-12-07'),
    } as unknown as Evaluation;
    const january = atShanghai('2027-01-18');
    const waits = (closed?: boolean) => {
      const books = new Map(
        closed === undefined ? [] : [['gone', { total: 3, entries: 1, closed }] as const],
      );
      return gradingWaits(evaluation, { missing: 0, workers: [gone], books }, january);
    };
    expect([waits(), waits(false), waits(true)]).toEqual([[], ['books'], []]);
  });

  test('whoever served, however posts, homes, links and books lie, is on exactly one village’s list', () => {
    const village = fc.constantFrom(...VILLAGES);
    const one = fc.record({
      post: fc.option(village),
      home: village,
      book: fc.option(village),
      linked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (drawn) => {
        const people = drawn.map(
          ({ post, home, linked }, n): Person =>
            aPerson(`p${n}`, post ? [{ role: 'worker', area: `${post}001`, areaPath: '' }] : [], {
              area: `${home}001`,
              links: linked ? served.links : [],
            }),
        );
        const books = booksOf(...drawn.flatMap(({ book }, n) => (book ? [bookOf(`p${n}`, book)] : [])));
        const lists = VILLAGES.flatMap((place) => [
          ...candidatesAmong(people, place),
          ...formerAmong(people, books, at(place)),
        ]);
        const expected = drawn.flatMap(({ post, book, linked }, n) =>
          post || book || linked ? [`p${n}`] : [],
        );
        expect(lists.map(({ _id }) => _id).sort()).toEqual(expected.sort());
      }),
    );
  });
});
