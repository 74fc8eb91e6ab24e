// biome-ignore-all lint/suspicious/noThenProperty: $cond and $switch have one.
import type { Db } from '../world';

type Operators = Db['command']['aggregate'];

export const DOCUMENT = {
  _id: 'doc',
  n: -7.5,
  i: 7,
  s: 'Hello',
  u: '网格员',
  l: [1, 2, 3],
  m: [3, 4],
  none: [],
  o: { a: 1, b: 2 },
  at: new Date('2026-11-23T08:09:10.123Z'),
};

export type ExpressionCase = [
  method: keyof Operators,
  expression: (_: Operators) => unknown,
  expected: unknown,
];

/** What the SDK cannot say another way: an operator's refusal by its code. */
export const REFUSED = Symbol('refused');

const ARITHMETIC: ExpressionCase[] = [
  ['abs', (_) => _.abs('$n'), 7.5],
  ['add', (_) => _.add(['$i', 1, 2]), 10],
  ['add', (_) => _.add(['$at', 1000]), new Date('2026-11-23T08:09:11.123Z')],
  ['add', (_) => _.add(['$i', '$missing']), null],
  ['add', (_) => _.add(['$s', 1]), REFUSED],
  ['ceil', (_) => _.ceil('$n'), -7],
  ['divide', (_) => _.divide(['$i', 2]), 3.5],
  ['divide', (_) => _.divide(['$i', 0]), REFUSED],
  ['exp', (_) => _.exp(0), 1],
  ['floor', (_) => _.floor('$n'), -8],
  ['ln', (_) => _.ln(1), 0],
  ['log', (_) => _.log([100, 10]), 2],
  ['log10', (_) => _.log10(1000), 3],
  ['mod', (_) => _.mod(['$i', 4]), 3],
  ['multiply', (_) => _.multiply(['$i', 2, 3]), 42],
  ['pow', (_) => _.pow([2, 10]), 1024],
  ['sqrt', (_) => _.sqrt(9), 3],
  ['subtract', (_) => _.subtract(['$i', 2]), 5],
  ['subtract', (_) => _.subtract(['$at', new Date('2026-11-23T08:09:10.000Z')]), 123],
  ['trunc', (_) => _.trunc('$n'), -7],
];

const ARRAYS: ExpressionCase[] = [
  ['arrayElemAt', (_) => _.arrayElemAt(['$l', -1]), 3],
  ['arrayElemAt', (_) => _.arrayElemAt(['$l', 9]), undefined],
  [
    'arrayToObject',
    (_) =>
      _.arrayToObject([
        [
          ['a', 1],
          ['b', 2],
        ],
      ]),
    { a: 1, b: 2 },
  ],
  ['concatArrays', (_) => _.concatArrays(['$l', '$m']), [1, 2, 3, 3, 4]],
  ['filter', (_) => _.filter({ input: '$l', as: 'x', cond: _.gt(['$$x', 1]) }), [2, 3]],
  ['in', (_) => _.in([2, '$l']), true],
  ['indexOfArray', (_) => _.indexOfArray(['$l', 3]), 2],
  ['indexOfArray', (_) => _.indexOfArray(['$l', 9]), -1],
  ['isArray', (_) => _.isArray('$l'), true],
  ['isArray', (_) => _.isArray(['$s']), false],
  ['map', (_) => _.map({ input: '$l', as: 'x', in: _.multiply(['$$x', 2]) }), [2, 4, 6]],
  [
    'objectToArray',
    (_) => _.objectToArray('$o'),
    [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
    ],
  ],
  ['range', (_) => _.range([0, 6, 2]), [0, 2, 4]],
  ['reduce', (_) => _.reduce({ input: '$l', initialValue: 0, in: _.add(['$$value', '$$this']) }), 6],
  ['reverseArray', (_) => _.reverseArray('$l'), [3, 2, 1]],
  ['size', (_) => _.size('$l'), 3],
  ['size', (_) => _.size('$s'), REFUSED],
  ['slice', (_) => _.slice(['$l', -2]), [2, 3]],
  ['slice', (_) => _.slice(['$l', 1, 1]), [2]],
  [
    'zip',
    (_) => _.zip({ inputs: ['$l', '$m'] }),
    [
      [1, 3],
      [2, 4],
    ],
  ],
  [
    'zip',
    (_) => _.zip({ inputs: ['$l', '$m'], useLongestLength: true, defaults: [0, 9] }),
    [
      [1, 3],
      [2, 4],
      [3, 9],
    ],
  ],
];

