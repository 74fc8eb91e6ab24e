import type { Area, AreaCode } from '../area/area';
import type { Standing } from '../contact/need';
import type { SheetCounts } from '../contact/sheet';
import type { Words } from '../error/refusal';
import type { NoticeFacts, NoticeKind } from '../notice/notice';
import type { Role } from '../person/person';
import type { Category } from '../problem/category';
import type { CommandName } from '../problem/commands';
import type { DeadlineKind } from '../problem/ladder';
import type { Holder, Outcome, Place, Status, TimelineEntry } from '../problem/problem';
import type { WeekKey } from '../time/period';
import type { Millis } from '../time/shanghai';

/** Every answer that shows figures says when they were true. */
export interface AsOf {
  asOf: Millis;
}

export interface Me {
  id: string;
  name: string;
  roles: Role[];
  /** Where this person's next uploads go; new at every opening, so that a file's address tells nobody whose it is. */
  folder: string;
  /** Area of the post (or home) this view is for. */
  area: { code: AreaCode; path: string };
}

export interface NoticeView {
  id: string;
  kind: NoticeKind;
  at: Millis;
  read: boolean;
  urgent: boolean;
  problem: string;
  facts: NoticeFacts;
  /** As worded for WeChat and the inbox. */
  title: Words;
  text: Words;
}

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

export interface HouseholdCard {
  id: string;
  head: string;
  members: number;
  address: string;
  phone?: string;
  standing: Standing;
}

/** Households due / reached / met of one area in one week. */
export interface CoverageRow {
  area: { code: AreaCode; name: string };
  due: number;
  reached: number;
  met: number;
}

interface HomeBase extends AsOf {
  me: Me;
  unread: number;
  notices: NoticeView[];
  /** Subscription message templates this person will need next. */
  templates: string[];
}

export type HomeView =
  | (HomeBase & { as: 'worker'; week: WeekKey; counts: SheetCounts; households: HouseholdCard[] })
  | (HomeBase & {
      as: 'resident';
      worker: { name: string; phone?: string } | null;
      problems: ProblemCard[];
    })
  | (HomeBase & {
      as: 'chief' | 'secretary' | 'official' | 'handler' | 'supervisor' | 'admin';
      week: WeekKey;
      /** What this desk must act on now, earliest deadline first. */
      desk: ProblemCard[];
      coverage: CoverageRow[];
    });

export interface ProblemView extends ProblemCard, AsOf {
  text?: string;
  voice?: { url: string; seconds: number };
  photos: string[];
  place?: Place;
  confidential: boolean;
  /** Absent when hidden from this reader. */
  reporter?: { name: string };
  onBehalfBy?: { name: string };
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

/** What a problem command answers. */
export interface ProblemAnswer extends AsOf {
  problem: string;
  status: Status;
  holder: Pick<Holder, 'role' | 'level' | 'name'>;
  deadline?: { kind: DeadlineKind; at: Millis };
}

export interface Outputs {
  'session.mint': { token: string; expiresAt: Millis; me: { id: string; name: string; roles: Role[] } };
  'home.open': HomeView;
  'contact.save': SheetCounts & AsOf;
  'problem.report': ProblemAnswer;
  'problem.list': AsOf & { problems: ProblemCard[]; next?: Millis };
  'problem.view': ProblemView;
  'problem.accept': ProblemAnswer;
  'problem.finish': ProblemAnswer;
  'problem.escalate': ProblemAnswer;
  'problem.confirm': ProblemAnswer;
  'problem.reopen': ProblemAnswer;
  'problem.withdraw': ProblemAnswer;
  'problem.comment': ProblemAnswer;
  'notice.inbox': AsOf & { notices: NoticeView[]; next?: Millis };
  'notice.read': AsOf & { read: number };
  'media.put': { file: string };
  'registry.areas': { areas: Pick<Area, '_id' | 'level' | 'name' | 'path' | 'parent' | 'households'>[] };
}
