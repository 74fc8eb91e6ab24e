import { databaseFailed } from '../errors';
import { angleTo, intersects, within, withinCircle } from '../geo/relations';
import { BadGeometry, isGeometry, isPair, type Shape, shapeOf } from '../geo/shape';
import { EARTH_RADIUS, type Position, type Vector, vectorOf } from '../geo/sphere';
import { type Doc, type Filter, isPlainObject } from './document';

type Test = (doc: object) => boolean;

/** https://www.mongodb.com/docs/manual/reference/operator/query/geoWithin/ */
export function geoWithinTest(selector: string, operand: unknown): Test {
  const spec = objectOf('$geoWithin', operand);
  if ('$centerSphere' in spec) {
    const { centre, radius } = circleOf(spec.$centerSphere);
    return (doc) => shapesAt(doc, selector).some((shape) => withinCircle(shape, centre, radius));
  }
  if (!('$geometry' in spec)) throw databaseFailed('$geoWithin needs $geometry or $centerSphere here');
  const outer = queryShape(spec.$geometry);
  if (outer.areas.length === 0)
    throw databaseFailed(
      '$geoWithin not supported with provided geometry: Polygon or MultiPolygon is needed',
    );
  return (doc) => shapesAt(doc, selector).some((shape) => within(shape, outer));
}

export function geoIntersectsTest(selector: string, operand: unknown): Test {
  const other = queryShape(objectOf('$geoIntersects', operand).$geometry);
  return (doc) => shapesAt(doc, selector).some((shape) => intersects(shape, other));
}

/** Keeps what is near enough; the order by distance is made by `nearOf` and `byDistance`. */
export function geoNearTest(selector: string, operand: unknown): Test {
  const near = nearSpec(selector, operand);
  return (doc) => {
    const distance = distanceTo(doc, near);
    return distance !== undefined && distance >= near.least && distance <= near.most;
  };
}

export interface Near {
  path: string;
  centre: Vector;
  /** Metres. */
  least: number;
  most: number;
}

/** The `$near` or `$nearSphere` of a filter, which also orders the answer. */
export function nearOf(filter: Filter): Near | undefined {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(condition)) {
      for (const part of condition as Filter[]) {
        const found = nearOf(part);
        if (found) return found;
      }
    } else if (isPlainObject(condition)) {
      const operand = condition.$nearSphere ?? condition.$near;
      if (operand !== undefined) return nearSpec(path, operand);
    }
  }
  return undefined;
}

/** Metres to the nearest geometry that a document holds at the path; `undefined` when there is none. */
export function distanceTo(doc: object, { path, centre }: Near): number | undefined {
  const shapes = shapesAt(doc, path);
  if (shapes.length === 0) return undefined;
  return Math.min(...shapes.map((shape) => angleTo(shape, centre))) * EARTH_RADIUS;
}

export function nearSpec(path: string, operand: unknown): Near {
  const spec = objectOf('$nearSphere', operand);
  const shape = queryShape(spec.$geometry);
  if (shape.points.length !== 1 || shape.lines.length + shape.areas.length > 0)
    throw databaseFailed('$near requires a point');
  const bound = (name: string, value: unknown, fallback: number) => {
    if (value === undefined || value === null) return fallback;
    if (typeof value !== 'number' || value < 0) throw databaseFailed(`${name} must be a non-negative number`);
    return value;
  };
  return {
    path,
    centre: shape.points[0]!,
    least: bound('$minDistance', spec.$minDistance, 0),
    most: bound('$maxDistance', spec.$maxDistance, Number.POSITIVE_INFINITY),
  };
}

function objectOf(operator: string, operand: unknown): Record<string, unknown> {
  if (!isPlainObject(operand)) throw databaseFailed(`${operator} must be an object`);
  return operand;
}

function queryShape(geometry: unknown): Shape {
  try {
    return shapeOf(geometry);
  } catch (error) {
    if (error instanceof BadGeometry) throw databaseFailed(error.message);
    throw error;
  }
}

function circleOf(operand: unknown): { centre: Vector; radius: number } {
  const [place, radius] = Array.isArray(operand) ? operand : [];
  if (!isPair(place) || typeof radius !== 'number' || radius < 0)
    throw databaseFailed('$centerSphere must be [[longitude, latitude], radius in radians]');
  return { centre: vectorOf(place as Position), radius };
}

/** What is not a geometry, or a broken one, matches nothing. */
function shapesAt(doc: object, path: string): Shape[] {
  return geometriesAt(doc as Doc, path.split('.')).flatMap((value) => {
    try {
      return [shapeOf(value)];
    } catch (error) {
      if (error instanceof BadGeometry) return [];
      throw error;
    }
  });
}

export function geometriesAt(value: unknown, path: string[]): unknown[] {
  if (path.length === 0) {
    if (isGeometry(value) || isPair(value)) return [value];
    return Array.isArray(value) ? value.filter((each) => isGeometry(each) || isPair(each)) : [];
  }
  if (Array.isArray(value)) return value.flatMap((item) => geometriesAt(item, path));
  return isPlainObject(value) ? geometriesAt(value[path[0]!], path.slice(1)) : [];
}
