import { angle, type Position, TOLERANCE, type Vector, vectorOf } from './sphere';

/** A geometry taken apart: whatever GeoJSON calls it, it is places, lines and areas (a ring, then its holes). */
export interface Shape {
  points: Vector[];
  lines: Vector[][];
  areas: Vector[][][];
}

/** What is wrong with a geometry, in MongoDB's words. */
export class BadGeometry extends Error {}

const KINDS = [
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
];

export function isGeometry(value: unknown): value is { type: string; coordinates: unknown } {
  if (value === null || typeof value !== 'object') return false;
  const { type, coordinates, geometries } = value as Record<string, unknown>;
  return KINDS.includes(String(type)) && (Array.isArray(coordinates) || Array.isArray(geometries));
}

/** GeoJSON, or MongoDB's legacy pair `[longitude, latitude]`. @throws BadGeometry */
export function shapeOf(value: unknown): Shape {
  const shape: Shape = { points: [], lines: [], areas: [] };
  if (isPair(value)) shape.points.push(pointOf(value));
  else addGeometry(shape, value);
  return shape;
}

export function isPair(value: unknown): value is Position {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'number');
}

function addGeometry(shape: Shape, value: unknown): void {
  const { type, coordinates, geometries } = (value ?? {}) as Record<string, unknown>;
  switch (type) {
    case 'Point':
      shape.points.push(pointOf(coordinates));
      return;
    case 'MultiPoint':
      shape.points.push(...listOf(coordinates).map(pointOf));
      return;
    case 'LineString':
      shape.lines.push(lineOf(coordinates));
      return;
    case 'MultiLineString':
      shape.lines.push(...listOf(coordinates).map(lineOf));
      return;
    case 'Polygon':
      shape.areas.push(areaOf(coordinates));
      return;
    case 'MultiPolygon':
      shape.areas.push(...listOf(coordinates).map(areaOf));
      return;
    case 'GeometryCollection':
      for (const each of listOf(geometries)) addGeometry(shape, each);
      return;
    default:
      throw new BadGeometry(`unknown GeoJSON type: ${JSON.stringify(value)}`);
  }
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new BadGeometry(`GeoJSON coordinates must be a non-empty array: ${JSON.stringify(value)}`);
  return value;
}

function pointOf(value: unknown): Vector {
  const [longitude, latitude] = Array.isArray(value) ? value : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number')
    throw new BadGeometry(`Point must be two numbers: ${JSON.stringify(value)}`);
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90))
    throw new BadGeometry(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`);
  return vectorOf([longitude, latitude]);
}

function lineOf(value: unknown): Vector[] {
  const line = listOf(value).map(pointOf);
  if (line.length < 2) throw new BadGeometry('GeoJSON LineString must have at least 2 vertices');
  return line;
}

function areaOf(value: unknown): Vector[][] {
  return listOf(value).map((ring) => {
    const vertices = listOf(ring).map(pointOf);
    if (vertices.length < 4)
      throw new BadGeometry(`Loop must have at least 3 different vertices: ${JSON.stringify(ring)}`);
    if (angle(vertices[0]!, vertices.at(-1)!) > TOLERANCE)
      throw new BadGeometry(`Loop is not closed: ${JSON.stringify(ring)}`);
    return vertices;
  });
}
