import type { AreaCode } from '../../area/area';
import type { Candidate, EvaluationState, Mark, SurveyAnswer } from '../../evaluation/evaluation';
import type { Wait } from '../../evaluation/grade';
import type { Role } from '../../person/person';
import type { Year } from '../../points/account';
import type { Scheme } from '../../points/rule';
import type { Millis } from '../../time/shanghai';
import type { AsOf } from './as-of';

/** A worker's result, as those see it who may: all of them who evaluates, only the own one a candidate once it is signed. */
export type CandidateView = Candidate;

export interface EvaluationView extends AsOf {
  village: { code: AreaCode; path: string };
  year: Year;
  years: Year[];
  /** Absent: not begun yet. */
  state?: EvaluationState;
  scheme: Scheme;
  version?: string;
  /** How this reader stands to it. */
  as: 'secretary' | 'above' | 'supervisor' | 'reviewer' | 'candidate';
  /** All for who evaluates, without figures until it is graded; one's own for a candidate; none for a reviewer. */
  candidates: CandidateView[];
  /** Graded here, or kin of somebody who is: no line is shown before it is signed. */
  barred?: 'involved';
  /** Told to who leads while it waits for a signature: the hash of these candidates' list, to sign. */
  list?: string;
  /** Whom this reader is to give a mark, and which was given: names only, no figures. */
  toReview?: { person: string; name: string; areaPath: string; mark?: Mark }[];
  /** `given`: how many marks, told to who evaluates. */
  reviewers: { person: string; name: string; given?: number }[];
  /** Whom a secretary can name as reviewer. */
  possible?: { person: string; name: string; role: Role }[];
  /** Households, and how many have answered; told to who evaluates. */
  survey?: { asked: number; answered: number };
  signedBy?: string;
  signedAt?: Millis;
  appealUntil?: Millis;
  /** Of a candidate only the own one. */
  openAppeals: number;
  finalAt?: Millis;
  hash?: string;
  may: ('begin' | 'exempt' | 'grade' | 'sign' | 'review' | 'appeal' | 'export')[];
  /** Why grading, or the end, must wait. */
  waits: Wait[];
}

export interface EvaluationRow {
  village: { code: AreaCode; name: string };
  state?: EvaluationState;
  candidates: number;
  openAppeals: number;
  finalAt?: Millis;
}

export interface EvaluationOutputs {
  'evaluation.open': EvaluationView;
  'evaluation.list': AsOf & { year: Year; rows: EvaluationRow[] };
  'evaluation.begin': AsOf & { state: EvaluationState };
  'evaluation.answer': AsOf & { said: SurveyAnswer };
  'evaluation.review': AsOf & { given: number };
  'evaluation.exempt': AsOf & { person: string };
  'evaluation.grade': AsOf & { state: EvaluationState; graded: number };
  'evaluation.sign': AsOf & { state: EvaluationState; appealUntil: Millis };
  'evaluation.appeal': AsOf & { at: Millis };
  'evaluation.appeals': AsOf & {
    appeals: {
      village: { code: AreaCode; path: string };
      year: Year;
      candidate: CandidateView;
      barred?: 'involved';
    }[];
  };
  'evaluation.decide': AsOf & { person: string; upheld: boolean };
}
