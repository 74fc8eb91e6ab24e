import type { AreaCode, Level } from '../area/area';
import type { Applied } from '../command/applied';
import type { PushBook } from '../notice/book';
import type { Millis } from '../time/shanghai';

/** 网格员 网格长 村党组织书记 镇旗干部 部门承办人 监督员 管理员; `resident` needs no post. */
export const ROLES = [
  'resident',
  'worker',
  'chief',
  'secretary',
  'official',
  'handler',
  'supervisor',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];
export type PostRole = Exclude<Role, 'resident'>;

export interface Post {
  role: PostRole;
  area: AreaCode;
  /** Name of the area from the township down; copied here so that a screen costs no extra read. */
  areaPath: string;
  unit?: string;
  /** Stands in when whoever has the desk is on leave; hears of danger at once. */
  deputy?: true;
}

/** A worker's dated tie to a household. The worker's own document holds it: one owner, history kept. */
export interface Link {
  household: string;
  from: Millis;
  /** Exclusive; absent while the link lasts. */
  to?: Millis;
  /** Stands in for the household's own worker, who is on leave. */
  cover?: true;
  /** Grid of the household, when it is not the worker's own. */
  area?: AreaCode;
}

/** A worker's leave; `cover` stands in while it lasts. */
export interface Leave {
  from: Millis;
  /** Exclusive. */
  to: Millis;
  cover?: string;
}

/** What a resident agreed to, in which wording, and whether that still stands. */
export interface Consent {
  purpose: 'contact-and-problems';
  version: string;
  at: Millis;
  withdrawnAt?: Millis;
  /** Id of the command that withdrew it: said again after a new consent, it means the old one. */
  withdrawnBy?: string;
}

export interface Person {
  _id: string;
  /** Up to 30 characters, `·` and Latin letters allowed. */
  name: string;
  /** WeChat's id of this person in this mini program; absent until bound. */
  openid?: string;
  phone?: string;
  posts: Post[];
  /** `role@area` of each post, of a handler `role@area:unit`: finds who sits at a desk with one equality. */
  desks: string[];
  /** The household a resident is bound to. */
  household?: string;
  /** The grid the person lives in, or the area of the first post. */
  area: AreaCode;
  areaPath: string;
  links?: Link[];
  leaves?: Leave[];
  /** Grows whenever links or leaves change, so that two who change them never overwrite one another. */
  linksRev?: number;
  /** Commands that changed links or leaves. */
  handovers?: Applied[];
  consents?: Consent[];
  /** What is known of the person's phone: consents left, last message, choices. */
  push?: PushBook;
  /** Picture that the person's households see. */
  photo?: string;
  /** Marks generated demonstration data. */
  synthetic?: boolean;
}

/** A unit's own desk is told apart from the other units' of the same area: `handler@150625:旗水利局`. */
export function deskKey(role: PostRole, area: AreaCode, unit?: string): string {
  return unit ? `${role}@${area}:${unit}` : `${role}@${area}`;
}

export function rolesOf(person: Person): Role[] {
  const roles: Role[] = [...new Set(person.posts.map((post) => post.role))];
  return person.household ? [...roles, 'resident'] : roles;
}

export function postsOf(person: Person, role: Role): Post[] {
  return person.posts.filter((post) => post.role === role);
}

/** Ids of the households linked to the worker at that instant. */
export function caseload(person: Person, at: Millis): string[] {
  return (person.links ?? [])
    .filter((link) => link.from <= at && (link.to === undefined || at < link.to))
    .map((link) => link.household);
}

/** Whose desk a matter of this level stands on. */
export const LEVEL_ROLE: Record<Level, PostRole> = {
  grid: 'chief',
  village: 'secretary',
  township: 'official',
  banner: 'official',
};
