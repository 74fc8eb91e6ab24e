import { contactWords } from './contact-words';
import type { ContactFacts, MatterFacts, NoticeFacts, PointsFacts, StudyFacts } from './facts';
import { isContact, isPoints, isStudy, type MatterKind, type NoticeKind } from './kinds';
import { matterWords } from './matter-words';
import { pointsWords } from './points-words';
import type { Said } from './said';
import { studyWords } from './study-words';

/** A notice as a neighbour would say it: what happened, who has it now, until when. */
export function noticeWords(kind: NoticeKind, facts: NoticeFacts): Said {
  // A kind decides the shape of its facts; a stored notice keeps both side by side.
  if (isStudy(kind)) return studyWords(kind, facts as StudyFacts);
  if (isPoints(kind)) return pointsWords(kind, facts as PointsFacts);
  return isContact(kind)
    ? contactWords(kind, facts as ContactFacts)
    : matterWords(kind as MatterKind, facts as MatterFacts);
}
