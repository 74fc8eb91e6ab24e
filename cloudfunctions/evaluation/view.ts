import type { AreaCode } from '../../domain/area/area';
import type { EvaluationView } from '../../domain/contract/views';
import { isOpen, openAppeals } from '../../domain/evaluation/appeal';
import { evaluatedYear } from '../../domain/evaluation/calendar';
import type { Candidate, Evaluation } from '../../domain/evaluation/evaluation';
import { listText } from '../../domain/evaluation/final';
import { candidateOf, type GradingFacts, gradingWaits, type Wait } from '../../domain/evaluation/grade';
import { isReviewer, stillToMark, toMark } from '../../domain/evaluation/review';
import type { AnswerCounts } from '../../domain/evaluation/score';
import { householdsIn } from '../../domain/evaluation/service';
import type { Person, PostRole } from '../../domain/person/person';
import type { Scheme } from '../../domain/points/rule';
import type { Millis } from '../../domain/time/shanghai';
import { sha256 } from '../kit/sha256';

/** What was read for a reader. */
export interface Seen {
  village: { code: AreaCode; path: string };
  year: string;
  years: string[];
  scheme: Scheme;
  evaluation: Evaluation | undefined;
  /** The post by which the reader evaluates. */
  role: PostRole | undefined;
  person: Person;
  /** For who evaluates or reviews. */
  cast?: {
    workers: Person[];
    judges: Person[];
    leads: boolean;
    /** Graded here, or kin of somebody who is, and it is not signed. */
    barred: boolean;
  };
  /** For who evaluates. */
  figures?: {
    answers: ReadonlyMap<string, AnswerCounts>;
    books: GradingFacts['books'] | undefined;
    possible: EvaluationView['possible'];
  };
}

/** The page of this reader: what is not theirs is not in it. */
export function viewOf(seen: Seen, at: Millis): EvaluationView {
  const { village, year, years, scheme, evaluation, role, figures } = seen;
  const own = ownResult(seen);
  const waits = waitsOf(seen, at);
  const toReview = toReviewOf(seen);
  return {
    village,
    year,
    years,
    scheme,
    as: standingOf(seen),
    candidates: role ? candidatesFor(seen) : own ? [own] : [],
    ...(role && seen.cast?.barred ? { barred: 'involved' as const } : {}),
    ...listOf(seen),
    ...(toReview ? { toReview } : {}),
    reviewers: reviewersOf(seen),
    ...(figures?.possible ? { possible: figures.possible } : {}),
    ...(figures ? { survey: surveyOf(seen, figures.answers) } : {}),
    ...(evaluation ? progressOf(evaluation) : {}),
    openAppeals: role ? openAppeals(evaluation ?? { candidates: [] }) : own && isOpen(own) ? 1 : 0,
    may: mayOf(seen, { waits, own, toReview }, at),
    waits,
    asOf: at,
  };
}

function progressOf({ state, version, signedBy, signedAt, appealUntil, finalAt, hash }: Evaluation) {
  return {
    state,
    version,
    ...(signedBy ? { signedBy: signedBy.name } : {}),
    ...(signedAt ? { signedAt } : {}),
    ...(appealUntil ? { appealUntil } : {}),
    ...(finalAt ? { finalAt } : {}),
    ...(hash ? { hash } : {}),
  };
}

function standingOf({ role, evaluation, person }: Seen): EvaluationView['as'] {
  if (role === 'secretary' || role === 'supervisor') return role;
  if (role) return 'above';
  return evaluation && isReviewer(evaluation, person) && evaluation.state === 'collecting'
    ? 'reviewer'
    : 'candidate';
}

/** Nobody is told a result before somebody has signed it. */
function ownResult({ evaluation, person }: Seen): Candidate | undefined {
  if (evaluation?.state !== 'signed' && evaluation?.state !== 'final') return undefined;
  return evaluation.candidates.find((one) => one.person === person._id);
}

/** What a leader signs is named by its hash: only what was seen can be signed. */
function listOf({ evaluation, cast }: Seen): Pick<EvaluationView, 'list'> {
  return evaluation?.state === 'graded' && cast?.leads ? { list: sha256(listText(evaluation)) } : {};
}

/** Until it is graded: who it is about and who is exempt, without a figure. */
function candidatesFor({ evaluation, year, scheme, cast }: Seen): Candidate[] {
  if (cast?.barred) return [];
  if (evaluation && evaluation.state !== 'collecting') return evaluation.candidates;
  const { exemptions } = evaluation ?? { exemptions: {} };
  const blank = { year, scheme, exemptions, marks: {}, reviewers: [] };
  const facts = { books: new Map(), answers: new Map(), judges: [] };
  return (cast?.workers ?? []).map((worker) => candidateOf(blank, worker, facts));
}

function toReviewOf({ evaluation, person, cast }: Seen): EvaluationView['toReview'] {
  if (!cast || evaluation?.state !== 'collecting' || !isReviewer(evaluation, person)) return undefined;
  const given = evaluation.marks[person._id] ?? {};
  return toMark(person, cast.workers).map(({ _id, name, posts, areaPath }) => {
    const mark = given[_id];
    const path = posts.find(({ role }) => role === 'worker')?.areaPath ?? areaPath;
    return { person: _id, name, areaPath: path, ...(mark ? { mark } : {}) };
  });
}

function reviewersOf({ evaluation, role }: Seen): EvaluationView['reviewers'] {
  if (!evaluation) return [];
  return evaluation.reviewers.map(({ person, name }) => {
    const given = Object.keys(evaluation.marks[person] ?? {}).length;
    return { person, name, ...(role ? { given } : {}) };
  });
}

function surveyOf({ cast, year }: Seen, answers: ReadonlyMap<string, AnswerCounts>) {
  const answered = [...answers.values()].flatMap((counts) => Object.values(counts));
  return {
    asked: householdsIn(cast?.workers ?? [], year).size,
    answered: answered.reduce((sum, n) => sum + n, 0),
  };
}

function waitsOf({ evaluation, cast, figures, role }: Seen, at: Millis): Wait[] {
  if (!evaluation || !cast || !role) return [];
  if (evaluation.state === 'signed') return openAppeals(evaluation) > 0 ? ['appeals'] : [];
  if (evaluation.state !== 'collecting') return [];
  const missing = stillToMark(evaluation, cast.judges, cast.workers).length;
  return gradingWaits(evaluation, { missing, workers: cast.workers, books: figures?.books ?? new Map() }, at);
}

interface Standing extends Pick<EvaluationView, 'waits' | 'toReview'> {
  own: Candidate | undefined;
}

function mayOf(
  { evaluation, cast, role, year }: Seen,
  { waits, own, toReview }: Standing,
  at: Millis,
): EvaluationView['may'] {
  const state = evaluation?.state;
  const leads = cast?.leads === true;
  const inTime = evaluation?.appealUntil !== undefined && at < evaluation.appealUntil;
  const open = state === 'collecting' || state === 'graded';
  const allowed = {
    begin: leads && (state === undefined || state === 'collecting') && year <= evaluatedYear(at),
    exempt: leads && open,
    grade: leads && open && waits.length === 0,
    sign: leads && state === 'graded',
    review: toReview !== undefined,
    appeal: state === 'signed' && inTime && own !== undefined && own.appeal === undefined,
    export: role !== undefined && state === 'final',
  };
  return (Object.keys(allowed) as (keyof typeof allowed)[]).filter((act) => allowed[act]);
}
