import type { AreaCode } from '../../area/area';
import type { Words } from '../../error/refusal';
import type { Category } from '../../problem/category';
import type { CommandName } from '../../problem/commands';
import type { ContentState } from '../../problem/content';
import type { DeadlineKind } from '../../problem/ladder';
import type { Holder, Outcome, Place, Status, TimelineEntry } from '../../problem/problem';
import type { Millis } from '../../time/shanghai';
import type { AsOf } from './as-of';

export interface ProblemCard {
  id: string;
  category: Category;
  urgent: boolean;
  status: Status;
  outcome?: Outcome;
  summary: string;
  hasVoice: boolean;
  area: { code: AreaCode; path: string };
  holder: Pick<Holder, 'role' | 'level' | 'name'> & { areaName: string };
  deadline?: { kind: DeadlineKind; at: Millis };
  createdAt: Millis;
}

export interface ProblemView extends ProblemCard, AsOf {
  text?: string;
  voice?: { url: string; seconds: number };
  photos: string[];
  place?: Place;
  confidential: boolean;
  /** Neighbours may see it, masked. */
  public: boolean;
  /** Of the content check, and whether this reader decides it. */
  content: { state: ContentState; mayClear: boolean };
  /** Absent when hidden from this reader. */
  reporter?: { name: string };
  onBehalfBy?: { name: string };
  agreedBy?: string;
  mine: boolean;
  /** Exactly the commands this reader may give now. */
  actions: CommandName[];
  /** The running deadline, explained line by line. */
  why: Words[];
  timeline: (Omit<TimelineEntry, 'by' | 'holder' | 'deadline' | 'photos'> & {
    by?: { name: string; role: string };
    holder?: Pick<Holder, 'role' | 'level' | 'name'> & { areaName: string };
    deadline?: { kind: DeadlineKind; at: Millis };
    photos?: string[];
  })[];
}

/** An open matter that may be the same one, as a neighbour may know it. */
export interface SimilarProblem {
  id: string;
  category: Category;
  status: Status;
  /** Masked; empty when only that there is one may be told. */
  summary: string;
  hasVoice: boolean;
  place?: string;
  /** Name of its grid. */
  gridName: string;
  /** Metres from the place that was given. */
  metres?: number;
  holder: Pick<Holder, 'role' | 'level' | 'name'> & { areaName: string };
  createdAt: Millis;
}

/** What a problem command answers. */
export interface ProblemAnswer extends AsOf {
  problem: string;
  status: Status;
  holder: Pick<Holder, 'role' | 'level' | 'name'>;
  deadline?: { kind: DeadlineKind; at: Millis };
}

export interface ProblemOutputs {
  'problem.report': ProblemAnswer;
  'problem.similar': AsOf & { problems: SimilarProblem[] };
  'problem.clear': AsOf & { problem: string; state: ContentState };
  'problem.list': AsOf & { problems: ProblemCard[]; next?: Millis };
  'problem.view': ProblemView;
  'problem.accept': ProblemAnswer;
  'problem.finish': ProblemAnswer;
  'problem.escalate': ProblemAnswer;
  'problem.confirm': ProblemAnswer;
  'problem.reopen': ProblemAnswer;
  'problem.withdraw': ProblemAnswer;
  'problem.comment': ProblemAnswer;
}
