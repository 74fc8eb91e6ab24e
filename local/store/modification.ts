import { update as mingoUpdate } from 'mingo';
import type { Modifier } from 'mingo/updater';
import { databaseFailed } from '../errors';
import type { Doc, Filter } from './document';

/**
 * Applies MongoDB's update operators to a document that the caller owns, in place.
 * `filter` is what found it: the positional `$` needs it.
 */
export function modify(doc: Doc, modifier: Record<string, unknown>, filter: Filter): Doc {
  refuseChangeOfId(modifier);
  const positional = JSON.stringify(modifier).includes('.$');
  try {
    mingoUpdate(doc, modifier as Modifier<Doc>, [], positional ? filter : {}, { cloneMode: 'deep' });
  } catch (error) {
    throw databaseFailed(error instanceof Error ? error.message : String(error));
  }
  return doc;
}

function refuseChangeOfId(modifier: Record<string, unknown>): void {
  for (const [operator, fields] of Object.entries(modifier)) {
    if (!operator.startsWith('$'))
      throw databaseFailed(`update document must consist of operators, found '${operator}'`);
    if (fields !== null && typeof fields === 'object' && '_id' in fields) {
      throw databaseFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
    }
  }
}
