/** A place on the earth as MongoDB and GeoJSON write it: longitude, latitude, degrees. */
export type Position = [longitude: number, latitude: number];

/** The same place as a unit vector: every question becomes dot and cross products, and no pole or date line is special. */
export type Vector = readonly [number, number, number];

/** MongoDB's radius of the earth, in metres. */
export const EARTH_RADIUS = 6_378_100;

/** Six centimetres: two places closer than this are one, and a place this close to a line is on it. */
export const TOLERANCE = 1e-8;

const RADIANS = Math.PI / 180;

export function vectorOf([longitude, latitude]: Position): Vector {
  const [east, north] = [longitude * RADIANS, latitude * RADIANS];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function length(a: Vector): number {
  return Math.hypot(a[0], a[1], a[2]);
}

/** The angle between two places, radians; good for near ones and for opposite ones. */
export function angle(a: Vector, b: Vector): number {
  return Math.atan2(length(cross(a, b)), dot(a, b));
}

/** The angle between a place and the nearest place of the arc between two others, radians. */
export function angleToArc(place: Vector, from: Vector, to: Vector): number {
  const normal = cross(from, to);
  const size = length(normal);
  const ends = Math.min(angle(place, from), angle(place, to));
  if (size < 1e-15) return ends;
  const beside = dot(cross(from, place), normal) >= 0 && dot(cross(place, to), normal) >= 0;
  if (!beside) return ends;
  return Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(place, normal) / size))));
}

/** Whether two arcs cross or touch. */
export function arcsMeet(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  if (angleToArc(a, c, d) < TOLERANCE || angleToArc(b, c, d) < TOLERANCE) return true;
  if (angleToArc(c, a, b) < TOLERANCE || angleToArc(d, a, b) < TOLERANCE) return true;
  return arcsCross(a, b, c, d);
}

/** Whether two arcs cross inside both of them; touching is not crossing. */
export function arcsCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const first = cross(a, b);
  const second = cross(c, d);
  const side = (normal: Vector, place: Vector) => dot(normal, place) / length(normal);
  const opposite = (one: number, other: number) =>
    Math.abs(one) > TOLERANCE && Math.abs(other) > TOLERANCE && one > 0 !== other > 0;
  if (!opposite(side(first, c), side(first, d)) || !opposite(side(second, a), side(second, b))) return false;
  // The great circles meet in two opposite places; both arcs must pass the same one of them.
  const meeting = cross(first, second);
  const on = (from: Vector, to: Vector) => dot(meeting, from) + dot(meeting, to);
  return on(a, b) * on(c, d) > 0;
}

/**
 * Whether a place is inside a ring (closed, smaller than half the earth, as MongoDB takes it). Seen from the place, the
 * ring turns once around it when it is inside; the opposite place sees the same turn and is told apart by the ring's middle.
 */
export function insideRing(place: Vector, ring: readonly Vector[]): boolean {
  let turned = 0;
  let middle: Vector = [0, 0, 0];
  for (let n = 0; n + 1 < ring.length; n++) {
    const [from, to] = [ring[n]!, ring[n + 1]!];
    turned += bearingChange(place, from, to);
    middle = [middle[0] + from[0], middle[1] + from[1], middle[2] + from[2]];
  }
  return Math.abs(turned) > Math.PI && dot(place, middle) > 0;
}

function bearingChange(place: Vector, from: Vector, to: Vector): number {
  const a = cross(place, from);
  const b = cross(place, to);
  return Math.atan2(dot(place, cross(a, b)), dot(a, b));
}