const LOGIC: ExpressionCase[] = [
  ['and', (_) => _.and(['$i', true]), true],
  ['or', (_) => _.or([false, 0]), false],
  ['not', (_) => _.not(['$i']), false],
  ['cmp', (_) => _.cmp(['$i', 9]), -1],
  ['eq', (_) => _.eq(['$i', 7]), true],
  ['neq', (_) => _.neq(['$i', 7]), false],
  ['gt', (_) => _.gt(['$i', 6]), true],
  ['gte', (_) => _.gte(['$i', 7]), true],
  ['lt', (_) => _.lt(['$i', 7]), false],
  ['lte', (_) => _.lte(['$i', 7]), true],
  ['cond', (_) => _.cond({ if: _.gt(['$i', 5]), then: 'many', else: 'few' }), 'many'],
  ['cond', (_) => _.cond([false, 1, 2]), 2],
  ['ifNull', (_) => _.ifNull(['$missing', 'none']), 'none'],
  [
    'switch',
    (_) => _.switch({ branches: [{ case: _.eq(['$i', 7]), then: 'seven' }], default: 'other' }),
    'seven',
  ],
  ['switch', (_) => _.switch({ branches: [{ case: false, then: 1 }] }), REFUSED],
  ['literal', (_) => _.literal('$s'), '$s'],
  ['let', (_) => _.let({ vars: { x: 2, y: '$i' }, in: _.multiply(['$$x', '$$y']) }), 14],
  ['mergeObjects', (_) => _.mergeObjects(['$o', { b: 3, c: 4 }]), { a: 1, b: 3, c: 4 }],
  ['meta', (_) => _.meta('textScore'), REFUSED],
];

const DATES: ExpressionCase[] = [
  [
    'dateFromParts',
    (_) => _.dateFromParts({ year: 2026, month: 11, day: 23, hour: 8, timezone: 'Asia/Shanghai' }),
    new Date('2026-11-23T00:00:00Z'),
  ],
  [
    'dateFromString',
    (_) => _.dateFromString({ dateString: '2026-11-23T08:00:00+08:00' }),
    new Date('2026-11-23T00:00:00Z'),
  ],
  [
    'dateFromString',
    (_) => _.dateFromString({ dateString: '2026-11-23', timezone: 'Asia/Shanghai' }),
    new Date('2026-11-22T16:00:00Z'),
  ],
  [
    'dateToString',
    (_) => _.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M:%S.%L %j %u %V %G %%' }),
    '2026-11-23 08:09:10.123 327 1 48 2026 %',
  ],
  [
    'dateToString',
    (_) => _.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' }),
    '2026-11-23 16:09',
  ],
  ['dateToString', (_) => _.dateToString({ date: '$missing', onNull: 'never' }), 'never'],
  ['dayOfMonth', (_) => _.dayOfMonth('$at'), 23],
  ['dayOfWeek', (_) => _.dayOfWeek('$at'), 2],
  ['dayOfYear', (_) => _.dayOfYear('$at'), 327],
  ['isoDayOfWeek', (_) => _.isoDayOfWeek('$at'), 1],
  ['isoWeek', (_) => _.isoWeek('$at'), 48],
  ['isoWeek', (_) => _.isoWeek(new Date('2027-01-03T00:00:00Z')), 53],
  ['isoWeekYear', (_) => _.isoWeekYear(new Date('2027-01-03T00:00:00Z')), 2026],
  ['millisecond', (_) => _.millisecond('$at'), 123],
  ['minute', (_) => _.minute('$at'), 9],
  ['month', (_) => _.month('$at'), 11],
  ['second', (_) => _.second('$at'), 10],
  ['hour', (_) => _.hour('$at'), 8],
  ['hour', (_) => _.hour({ date: '$at', timezone: '+08:00' }), 16],
  ['week', (_) => _.week('$at'), 47],
  ['year', (_) => _.year('$at'), 2026],
];

const SETS: ExpressionCase[] = [
  ['allElementsTrue', (_) => _.allElementsTrue([[1, 0]]), false],
  ['anyElementTrue', (_) => _.anyElementTrue([[1, 0]]), true],
  ['setDifference', (_) => _.setDifference(['$l', '$m']), [1, 2]],
  ['setEquals', (_) => _.setEquals(['$l', [3, 2, 1, 1]]), true],
  ['setIntersection', (_) => _.setIntersection(['$l', '$m']), [3]],
  ['setIsSubset', (_) => _.setIsSubset([[1, 2], '$l']), true],
  ['setUnion', (_) => _.setUnion(['$l', '$m']), [1, 2, 3, 4]],
];

const STRINGS: ExpressionCase[] = [
  ['concat', (_) => _.concat(['$s', ' ', '$u']), 'Hello 网格员'],
  ['concat', (_) => _.concat(['$s', '$missing']), null],
  ['indexOfBytes', (_) => _.indexOfBytes(['$u', '格']), 3],
  ['indexOfCP', (_) => _.indexOfCP(['$u', '格']), 1],
  ['indexOfCP', (_) => _.indexOfCP(['$s', 'l', 3]), 3],
  ['split', (_) => _.split(['a,b', ',']), ['a', 'b']],
  ['strLenBytes', (_) => _.strLenBytes('$u'), 9],
  ['strLenCP', (_) => _.strLenCP('$u'), 3],
  ['strcasecmp', (_) => _.strcasecmp(['$s', 'hELLO']), 0],
  ['substr', (_) => _.substr(['$s', 1, 2]), 'el'],
  ['substrBytes', (_) => _.substrBytes(['$u', 3, 6]), '格员'],
  ['substrCP', (_) => _.substrCP(['$u', 1, 1]), '格'],
  ['toLower', (_) => _.toLower('$s'), 'hello'],
  ['toUpper', (_) => _.toUpper('$s'), 'HELLO'],
];

export const EXPRESSION_CASES: ExpressionCase[] = [
  ...ARITHMETIC,
  ...ARRAYS,
  ...LOGIC,
  ...DATES,
  ...SETS,
  ...STRINGS,
];
