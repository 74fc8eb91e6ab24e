/**
 * About a problem. To the desk that holds it, or to whom it was given: new, escalated, climbed, returned, transferred,
 * assigned, whistled, warned, reopened, redo, overturned, supervised, upheld, answered, not-extended. To the desk above:
 * extension-asked. To the desk that lost it: taken-up. To the reporter and who joined: accepted, progressed, suspended,
 * resumed, extended, planned, explained, deferred, refused, merged, split, finished, verified, moved, closed, ended.
 * To the other side: commented.
 */
export const MATTER_KINDS = [
  'new',
  'escalated',
  'climbed',
  'returned',
  'transferred',
  'assigned',
  'whistled',
  'warned',
  'reopened',
  'redo',
  'overturned',
  'supervised',
  'upheld',
  'answered',
  'extension-asked',
  'not-extended',
  'taken-up',
  'accepted',
  'progressed',
  'suspended',
  'resumed',
  'extended',
  'planned',
  'explained',
  'deferred',
  'refused',
  'merged',
  'split',
  'finished',
  'verified',
  'moved',
  'closed',
  'ended',
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

/**
 * About studying and deeds. To the desk: the session is still to be held. To the level above: it was not; a deed is
 * late. To whoever is to do it: a deed was given.
 */
export const STUDY_KINDS = ['session-due', 'session-missed', 'deed-given', 'deed-late'] as const;
export type StudyKind = (typeof STUDY_KINDS)[number];

/**
 * About points and the yearly evaluation. To a desk: an entry waits for a second person, an appeal was answered. To whose
 * book it is: points may be lost, booked, not booked. To the household: somebody else ordered for it, a good was handed out,
 * or is about to lapse; points of a household that was merged into it came over, or are kept. To who leads a
 * village's evaluation, and to the township when it is late: please begin, grade, sign. To reviewers: please give
 * marks. To the worker: the year's result, an appeal's answer, a candidate's consent, a recommendation taken back, a
 * name that is public by an earlier consent, a training, an internal roll.
 * To the supervisor: an appeal, an objection to standing on an internal roll; to the worker its answer.
 */
export const POINTS_KINDS = [
  'entry-asked',
  'loss-asked',
  'entry-booked',
  'entry-declined',
  'order-made',
  'order-fetched',
  'order-lapsing',
  'points-merged',
  'points-kept',
  'evaluation-due',
  'evaluation-late',
  'review-asked',
  'result-told',
  'appeal-asked',
  'appeal-answered',
  'honour-asked',
  'honour-retracted',
  'honour-shown',
  'training-suggested',
  'roll-posted',
  'objection-asked',
  'objection-answered',
] as const;
export type PointsKind = (typeof POINTS_KINDS)[number];

export const NOTICE_KINDS = [...MATTER_KINDS, ...CONTACT_KINDS, ...STUDY_KINDS, ...POINTS_KINDS] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export function isStudy(kind: NoticeKind): kind is StudyKind {
  return (STUDY_KINDS as readonly NoticeKind[]).includes(kind);
}

export function isPoints(kind: NoticeKind): kind is PointsKind {
  return (POINTS_KINDS as readonly NoticeKind[]).includes(kind);
}

export function isContact(kind: NoticeKind): kind is ContactKind {
  return (CONTACT_KINDS as readonly NoticeKind[]).includes(kind);
}

/** `task` tells a desk that something must be done by when, `progress` tells either side how a matter goes. */
export type TemplateName = 'task' | 'progress';
