import type { ContactSheet } from '../contact/sheet';
import type { Deed } from '../deed/deed';
import { isOpen } from '../evaluation/appeal';
import type { Evaluation, Step } from '../evaluation/evaluation';
import type { Household } from '../household/household';
import { deskKey } from '../person/person';
import type { PointsBook } from '../points/book';
import type { Problem } from '../problem/problem';
import type { Roll } from '../roll/roll';
import { recommenders } from '../roll/shown';
import type { StudySession } from '../study/session';
import { weekKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import type { NoticeKind } from './kinds';
import type { Notice } from './notice';

/** What the notice is about, as it stands now; absent when it was not found or not looked at. */
export interface Standing {
  problem?: Pick<Problem, 'status' | 'holder' | 'deadline'> | undefined;
  household?: Pick<Household, 'callAsked' | 'asks'> | undefined;
  sheet?: Pick<ContactSheet, 'due' | 'reached'> | undefined;
  session?: Pick<StudySession, 'status'> | undefined;
  deed?: Pick<Deed, 'status'> | undefined;
  book?: Pick<PointsBook, 'waiting'> | undefined;
  roll?: Pick<Roll, 'top' | 'bottom'> | undefined;
  evaluation?: Pick<Evaluation, 'state' | 'candidates'> | undefined;
}

/** To a desk: moot once the matter is taken up there, has gone elsewhere, or is over. */
const FOR_A_DESK: readonly NoticeKind[] = [
  'new',
  'escalated',
  'climbed',
  'reopened',
  'returned',
  'transferred',
];

/** Asks a desk, a lead or a helper for something while the matter is being worked on. */
const TO_DO: readonly NoticeKind[] = [
  'assigned',
  'whistled',
  'warned',
  'redo',
  'overturned',
  'extension-asked',
  'supervised',
];

/**
 * Whether there is nothing left to tell: it was read, accepted, taken by another, withdrawn, answered meanwhile.
 * What is held back is pushed afterwards only while it is still true.
 */
export function isMoot(notice: Notice, now: Millis, standing: Standing): boolean {
  const { problem, household, sheet, session, deed, book, roll, evaluation } = standing;
  if (notice.readAt !== undefined) return true;
  const { kind, facts } = notice;
  if (problem) {
    const told =
      'holder' in facts && facts.holder
        ? deskKey(facts.holder.role, facts.holder.area, facts.holder.unit)
        : undefined;
    if (FOR_A_DESK.includes(kind))
      return problem.status !== 'reported' || (told !== undefined && problem.holder.key !== told);
    // What asks somebody to act has nothing to ask once the matter is over or waits for the reporter.
    if (TO_DO.includes(kind) && !['reported', 'accepted', 'suspended'].includes(problem.status)) return true;
    // The promise it warned of was kept, moved or ended meanwhile.
    if (kind === 'warned') return problem.deadline?.at !== ('until' in facts ? facts.until : undefined);
    if (kind === 'accepted') return problem.status !== 'accepted';
    if (kind === 'finished') return problem.status !== 'finished';
    if (kind === 'moved') return told !== undefined && problem.holder.key !== told;
  }
  if (kind === 'session-due' || kind === 'session-missed') return session?.status === 'held';
  if (kind === 'deed-late' || kind === 'deed-given') return deed !== undefined && deed.status !== 'promised';
  if (kind === 'entry-asked') return book !== undefined && book.waiting === undefined;
  if (kind === 'honour-asked' || kind === 'honour-shown' || kind === 'honour-retracted')
    return isHonourMoot(notice, roll);
  if (kind === 'training-suggested') {
    const line = roll?.bottom.find(({ subject }) => subject === notice.to);
    return line?.signedUpAt !== undefined || line?.repaired !== undefined;
  }
  if (kind === 'objection-asked')
    return roll?.bottom.some((line) => isOf(notice, line.subject) && line.objection?.answer) ?? false;
  if ((kind === 'evaluation-due' || kind === 'evaluation-late') && 'step' in facts)
    return evaluation !== undefined && stepOf(evaluation) !== facts.step;
  if (kind === 'review-asked') return evaluation !== undefined && evaluation.state !== 'collecting';
  if (kind === 'appeal-asked' && 'subject' in facts) {
    const about = evaluation?.candidates.find(({ person }) => person === facts.subject);
    return about !== undefined && !isOpen(about);
  }
  if (kind === 'call-asked') return household !== undefined && household.callAsked === undefined;
  if (kind === 'bind-asked') return household !== undefined && (household.asks ?? []).length === 0;
  if (kind === 'contact-left' && 'week' in facts) {
    return facts.week !== weekKey(now) || (sheet !== undefined && sheet.reached >= sheet.due);
  }
  return false;
}

/** Decided since it was asked, or nobody's word stands any more; hidden again; public again. */
function isHonourMoot(notice: Notice, roll: Standing['roll']): boolean {
  // The line is its subject's; two people may bear the same name.
  const line = roll?.top.find(({ subject }) => isOf(notice, subject));
  if (!line) return false;
  if (notice.kind === 'honour-shown') return line.publishedAt === undefined;
  if (notice.kind === 'honour-retracted') return line.publishedAt !== undefined;
  return recommenders(line) === 0 || line.consents.some(({ at }) => at >= notice.at);
}

/** What who leads has still to do; nothing once it is signed. */
function stepOf({ state }: Pick<Evaluation, 'state'>): Step | undefined {
  return state === 'collecting' ? 'grade' : state === 'graded' ? 'sign' : undefined;
}

/** Whether it is owed about this line: its key says so, `{roll}.{subject}.{kind}`. */
function isOf({ _id, about, kind }: Notice, subject: string): boolean {
  return _id.startsWith(`${about.id}.${subject}.${kind}.`);
}
