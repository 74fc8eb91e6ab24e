import { areaAt, contains } from '../area/area';
import { DAY, type Millis } from '../time/shanghai';
import { CATEGORIES, type Category, groupOf } from './category';
import { isTold } from './content';
import type { Place, Problem } from './problem';

/** What is about to be reported. */
export interface Sketch {
  category: Category;
  text?: string | undefined;
  place?: Place | undefined;
  /** Grid. */
  area: string;
}

export interface Likeness {
  problem: Problem;
  /** Metres, when both have a position. */
  metres?: number;
  /** Its words may be shown; else only that there is one. */
  told: boolean;
}

/** Older ones are another matter. */
export const SIMILAR_WITHIN: Millis = 30 * DAY;
/** A phone in the steppe is off by some hundred metres. */
const NEAR_METRES = 500;
/** Share of the shorter text's pairs of characters that both have. */
const ALIKE = 0.2;
const MOST = 3;

/**
 * Open matters that may be the same one, the likeliest first: the same kind, near in place and time. A neighbour sees
 * the public ones that passed the check, and of the own grid that there is one; never a confidential one.
 */
export function similarTo(sketch: Sketch, candidates: readonly Problem[], now: Millis): Likeness[] {
  return candidates
    .flatMap((problem) => {
      const likeness = compare(sketch, problem, now);
      return likeness ? [likeness] : [];
    })
    .sort((a, b) => b.score - a.score || b.problem.createdAt - a.problem.createdAt)
    .slice(0, MOST)
    .map(({ score: _score, ...likeness }) => likeness);
}

function compare(sketch: Sketch, problem: Problem, now: Millis): (Likeness & { score: number }) | null {
  if (problem.confidential || now - problem.createdAt > SIMILAR_WITHIN) return null;
  if (groupOf(problem.category) !== groupOf(sketch.category)) return null;
  const sameGrid = problem.area === sketch.area;
  const told = isTold(problem);
  if (!told && !(sameGrid && CATEGORIES[problem.category].shared)) return null;
  if (!contains(areaAt(sketch.area, 'village'), problem.area)) return null;
  const metres = distance(sketch.place, problem.place);
  const alike = told ? likeness(sketch.text ?? '', problem.text ?? '') : 0;
  if (metres !== undefined && metres > NEAR_METRES) return null;
  // Elsewhere in the village, only what is said tells that it is the same.
  if (metres === undefined && !sameGrid && alike < ALIKE) return null;
  const score =
    (metres === undefined ? 0 : 2) +
    (sameGrid ? 1 : 0) +
    (problem.category === sketch.category ? 1 : 0) +
    3 * alike;
  return { problem, told, score, ...(metres === undefined ? {} : { metres: Math.round(metres) }) };
}

const EARTH_METRES = 6_371_000;

/** Great-circle distance in metres; undefined unless both places have a position. */
export function distance(one: Place | undefined, other: Place | undefined): number | undefined {
  const a = radians(one);
  const b = radians(other);
  if (!a || !b) return undefined;
  const h =
    Math.sin((b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(a.latitude) * Math.cos(b.latitude) * Math.sin((b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

function radians(place: Place | undefined): { latitude: number; longitude: number } | undefined {
  if (place?.latitude === undefined || place.longitude === undefined) return undefined;
  return { latitude: (place.latitude * Math.PI) / 180, longitude: (place.longitude * Math.PI) / 180 };
}

/** 0 to 1: how much of the shorter text stands in the other, by pairs of neighbouring characters. */
export function likeness(one: string, other: string): number {
  const a = pairs(one);
  const b = pairs(other);
  const shorter = Math.min(a.size, b.size);
  if (shorter === 0) return 0;
  return [...a].filter((pair) => b.has(pair)).length / shorter;
}

function pairs(text: string): Set<string> {
  const letters = [...text.replace(/[\s\p{P}]/gu, '')];
  return new Set(letters.slice(1).map((letter, n) => `${letters[n]}${letter}`));
}
