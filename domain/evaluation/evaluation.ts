import type { AreaCode } from '../area/area';
import type { Aggregate } from '../command/applied';
import type { Owing } from '../notice/notice';
import type { Year } from '../points/account';
import type { Signatory } from '../points/entry';
import type { Scheme } from '../points/rule';
import type { Millis } from '../time/shanghai';

/** 满意 · 基本满意 · 不满意 · 说不清 */
export const ANSWERS = ['satisfied', 'basically', 'unsatisfied', 'unsure'] as const;
export type SurveyAnswer = (typeof ANSWERS)[number];

/** What a household says of its worker's year; stands in the household. */
export interface YearAnswer {
  said: SurveyAnswer;
  at: Millis;
  worker: string;
  /** How it was asked: by the household's own tap, or by a chief on the telephone or at the door. */
  by: 'app' | 'phone' | 'visit';
}

/** 好 · 较好 · 一般 · 较差, or 回避 */
export const MARKS = ['good', 'fair', 'middling', 'poor', 'recused'] as const;
export type Mark = (typeof MARKS)[number];

/** 优秀 · 合格 · 基本合格 · 不合格 */
export const GRADES = ['excellent', 'good', 'basic', 'failed'] as const;
export type Grade = (typeof GRADES)[number];

/** What a person can state. 休假 · 任职不满 · 联系不上的地方 */
export const EXEMPTIONS = ['leave', 'newcomer', 'unreachable'] as const;
export type StatedReason = (typeof EXEMPTIONS)[number];
/** Besides, by the figures themselves: nobody would be graded by a machine alone. 居民、评议人都答得太少 */
export type ExemptionReason = StatedReason | 'too-few';

export interface Exemption {
  why: ExemptionReason;
  /** Absent when the registry or the figures say so by themselves. */
  by?: Signatory;
  text?: string;
}

/** 征集中 · 已评分 · 已签字、等申诉 · 生效 */
export const EVALUATION_STATES = ['collecting', 'graded', 'signed', 'final'] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

/** What a village's year waits for from who leads it. 开始 · 评分 · 签字 */
export type Step = 'begin' | 'grade' | 'sign';

/** One of the three parts of a score, 0–100; absent: too few answers, its weight goes to the others. */
export interface ScorePart {
  score?: number;
  n: number;
}

export interface Appeal {
  at: Millis;
  text: string;
  answer?: {
    at: Millis;
    by: Signatory;
    upheld: boolean;
    text: string;
    /** The score as the supervisor sets it, when upheld; `was` stays beside it. */
    score?: number;
    was?: { score?: number; grade?: Grade; exempt?: Exemption };
  };
}

/** A worker's year. */
export interface Candidate {
  person: string;
  name: string;
  /** Grid. */
  area: AreaCode;
  areaPath: string;
  /** Months served in the year, leave not counted; tenths. */
  months: number;
  /** Is no worker any more; the year is told all the same. */
  former?: true;
  exempt?: Exemption;
  points: ScorePart & {
    total: number;
    full: number;
    /** Months of these in which points were counted at all: in their first year they begin somewhere on the way. */
    counted?: number;
  };
  /** To the nearest ten, and `n` no further than the fewest that count: neither tells what one household said. */
  residents: ScorePart;
  review: ScorePart;
  /** 0–100 with one decimal; absent when exempt. */
  score?: number;
  grade?: Grade;
  appeal?: Appeal;
}

/** 年度评议: one village × one year. */
export interface Evaluation extends Aggregate, Owing {
  /** Village. */
  area: AreaCode;
  areaPath: string;
  year: Year;
  state: EvaluationState;
  /** Frozen when it begins. */
  version: string;
  scheme: Scheme;
  reviewers: Signatory[];
  /** By reviewer, then by candidate. */
  marks: Record<string, Record<string, Mark>>;
  /** By candidate; what the secretary states. What the registry says is added when it is graded. */
  exemptions: Record<string, Exemption>;
  candidates: Candidate[];
  begunBy: Signatory;
  begunAt: Millis;
  gradedAt?: Millis;
  gradedBy?: Signatory;
  signedBy?: Signatory;
  signedAt?: Millis;
  /** Appeals are taken until then. */
  appealUntil?: Millis;
  /**
   * When the clock acts next: collecting, it reminds reviewers, then asks who leads to grade; graded, it asks them to
   * sign; signed, it makes the result final, or, while an appeal is open, reminds the supervisors.
   */
  nextAt?: Millis;
  finalAt?: Millis;
  /** SHA-256 of the list in its canonical form; printed on it and in every export. */
  hash?: string;
}

export function evaluationId(village: AreaCode, year: Year): string {
  return `${village}_${year}`;
}
