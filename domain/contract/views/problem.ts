import type { AreaCode } from '../../area/area';
import type { Words } from '../../error/refusal';
import type { PostRole } from '../../person/person';
import type { Category } from '../../problem/category';
import type { ClientCommand, CommandName } from '../../problem/commands';
import type { ContentState } from '../../problem/content';
import type { DeadlineKind } from '../../problem/ladder';
import type { DESK_ROLES, DeskFilter } from '../../problem/party';
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
  holder: DeskView;
  /** Who does the work for the holder. */
  lead?: PartyView;
  helpers: PartyView[];
  /** How many others have the same problem. */
  followers: number;
  deadline?: { kind: DeadlineKind; at: Millis };
  /** An extension is asked for, and not answered yet. */
  asked?: { until: Millis; text: string };
  supervised: boolean;
  verified: boolean;
  stars?: number;
  createdAt: Millis;
}

/** `areaName` is the unit's name, where the desk is a unit's. */
export type DeskView = Pick<Holder, 'role' | 'level' | 'name'> & { areaName: string };

/** Named to everybody who may see the matter. */
export interface PartyView {
  name: string;
  role: PostRole;
  unit?: string;
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
  /** Joined it: hears what the reporter hears. */
  following: boolean;
  /** Exactly the commands this reader may give now; what each needs stands in the table of commands. */
  actions: CommandName[];
  /** The running deadline, explained line by line. */
  why: Words[];
  timeline: LineView[];
}

export interface LineView
  extends Omit<TimelineEntry, 'by' | 'holder' | 'deadline' | 'photos' | 'parties' | 'other'> {
  by?: { name: string; role: string };
  holder?: DeskView;
  deadline?: { kind: DeadlineKind; at: Millis };
  photos?: string[];
  parties?: PartyView[];
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
  holder: DeskView;
  createdAt: Millis;
}

/** What a problem command answers. */
export interface ProblemAnswer extends AsOf {
  problem: string;
  status: Status;
  holder: Pick<Holder, 'role' | 'level' | 'name'>;
  deadline?: { kind: DeadlineKind; at: Millis };
}

/** How many matters of my desks stand how. */
export type DeskTotals = Record<DeskFilter, number>;

/** A desk or a person that a matter can be given to. */
export interface PartyChoice extends PartyView {
  /** As the commands want it. */
  party: { role: (typeof DESK_ROLES)[number]; area: AreaCode; unit?: string } | { person: string };
  areaPath: string;
}

type CommandOutputs = { [C in ClientCommand as `problem.${C}`]: ProblemAnswer };

export interface ProblemOutputs extends CommandOutputs {
  'problem.report': ProblemAnswer;
  'problem.similar': AsOf & { problems: SimilarProblem[] };
  'problem.clear': AsOf & { problem: string; state: ContentState };
  'problem.list': AsOf & { problems: ProblemCard[]; next?: Millis; totals?: DeskTotals };
  'problem.view': ProblemView;
  'problem.whom': AsOf & { choices: PartyChoice[] };
}
