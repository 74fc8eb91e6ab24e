import type { Shape } from './shape';
import { angle, angleToArc, arcsCross, arcsMeet, insideRing, TOLERANCE, type Vector } from './sphere';

type Area = Vector[][];
type Arc = [Vector, Vector];

function arcsOf(line: Vector[]): Arc[] {
  return line.slice(1).map((to, n) => [line[n]!, to]);
}

function boundary(area: Area): Arc[] {
  return area.flatMap(arcsOf);
}

function onBoundary(place: Vector, area: Area): boolean {
  return boundary(area).some(([from, to]) => angleToArc(place, from, to) < TOLERANCE);
}

/** Inside the ring and in none of the holes; the edge belongs to the area. */
function covers(area: Area, place: Vector): boolean {
  if (onBoundary(place, area)) return true;
  const [ring, ...holes] = area;
  return insideRing(place, ring!) && !holes.some((hole) => insideRing(place, hole));
}

function middleOf([from, to]: Arc): Vector {
  const sum: Vector = [from[0] + to[0], from[1] + to[1], from[2] + to[2]];
  const size = Math.hypot(...sum);
  return [sum[0] / size, sum[1] / size, sum[2] / size];
}

/** A line is inside when it begins inside and crosses no edge; its middles catch a chord over a notch between two vertices. */
function coversLine(area: Area, line: Vector[]): boolean {
  const edges = boundary(area);
  return (
    line.every((place) => covers(area, place)) &&
    arcsOf(line).every(
      (arc) => covers(area, middleOf(arc)) && !edges.some(([c, d]) => arcsCross(arc[0], arc[1], c, d)),
    )
  );
}

/** An area is inside when its ring is, and no hole of the other one lies within it. */
function coversArea(area: Area, other: Area): boolean {
  const holes = area.slice(1);
  return (
    coversLine(area, other[0]!) &&
    !holes.some((hole) => hole.some((place) => covers(other, place) && !onBoundary(place, other)))
  );
}

/** Whether a shape lies wholly in the areas of another one, each of its parts in one of them. */
export function within(shape: Shape, outer: Shape): boolean {
  const some = (test: (area: Area) => boolean) => outer.areas.some(test);
  return (
    shape.points.every((place) => some((area) => covers(area, place))) &&
    shape.lines.every((line) => some((area) => coversLine(area, line))) &&
    shape.areas.every((other) => some((area) => coversArea(area, other)))
  );
}

/** Whether a shape lies wholly in the circle around a place; `radius` in radians, below a quarter of the earth. */
export function withinCircle(shape: Shape, centre: Vector, radius: number): boolean {
  const places = [...shape.points, ...shape.lines.flat(), ...shape.areas.flat(2)];
  return places.every((place) => angle(place, centre) <= radius + 1e-12);
}

/** Whether two shapes have a place in common. */
export function intersects(a: Shape, b: Shape): boolean {
  return touches(a, b) || touches(b, a) || edgesMeet(a, b);
}

/** Whether a place of one shape (a point, or where a line or an edge begins) is on the other one. */
function touches(a: Shape, b: Shape): boolean {
  const places = [...a.points, ...a.lines.map((line) => line[0]!), ...a.areas.map((area) => area[0]![0]!)];
  return places.some(
    (place) =>
      b.areas.some((area) => covers(area, place)) ||
      b.lines.some((line) => arcsOf(line).some(([from, to]) => angleToArc(place, from, to) < TOLERANCE)) ||
      b.points.some((other) => angle(place, other) < TOLERANCE),
  );
}

function edgesMeet(a: Shape, b: Shape): boolean {
  const edges = (shape: Shape) => [...shape.lines.flatMap(arcsOf), ...shape.areas.flatMap(boundary)];
  const others = edges(b);
  return edges(a).some(([from, to]) => others.some(([c, d]) => arcsMeet(from, to, c, d)));
}

/** The angle from a place to the nearest place of a shape, radians. */
export function angleTo(shape: Shape, place: Vector): number {
  if (shape.areas.some((area) => covers(area, place))) return 0;
  const arcs = [...shape.lines.flatMap(arcsOf), ...shape.areas.flatMap(boundary)];
  return Math.min(
    ...shape.points.map((point) => angle(place, point)),
    ...arcs.map(([from, to]) => angleToArc(place, from, to)),
  );
}
