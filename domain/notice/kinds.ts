/**
 * About a problem. To the desk that holds it: new, escalated, climbed, reopened, supervised, answered.
 * To the desk that lost it: taken-up. To the reporter: accepted, finished, moved, closed. To the other side: commented.
 */
export const MATTER_KINDS = [
  'new',
  'escalated',
  'climbed',
  'reopened',
  'supervised',
  'answered',
  'taken-up',
  'accepted',
  'finished',
  'moved',
  'closed',
  'commented',
] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

/**
 * About contact. To the worker: who is left this week, a household asks to be called or to be bound, a review of
 * "could not reach". To the chief: who needs help, what waits for review. To the resident: bound, or not.
 */
export const CONTACT_KINDS = [
  'contact-left',
  'call-asked',
  'bind-asked',
  'miss-reviewed',
  'help-needed',
  'miss-to-review',
  'bound',
  'not-bound',
] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const NOTICE_KINDS = [...MATTER_KINDS, ...CONTACT_KINDS] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export function isContact(kind: NoticeKind): kind is ContactKind {
  return (CONTACT_KINDS as readonly NoticeKind[]).includes(kind);
}

/** `task` tells a desk that something must be done by when, `progress` tells either side how a matter goes. */
export type TemplateName = 'task' | 'progress';
