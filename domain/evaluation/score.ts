import type { Scheme } from '../points/rule';
import type { Candidate, Grade, Mark, ScorePart, SurveyAnswer } from './evaluation';

/** What an answer is worth; "I cannot say" is not counted. */
const ANSWERED: Record<SurveyAnswer, number | undefined> = {
  satisfied: 100,
  basically: 70,
  unsatisfied: 0,
  unsure: undefined,
};

/** What a mark is worth; who steps back is not counted. */
const MARKED: Record<Mark, number | undefined> = {
  good: 100,
  fair: 80,
  middling: 60,
  poor: 30,
  recused: undefined,
};

export const PARTS = ['points', 'residents', 'review'] as const;
export type PartName = (typeof PARTS)[number];

/** How many households gave each answer. */
export type AnswerCounts = Partial<Record<SurveyAnswer, number>>;

/** Points against what a full year brings, cut to the months served. */
export function pointsPart(total: number, n: number, months: number, scheme: Scheme): Candidate['points'] {
  const full = tenths((scheme.fullPoints * months) / 12);
  const share = full > 0 ? (100 * total) / full : 0;
  return { total, full, n, score: tenths(Math.min(100, Math.max(0, share))) };
}

/**
 * What households said, so coarse that no single answer can be read off it: to the nearest ten, and of more answers
 * than are needed nobody learns how many.
 */
export function residentsPart(counts: AnswerCounts, { fewestAnswers }: Scheme): ScorePart {
  const values = Object.entries(counts).flatMap(([said, count]) =>
    Array.from({ length: count }, () => ANSWERED[said as SurveyAnswer]),
  );
  const { n, score } = average(values, fewestAnswers);
  return score === undefined ? { n } : { n: Math.min(n, fewestAnswers), score: 10 * Math.round(score / 10) };
}

export function reviewPart(marks: readonly Mark[], { fewestReviews }: Scheme): ScorePart {
  return average(
    marks.map((mark) => MARKED[mark]),
    fewestReviews,
  );
}

/** With fewer than `fewest` counted values there is no figure: it would tell who said what. */
function average(values: readonly (number | undefined)[], fewest: number): ScorePart {
  const counted = values.filter((value) => value !== undefined);
  const n = counted.length;
  if (n === 0 || n < fewest) return { n };
  return { n, score: tenths(counted.reduce((sum, value) => sum + value, 0) / n) };
}

type Parts = Pick<Candidate, PartName>;

/**
 * How much each part counts for this person, in percent of the whole: a part without a figure is left out and the
 * others take its weight in their proportion. When nothing that weighs has a figure, those that have one count alike.
 */
export function weightsOf(parts: Parts, { weights }: Scheme): Record<PartName, number> {
  const present = PARTS.filter((part) => parts[part].score !== undefined);
  const sum = present.reduce((all, part) => all + weights[part], 0);
  const weight = (part: PartName) => {
    if (!present.includes(part)) return 0;
    return sum > 0 ? (100 * weights[part]) / sum : 100 / present.length;
  };
  return { points: weight('points'), residents: weight('residents'), review: weight('review') };
}

/** 0–100 with one decimal. */
export function scoreOf(parts: Parts, scheme: Scheme): number {
  const weights = weightsOf(parts, scheme);
  const sum = PARTS.reduce((all, part) => all + weights[part] * (parts[part].score ?? 0), 0);
  return tenths(sum / 100);
}

export function gradeOf(score: number, { grades }: Scheme): Grade {
  if (score >= grades.excellent) return 'excellent';
  if (score >= grades.good) return 'good';
  return score >= grades.basic ? 'basic' : 'failed';
}

/**
 * The candidate with score and grade; without them when exempt. Where neither residents nor reviewers have said enough,
 * points alone grade nobody.
 */
export function withResult(candidate: Candidate, scheme: Scheme): Candidate {
  const { score: _s, grade: _g, ...rest } = candidate;
  if (rest.exempt) return rest;
  if (rest.residents.score === undefined && rest.review.score === undefined)
    return { ...rest, exempt: { why: 'too-few' } };
  const score = scoreOf(rest, scheme);
  return { ...rest, score, grade: gradeOf(score, scheme) };
}

/** To one decimal. */
export function tenths(figure: number): number {
  return Math.round(figure * 10) / 10;
}
