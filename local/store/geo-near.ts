import { databaseFailed } from '../errors';
import { isGeometry } from '../geo/shape';
import { type Doc, type Filter, isPlainObject } from './document';
import { distanceTo, geometriesAt, nearSpec } from './geo-operators';

/** `$geoNear` as the SDK sends it: https://docs.cloudbase.net/database/aggregate/stages/geonear */
export interface GeoNearSpec {
  near?: unknown;
  distanceField?: unknown;
  spherical?: unknown;
  limit?: unknown;
  maxDistance?: unknown;
  minDistance?: unknown;
  query?: unknown;
  distanceMultiplier?: unknown;
  includeLocs?: unknown;
  key?: unknown;
}

/** MongoDB's default until 4.2, and the platform's. */
const DEFAULT_LIMIT = 100;

/** Documents by distance, each with its distance in metres (times the multiplier). Only as the first stage. */
export function geoNear(find: (filter: Filter) => Doc[], spec: unknown): Doc[] {
  if (!isPlainObject(spec)) throw databaseFailed('$geoNear must be an object');
  const { near, distanceField, query, key, includeLocs, distanceMultiplier = 1, limit } = spec as GeoNearSpec;
  if (typeof distanceField !== 'string')
    throw databaseFailed("$geoNear requires a 'distanceField' option as a String");
  if (typeof distanceMultiplier !== 'number')
    throw databaseFailed('$geoNear distanceMultiplier must be a number');
  const docs = find(isPlainObject(query) ? query : {});
  const path = typeof key === 'string' ? key : onlyGeometry(docs);
  if (path === undefined) return [];
  const range = nearSpec(path, {
    $geometry: near,
    $minDistance: spec.minDistance,
    $maxDistance: spec.maxDistance,
  });
  const found = docs.flatMap((doc) => {
    const distance = distanceTo(doc, range);
    return distance === undefined || distance < range.least || distance > range.most
      ? []
      : [{ doc, distance }];
  });
  found.sort((a, b) => a.distance - b.distance);
  return found.slice(0, typeof limit === 'number' ? limit : DEFAULT_LIMIT).map(({ doc, distance }) => {
    put(doc, distanceField, distance * distanceMultiplier);
    if (typeof includeLocs === 'string') put(doc, includeLocs, geometriesAt(doc, path.split('.'))[0]);
    return doc;
  });
}

/** Without `key` there must be one field to measure by, as MongoDB asks for one geospatial index. */
function onlyGeometry(docs: Doc[]): string | undefined {
  const paths = new Set<string>();
  for (const doc of docs) collect(doc, '', paths);
  if (paths.size > 1)
    throw databaseFailed(
      `There is more than one geo field (${[...paths].join(', ')}); unsure which to use for $geoNear: give 'key'`,
    );
  return [...paths][0];
}

function collect(value: Doc, prefix: string, paths: Set<string>): void {
  for (const [name, inner] of Object.entries(value)) {
    if (isGeometry(inner)) paths.add(prefix + name);
    else if (isPlainObject(inner)) collect(inner, `${prefix}${name}.`, paths);
  }
}

function put(doc: Doc, path: string, value: unknown): void {
  const parts = path.split('.');
  const last = parts.pop()!;
  let at = doc;
  for (const part of parts) {
    if (!isPlainObject(at[part])) at[part] = {};
    at = at[part] as Doc;
  }
  at[last] = value;
}
