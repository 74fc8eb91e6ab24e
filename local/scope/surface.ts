/**
 * What `@cloudbase/database` lets people say, and the operator it sends for it. A test compares these names with the
 * SDK's own type definitions, so an update of the SDK that adds one is noticed.
 */
export const SDK_QUERY = {
  eq: '$eq',
  neq: '$ne',
  lt: '$lt',
  lte: '$lte',
  gt: '$gt',
  gte: '$gte',
  in: '$in',
  nin: '$nin',
  all: '$all',
  elemMatch: '$elemMatch',
  exists: '$exists',
  size: '$size',
  mod: '$mod',
  geoNear: '$nearSphere',
  geoWithin: '$geoWithin',
  geoIntersects: '$geoIntersects',
  and: '$and',
  nor: '$nor',
  or: '$or',
  not: '$not',
  expr: '$expr',
  jsonSchema: '$jsonSchema',
  text: '$search',
} as const;

export const SDK_UPDATE = {
  set: '$set',
  remove: '$unset',
  inc: '$inc',
  mul: '$mul',
  push: '$push',
  pull: '$pull',
  pullAll: '$pullAll',
  pop: '$pop',
  shift: '$pop',
  unshift: '$push',
  addToSet: '$addToSet',
  rename: '$rename',
  bit: '$bit',
  max: '$max',
  min: '$min',
} as const;

export const SDK_PROJECTION = { slice: '$slice', elemMatch: '$elemMatch' } as const;

/** Their operators have the same names, `neq` apart. */
export const SDK_EXPRESSION = `abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc
  arrayElemAt arrayToObject concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice zip
  and not or cmp eq gt gte lt lte neq cond ifNull switch
  dateFromParts dateFromString dayOfMonth dayOfWeek dayOfYear isoDayOfWeek isoWeek isoWeekYear millisecond minute month
  second hour week year literal mergeObjects objectToArray allElementsTrue anyElementTrue setDifference setEquals
  setIntersection setIsSubset setUnion concat dateToString indexOfBytes indexOfCP split strLenBytes strLenCP strcasecmp
  substr substrBytes substrCP toLower toUpper meta let`.split(/\s+/);

/** Inside `group`, `bucket` and `bucketAuto`. */
export const SDK_ACCUMULATOR = 'addToSet avg first last max min push stdDevPop stdDevSamp sum'.split(' ');

export const SDK_STAGE =
  `addFields bucket bucketAuto count geoNear group limit match project lookup replaceRoot sample skip sort sortByCount
  unwind`.split(/\s+/);

export function operatorOf(method: string): string {
  return method === 'neq' ? '$ne' : `$${method}`;
}
