import { gridOfWorker } from '../contact/duty';
import { notNow } from '../error/refused';
import type { Person } from '../person/person';
import { spanOfMonth } from '../points/calendar';
import type { Signatory } from '../points/entry';
import type { MonthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import { reviewUntil, surveyEndsAt } from './calendar';
import type { Candidate, Evaluation, Exemption } from './evaluation';
import { isFormer } from './former';
import { signAskedAt } from './pace';
import { marksOf } from './review';
import { type AnswerCounts, pointsPart, residentsPart, reviewPart, tenths, withResult } from './score';
import { exemptionOf, serviceOf } from './service';

/** What grading is made from, read by the server. */
export interface GradingFacts {
  workers: readonly Person[];
  /** The reviewers' own documents: who is kin of whom. */
  judges: readonly Pick<Person, '_id' | 'household'>[];
  /** By worker: the year's points book; everybody who served has one. */
  books: ReadonlyMap<
    string,
    { total: number; entries: number; closed: boolean; since?: MonthKey | undefined }
  >;
  /** By worker: how many households said what. */
  answers: ReadonlyMap<string, AnswerCounts>;
  /** The first month whose points were counted in this village. */
  since?: MonthKey | undefined;
}

export type Wait = 'survey' | 'reviews' | 'books' | 'appeals';

/**
 * Why it cannot be graded yet; a book that is not there is waited for as one that is open, never taken for none. Only
 * of who is no worker any more nobody comes back to write one.
 * @param missing reviewers with marks still to give
 */
export function gradingWaits(
  evaluation: Evaluation,
  { missing, workers, books }: { missing: number } & Pick<GradingFacts, 'workers' | 'books'>,
  at: Millis,
): Wait[] {
  const closed = workers.every((worker) => {
    const book = books.get(worker._id);
    return book?.closed || (!book && isFormer(worker)) || exemptionFor(evaluation, worker) !== undefined;
  });
  return [
    ...(at < surveyEndsAt(evaluation.year) ? (['survey'] as const) : []),
    ...(missing > 0 && at < reviewUntil(evaluation) ? (['reviews'] as const) : []),
    ...(closed ? [] : (['books'] as const)),
  ];
}

const WAITS: Record<Wait, { zh: string; en: string }> = {
  survey: { zh: '还在征求居民意见，1月15日以后评分', en: 'Residents are being asked until 15 January' },
  reviews: { zh: '还有评议人没有打完分', en: 'Some reviewers have not given all marks' },
  books: { zh: '这一年的积分账还没有结清', en: 'The books of the year are not closed yet' },
  appeals: { zh: '还有申诉没有答复', en: 'An appeal is open' },
};

/**
 * Counts every candidate's parts. It may be done again until it is signed: a grade here is a proposal, shown to nobody
 * but who evaluates; only the signature makes it one.
 * @throws Refusal NOT_NOW naming what it waits for
 */
export function graded(
  evaluation: Evaluation,
  facts: GradingFacts,
  { waits, by }: { waits: readonly Wait[]; by: Signatory },
  at: Millis,
): Evaluation {
  unsigned(evaluation);
  const [wait] = waits;
  if (wait) throw notNow(wait, WAITS[wait].zh, WAITS[wait].en);
  const candidates = facts.workers.map((worker) =>
    withResult(candidateOf(evaluation, worker, facts), evaluation.scheme),
  );
  return {
    ...evaluation,
    state: 'graded',
    gradedAt: at,
    gradedBy: by,
    nextAt: signAskedAt(at),
    candidates: byPlace(candidates),
  };
}

/** @throws Refusal NOT_NOW once it is signed */
export function unsigned({ state }: Pick<Evaluation, 'state'>): void {
  if (state === 'signed' || state === 'final') throw notNow('village', '已经签字了', 'It is signed already');
}

/** A worker with the figures of the year, before a result. */
export function candidateOf(
  evaluation: Pick<Evaluation, 'year' | 'scheme' | 'exemptions' | 'marks' | 'reviewers'>,
  worker: Person,
  { books, answers, judges, since }: Omit<GradingFacts, 'workers'>,
): Candidate {
  const { year, scheme } = evaluation;
  const months = tenths(serviceOf(worker, year).months);
  const book = books.get(worker._id);
  const exempt = exemptionFor(evaluation, worker);
  const from = earlier(since, book?.since);
  const counted = from ? tenths(serviceOf(worker, year, spanOfMonth(from).from).months) : months;
  const { score, ...expected } = pointsPart(book?.total ?? 0, book?.entries ?? 0, counted, scheme);
  // Nobody is measured by months in which nothing was counted, nor by too few of them.
  const enough = book !== undefined && counted >= Math.min(months, scheme.monthsToGrade);
  return {
    person: worker._id,
    name: worker.name,
    area: gridOfWorker(worker),
    areaPath: worker.posts.find(({ role }) => role === 'worker')?.areaPath ?? worker.areaPath,
    months,
    ...(isFormer(worker) ? { former: true as const } : {}),
    ...(exempt ? { exempt } : {}),
    points: {
      ...expected,
      ...(enough && score !== undefined ? { score } : {}),
      ...(counted < months ? { counted } : {}),
    },
    residents: residentsPart(answers.get(worker._id) ?? {}, scheme),
    review: reviewPart(marksOf(evaluation, worker, judges), scheme),
  };
}

/** Points of who came from another village in the year may be older than those of this one. */
function earlier(since: MonthKey | undefined, own: MonthKey | undefined): MonthKey | undefined {
  return since !== undefined && own !== undefined && own < since ? own : since;
}

/** What is stated of a worker, else what the registry says. */
function exemptionFor(
  { exemptions, scheme, year }: Pick<Evaluation, 'exemptions' | 'scheme' | 'year'>,
  worker: Person,
): Exemption | undefined {
  return exemptions[worker._id] ?? exemptionOf(serviceOf(worker, year), scheme);
}

function byPlace(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => (a.area + a.person < b.area + b.person ? -1 : 1));
}
