import type { Db } from '../world';

type Pipeline = ReturnType<ReturnType<Db['collection']>['aggregate']>;
type Operators = Db['command']['aggregate'];

export const ROWS = [
  { _id: 1, group: 'a', n: 1, tags: ['x', 'y'], other: 'k1' },
  { _id: 2, group: 'a', n: 4, tags: [], other: 'k2' },
  { _id: 3, group: 'b', n: 9, tags: ['z'], other: 'k1' },
];
/** Asked by the lookups. */
export const OTHERS = [
  { _id: 'k1', word: 'one', rank: 1 },
  { _id: 'k2', word: 'two', rank: 5 },
];

export interface StageCase {
  stage: keyof Pipeline;
  title: string;
  /** `others` is the collection to look up in. */
  build(pipeline: Pipeline, _: Operators, others: string): Pipeline;
  expected: unknown[] | { code: string };
}

const one = (
  stage: StageCase['stage'],
  title: string,
  build: StageCase['build'],
  expected: StageCase['expected'],
): StageCase => ({
  stage,
  title,
  build,
  expected,
});

export const STAGE_CASES: StageCase[] = [
  one('match', 'takes commands', (p, _) => p.match({ n: { $gt: 3 } }).project({ _id: 1 }), [
    { _id: 2 },
    { _id: 3 },
  ]),
  one(
    'addFields',
    'keeps the rest',
    (p, _) => p.limit(1).addFields({ 'more.twice': _.multiply(['$n', 2]) }),
    [{ ...ROWS[0], more: { twice: 2 } }],
  ),
  one(
    'bucket',
    'by boundaries',
    (p, _) =>
      p.bucket({
        groupBy: '$n',
        boundaries: [0, 5],
        default: 'rest',
        output: { c: _.sum(1), ids: _.push('$_id') },
      }),
    [
      { _id: 0, c: 2, ids: [1, 2] },
      { _id: 'rest', c: 1, ids: [3] },
    ],
  ),
  one('bucketAuto', 'evenly', (p) => p.bucketAuto({ groupBy: '$n', buckets: 2 }), [
    { _id: { min: 1, max: 9 }, count: 2 },
    { _id: { min: 9, max: 9 }, count: 1 },
  ]),
  one('count', 'under a name', (p) => p.match({ group: 'a' }).count('total'), [{ total: 2 }]),
  one('group', 'by a field', (p, _) => p.group({ _id: '$group', sum: _.sum('$n') }).sort({ _id: 1 }), [
    { _id: 'a', sum: 5 },
    { _id: 'b', sum: 9 },
  ]),
  one(
    'group',
    'by an expression',
    (p, _) => p.group({ _id: { big: _.gt(['$n', 3]) }, c: _.sum(1) }).sort({ c: 1 }),
    [
      { _id: { big: false }, c: 1 },
      { _id: { big: true }, c: 2 },
    ],
  ),
  one('limit', 'cuts', (p) => p.sort({ n: -1 }).limit(1).project({ n: 1 }), [{ _id: 3, n: 9 }]),
  one('skip', 'begins later', (p) => p.sort({ n: 1 }).skip(2).project({ n: 1 }), [{ _id: 3, n: 9 }]),
  one('sort', 'in both directions', (p) => p.sort({ group: -1, n: -1 }).project({ _id: 1 }), [
    { _id: 3 },
    { _id: 2 },
    { _id: 1 },
  ]),
  one('sort', 'after a group', (p, _) => p.group({ _id: '$group', all: _.push('$n') }).sort({ all: -1 }), [
    { _id: 'b', all: [9] },
    { _id: 'a', all: [1, 4] },
  ]),
  one(
    'project',
    'shows, hides and computes',
    (p, _) => p.limit(1).project({ _id: 0, n: 1, twice: _.add(['$n', '$n']) }),
    [{ n: 1, twice: 2 }],
  ),
  one('project', 'hides', (p) => p.limit(1).project({ tags: 0, other: 0 }), [{ _id: 1, group: 'a', n: 1 }]),
  one(
    'lookup',
    'by fields',
    (p, _, others) =>
      p
        .limit(2)
        .lookup({ from: others, localField: 'other', foreignField: '_id', as: 'found' })
        .project({ found: 1 }),
    [
      { _id: 1, found: [OTHERS[0]] },
      { _id: 2, found: [OTHERS[1]] },
    ],
  ),
  one(
    'lookup',
    'by a pipeline',
    (p, _, others) =>
      p
        .lookup({
          from: others,
          let: { least: '$n', key: '$other' },
          pipeline: (_.pipeline() as Pipeline)
            .match({ $expr: _.and([_.eq(['$_id', '$$key']), _.gte(['$rank', '$$least'])]) } as never)
            .project({ word: 1, _id: 0 })
            .done() as never,
          as: 'found',
        })
        .project({ found: 1 }),
    [
      { _id: 1, found: [{ word: 'one' }] },
      { _id: 2, found: [{ word: 'two' }] },
      { _id: 3, found: [] },
    ],
  ),
  one(
    'replaceRoot',
    'by an expression',
    (p, _) => p.limit(1).replaceRoot({ newRoot: _.mergeObjects([{ kept: '$n' }, { more: true }]) }),
    [{ kept: 1, more: true }],
  ),
  one('sample', 'of a size', (p) => p.sample({ size: 2 }).count('c'), [{ c: 2 }]),
  one('sortByCount', 'most first', (p) => p.sortByCount('$group'), [
    { _id: 'a', count: 2 },
    { _id: 'b', count: 1 },
  ]),
  one('unwind', 'a path', (p) => p.unwind('$tags').project({ tags: 1 }), [
    { _id: 1, tags: 'x' },
    { _id: 1, tags: 'y' },
    { _id: 3, tags: 'z' },
  ]),
  one(
    'unwind',
    'keeps the empty, tells the place',
    (p) =>
      p
        .unwind({ path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true })
        .project({ tags: 1, at: 1 }),
    [
      { _id: 1, tags: 'x', at: 0 },
      { _id: 1, tags: 'y', at: 1 },
      { _id: 2, at: null },
      { _id: 3, tags: 'z', at: 0 },
    ],
  ),
];

export type AccumulatorCase = [method: keyof Operators, expected: unknown, field?: string];

/** Over all rows by `_id`, each of `$n` unless another field is named. */
export const ACCUMULATOR_CASES: AccumulatorCase[] = [
  ['addToSet', ['a', 'b'], '$group'],
  ['avg', 14 / 3],
  ['first', 1],
  ['last', 9],
  ['max', 9],
  ['min', 1],
  ['push', [1, 4, 9]],
  ['stdDevPop', Math.sqrt(98 / 9)],
  ['stdDevSamp', Math.sqrt(98 / 6)],
  ['sum', 14],
];
