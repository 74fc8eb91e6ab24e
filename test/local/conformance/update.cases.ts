import type { Db } from '../world';

export interface UpdateCase {
  method: string;
  title: string;
  before: Record<string, unknown>;
  change(_: Db['command'], db: Db): object;
  /** The document afterwards without its id, or what the refusal says. */
  after: Record<string, unknown> | RegExp;
}

const one = (
  method: string,
  title: string,
  before: UpdateCase['before'],
  change: UpdateCase['change'],
  after: UpdateCase['after'],
): UpdateCase => ({ method, title, before, change, after });

export const UPDATE_CASES: UpdateCase[] = [
  one('set', 'replaces a sub-document', { a: { x: 1 } }, (_) => ({ a: _.set({ y: 2 }) }), { a: { y: 2 } }),
  one('set', 'plain objects merge', { a: { x: 1 } }, () => ({ a: { y: 2 } }), { a: { x: 1, y: 2 } }),
  one('set', 'a member by its place', { a: [1, 2] }, () => ({ 'a.1': 9 }), { a: [1, 9] }),
  one(
    'set',
    'nothing can be made in a number',
    { a: 1 },
    () => ({ 'a.b': 2 }),
    /Cannot create field 'b' in element/,
  ),
  one('remove', 'a field', { a: 1, b: 2 }, (_) => ({ a: _.remove() }), { b: 2 }),
  one('inc', 'what is there', { n: 1 }, (_) => ({ n: _.inc(2) }), { n: 3 }),
  one('inc', 'what is missing', {}, (_) => ({ 'a.n': _.inc(2) }), { a: { n: 2 } }),
  one(
    'inc',
    'no string',
    { n: 'x' },
    (_) => ({ n: _.inc(1) }),
    /Cannot apply \$inc to a value of non-numeric type/,
  ),
  one(
    'inc',
    'no null',
    { n: null },
    (_) => ({ n: _.inc(1) }),
    /Cannot apply \$inc to a value of non-numeric type/,
  ),
  one(
    'inc',
    'by a number only',
    { n: 1 },
    (_) => ({ n: _.inc('1' as never) }),
    /Cannot increment with non-numeric/,
  ),
  one('mul', 'what is there', { n: 4 }, (_) => ({ n: _.mul(0.5) }), { n: 2 }),
  one('mul', 'what is missing is zero', {}, (_) => ({ n: _.mul(5) }), { n: 0 }),
  one(
    'mul',
    'no array',
    { n: [1] },
    (_) => ({ n: _.mul(2) }),
    /Cannot apply \$mul to a value of non-numeric type/,
  ),
  one('min', 'the lesser stays', { n: 4 }, (_) => ({ n: _.min(3) }), { n: 3 }),
  one('min', 'the greater goes', { n: 4 }, (_) => ({ n: _.min(9) }), { n: 4 }),
  one('max', 'the greater stays', { n: 4 }, (_) => ({ n: _.max(9) }), { n: 9 }),
  one('max', 'types have an order', { n: 4 }, (_) => ({ n: _.max('a') }), { n: 'a' }),
  one('bit', 'and', { n: 13 }, (_) => ({ n: _.bit({ and: 10 }) }), { n: 8 }),
  one('bit', 'or and xor', { n: 3, m: 1 }, (_) => ({ n: _.bit({ or: 5 }), m: _.bit({ xor: 5 }) }), {
    n: 7,
    m: 4,
  }),
  one(
    'bit',
    'integers only',
    { n: 1.5 },
    (_) => ({ n: _.bit({ and: 1 }) }),
    /\$bit to a value of non-integral type/,
  ),
  one('rename', 'a field', { a: 1 }, (_) => ({ a: _.rename('b') }), { b: 1 }),
  one('rename', 'into a sub-document', { a: { b: 1 } }, (_) => ({ 'a.b': _.rename('c.d') }), {
    a: {},
    c: { d: 1 },
  }),
  one('rename', 'not to itself', { a: 1 }, (_) => ({ a: _.rename('a') }), /must differ|conflict/),
  one('push', 'at the end', { l: [1] }, (_) => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }),
  one('push', 'makes the array', {}, (_) => ({ 'a.l': _.push('x') }), { a: { l: ['x'] } }),
  one('push', 'each, position', { l: [1, 4] }, (_) => ({ l: _.push({ each: [2, 3], position: 1 }) }), {
    l: [1, 2, 3, 4],
  }),
  one(
    'push',
    'each, sort, slice',
    { l: [3, 1] },
    (_) => ({ l: _.push({ each: [2, 5], sort: -1, slice: 3 }) }),
    { l: [5, 3, 2] },
  ),
  one(
    'push',
    'sorts by a field',
    { l: [{ k: 2 }] },
    (_) => ({ l: _.push({ each: [{ k: 1 }], sort: { k: 1 } }) }),
    { l: [{ k: 1 }, { k: 2 }] },
  ),
  one('push', 'keeps the last', { l: [1, 2] }, (_) => ({ l: _.push({ each: [3], slice: -2 }) }), {
    l: [2, 3],
  }),
  one(
    'push',
    'sorts and slices a new array',
    {},
    (_) => ({ l: _.push({ each: [3, 1, 2], sort: 1, slice: 2 }) }),
    { l: [1, 2] },
  ),
  one(
    'push',
    'into an array only',
    { l: 1 },
    (_) => ({ l: _.push([2]) }),
    /must be an array but is of type int/,
  ),
  one('unshift', 'at the beginning', { l: [3] }, (_) => ({ l: _.unshift([1, 2]) }), { l: [1, 2, 3] }),
  one('pop', 'the last', { l: [1, 2] }, (_) => ({ l: _.pop() }), { l: [1] }),
  one('pop', 'from an array only', { l: 'x' }, (_) => ({ l: _.pop() }), /element of non-array type 'string'/),
  one('shift', 'the first', { l: [1, 2] }, (_) => ({ l: _.shift() }), { l: [2] }),
  one('pull', 'a value', { l: [1, 2, 1] }, (_) => ({ l: _.pull(1) }), { l: [2] }),
  one('pull', 'by a condition', { l: [1, 5, 9] }, (_) => ({ l: _.pull(_.gt(4)) }), { l: [1] }),
  one('pull', 'members that match', { l: [{ k: 1, v: 1 }, { k: 2 }] }, (_) => ({ l: _.pull({ k: 1 }) }), {
    l: [{ k: 2 }],
  }),
  one('pull', 'from an array only', { l: 1 }, (_) => ({ l: _.pull(1) }), /non-array value/),
  one('pullAll', 'every one of them', { l: [1, 2, 3, 2] }, (_) => ({ l: _.pullAll([2, 3]) }), { l: [1] }),
  one('addToSet', 'once', { l: ['a'] }, (_) => ({ l: _.addToSet('a') }), { l: ['a'] }),
  one('addToSet', 'each', { l: ['a'] }, (_) => ({ l: _.addToSet({ $each: ['a', 'b'] }) }), { l: ['a', 'b'] }),
  one(
    'addToSet',
    'to an array only',
    { l: 1 },
    (_) => ({ l: _.addToSet(2) }),
    /Cannot apply \$addToSet to non-array field/,
  ),
  one('-', 'two on one path', { n: 1 }, (_) => ({ n: _.inc(1), 'n.m': 2 }), /conflict|Cannot create/),
];
