import { databaseFailed } from '../errors';
import { isPlainObject } from './document';

/** Operators and stages that the SDK can send and this cloud does not do, with what to do instead. */
export const REFUSED_OPERATORS: Record<string, string> = {
  $text:
    'there is no text index; match with a regular expression, or keep a field of words and ask for its members',
  $search:
    'there is no text index; match with a regular expression, or keep a field of words and ask for its members',
  $jsonSchema: 'check documents before they are written',
  $where: 'code in a query is never run; use $expr',
  $function: 'code in a query is never run; use the expression operators',
  $accumulator: 'code in a query is never run; use the accumulators',
  $meta: 'there is no text score without a text index',
  $out: 'an aggregation writes nothing; write the answer with add() or set()',
  $merge: 'an aggregation writes nothing; write the answer with add() or set()',
  $currentDate: 'it would be the date of the machine; send db.serverDate()',
  $indexStats: 'ask GET /_local/explain',
  $collStats: 'ask GET /_local/health',
  $currentOp: 'there is no server to ask',
  $listSessions: 'there are no sessions',
  $planCacheStats: 'ask GET /_local/explain',
  $changeStream: 'there is no change stream',
  $box: 'flat geometry is not supported; use $geometry with a Polygon',
  $polygon: 'flat geometry is not supported; use $geometry with a Polygon',
  $center: 'flat geometry is not supported; use $centerSphere',
};

/** Whatever the depth: a refused operator is told by name, with the platform's code and advice. */
export function refuseUnsupported(value: unknown): void {
  if (Array.isArray(value)) {
    for (const item of value) refuseUnsupported(item);
    return;
  }
  if (!isPlainObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    // What $literal holds is a value, whatever it looks like.
    if (key === '$literal') continue;
    if (key.startsWith('$') && Object.hasOwn(REFUSED_OPERATORS, key))
      throw databaseFailed(`${key} is not supported by the embedded cloud: ${REFUSED_OPERATORS[key]}`);
    refuseUnsupported(inner);
  }
}
