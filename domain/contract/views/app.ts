import type { AreaCode } from '../../area/area';
import type { Channel } from '../../contact/channel';
import type { SheetCounts } from '../../contact/sheet';
import type { SurveyAnswer } from '../../evaluation/evaluation';
import type { Role } from '../../person/person';
import type { Year } from '../../points/account';
import type { WeekKey } from '../../time/period';
import type { Millis } from '../../time/shanghai';
import type { AsOf } from './as-of';
import type { CoverageRow, HouseholdCard } from './contact';
import type { NoticeView } from './notice';
import type { ProblemCard } from './problem';

export interface Me {
  id: string;
  name: string;
  roles: Role[];
  /** Where this person's next uploads go; new at every opening, so that a file's address tells nobody whose it is. */
  folder: string;
  /** Area of the post (or home) this view is for. */
  area: { code: AreaCode; path: string };
}

interface HomeBase extends AsOf {
  me: Me;
  unread: number;
  notices: NoticeView[];
  /** Subscription message templates this person will need next. */
  templates: string[];
}

export interface WorkerHome extends HomeBase {
  as: 'worker';
  week: WeekKey;
  counts: SheetCounts;
  /** Whom to contact first on top. */
  households: HouseholdCard[];
}

export interface ResidentHome extends HomeBase {
  as: 'resident';
  household: { id: string; head: string };
  worker: { name: string; phone?: string; photo?: string } | null;
  /** A contact of the last two weeks that the household has said nothing of yet. */
  vouch?: { week: WeekKey; at: Millis; channel: Channel; inPerson: boolean };
  callAskedAt?: Millis;
  /** In the weeks in which households are asked about their worker's year; `said` when this one has answered. */
  survey?: { year: Year; worker: string; said?: SurveyAnswer };
  problems: ProblemCard[];
}

export interface DeskHome extends HomeBase {
  as: 'chief' | 'secretary' | 'official' | 'handler' | 'supervisor' | 'admin';
  week: WeekKey;
  /** What this desk must act on now, earliest deadline first. */
  desk: ProblemCard[];
  coverage: CoverageRow[];
}

export type HomeView = WorkerHome | ResidentHome | DeskHome;

export interface AppOutputs {
  /** `me` is absent for a phone that nobody has registered yet: it can ask to be bound, and nothing else. */
  'session.mint': { token: string; expiresAt: Millis; me?: { id: string; name: string; roles: Role[] } };
  'home.open': HomeView;
  'media.put': { file: string };
}
