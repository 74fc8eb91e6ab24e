import type { Db } from '../world';

/** One document per thing that a query can trip over. */
export const DOCUMENTS = [
  { _id: 'a', n: 1, s: 'alpha', tags: ['red', 'new'], scores: [1, 5], members: [{ role: 'x', age: 9 }] },
  { _id: 'b', n: 2, s: 'beta', tags: ['blue'], scores: [3], deep: { list: [{ k: 1 }, { k: 2 }] } },
  {
    _id: 'c',
    n: 3.5,
    s: 'Gamma',
    tags: [],
    scores: [],
    members: [
      { role: 'x', age: 1 },
      { role: 'y', age: 9 },
    ],
  },
  { _id: 'd', n: null, at: new Date('2026-11-23T00:00:00Z') },
  { _id: 'e', s: 'alphabet', n: -4, at: new Date('2026-11-24T00:00:00Z'), flag: true },
];

export interface QueryCase {
  /** The method of `db.command` that it shows. */
  method: string;
  title: string;
  filter(_: Db['command'], db: Db): object;
  /** Ids in order of `_id`, or the code of the refusal. */
  expected: string[] | { code: string };
}

const one = (
  method: string,
  title: string,
  filter: QueryCase['filter'],
  expected: QueryCase['expected'],
): QueryCase => ({
  method,
  title,
  filter,
  expected,
});

export const QUERY_CASES: QueryCase[] = [
  one('eq', 'a value', (_) => ({ n: _.eq(2) }), ['b']),
  one('eq', 'a member of an array', (_) => ({ tags: _.eq('red') }), ['a']),
  one('eq', 'a whole array', (_) => ({ tags: _.eq(['red', 'new']) }), ['a']),
  one('eq', 'null is also what is missing', (_) => ({ n: _.eq(null) }), ['d']),
  one('eq', 'a date', (_) => ({ at: _.eq(new Date('2026-11-23T00:00:00Z')) }), ['d']),
  one('neq', 'also what has no such field', (_) => ({ s: _.neq('beta') }), ['a', 'c', 'd', 'e']),
  one('neq', 'no member may be equal', (_) => ({ tags: _.neq('red') }), ['b', 'c', 'd', 'e']),
  one('lt', 'numbers only', (_) => ({ n: _.lt(2) }), ['a', 'e']),
  one('lte', 'dates', (_) => ({ at: _.lte(new Date('2026-11-23T00:00:00Z')) }), ['d']),
  one('gt', 'strings by code point', (_) => ({ s: _.gt('alpha') }), ['b', 'e']),
  one('gt', 'any member', (_) => ({ scores: _.gt(4) }), ['a']),
  one('gte', 'types do not mix', (_) => ({ n: _.gte('a') }), []),
  one('gte', 'a path through an array', (_) => ({ 'members.age': _.gte(9) }), ['a', 'c']),
  one('in', 'values and null', (_) => ({ n: _.in([1, null]) }), ['a', 'd']),
  one('in', 'members', (_) => ({ tags: _.in(['new', 'blue']) }), ['a', 'b']),
  one('nin', 'also what is missing', (_) => ({ tags: _.nin(['red', 'blue']) }), ['c', 'd', 'e']),
  one('all', 'every one of them', (_) => ({ tags: _.all(['new', 'red']) }), ['a']),
  one('elemMatch', 'one member meets all', (_) => ({ members: _.elemMatch({ role: 'x', age: _.gt(5) }) }), [
    'a',
  ]),
  one('elemMatch', 'members that are values', (_) => ({ scores: _.elemMatch(_.gt(2)) }), ['a', 'b']),
  one('exists', 'null exists', (_) => ({ n: _.exists(true) }), ['a', 'b', 'c', 'd', 'e']),
  one('exists', 'not there', (_) => ({ tags: _.exists(false) }), ['d', 'e']),
  one('size', 'of an array', (_) => ({ tags: _.size(2) }), ['a']),
  one('size', 'an empty one', (_) => ({ tags: _.size(0) }), ['c']),
  one('mod', 'divisor and remainder', (_) => ({ n: (_.mod as (a: number, b: number) => object)(2, 0) }), [
    'b',
    'e',
  ]),
  one('and', 'on one field', (_) => ({ n: _.and(_.gt(1), _.lt(3)) }), ['b']),
  one('and', 'of filters', (_) => _.and([{ n: 1 }, { s: 'alpha' }]), ['a']),
  one('or', 'on one field', (_) => ({ n: _.or([_.eq(1), _.lt(0)]) }), ['a', 'e']),
  one('or', 'of filters', (_) => _.or([{ n: 1 }, { 'deep.list.k': 2 }]), ['a', 'b']),
  one('nor', 'neither', (_) => _.nor([{ n: _.gt(0) }, { flag: true }]), ['d']),
  one('not', 'also what is missing', (_) => ({ n: _.not(_.gt(1)) }), ['a', 'd', 'e']),
  one('not', 'a regular expression', (_) => ({ s: _.not(/^al/ as never) }), ['b', 'c', 'd']),
  one(
    'expr',
    'compares two fields',
    (_) => _.expr(_.aggregate.gt([_.aggregate.size(_.aggregate.ifNull(['$scores', []])), 1])),
    ['a'],
  ),
  one('jsonSchema', 'is refused', (_) => _.jsonSchema({ required: ['n'] }), {
    code: 'DATABASE_REQUEST_FAILED',
  }),
  one('text', 'is refused', (_) => ({ $text: _.text({ search: 'alpha', diacriticSensitive: false }) }), {
    code: 'DATABASE_REQUEST_FAILED',
  }),
  one('-', 'a regular expression', () => ({ s: /^alpha/ }), ['a', 'e']),
  one('-', 'RegExp with options', (_, db) => ({ s: db.RegExp({ regexp: '^g', options: 'i' }) }), ['c']),
  one('-', 'a dotted path into members', () => ({ 'deep.list.k': 2 }), ['b']),
  one('-', 'a position in an array', () => ({ 'scores.1': 5 }), ['a']),
  one('-', 'sub-documents become paths', () => ({ deep: { list: { k: 1 } } }), ['b']),
];
