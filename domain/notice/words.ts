import { contactWords } from './contact-words';
import type { ContactFacts, MatterFacts, NoticeFacts, StudyFacts } from './facts';
import {
  CONTACT_KINDS,
  type ContactKind,
  type MatterKind,
  type NoticeKind,
  STUDY_KINDS,
  type StudyKind,
} from './kinds';
import { matterWords } from './matter-words';
import type { Said } from './said';
import { studyWords } from './study-words';

/** A notice as a neighbour would say it: what happened, who has it now, until when. */
export function noticeWords(kind: NoticeKind, facts: NoticeFacts): Said {
  // A kind decides the shape of its facts; a stored notice keeps both side by side.
  if (isStudy(kind)) return studyWords(kind, facts as StudyFacts);
  return isContact(kind)
    ? contactWords(kind, facts as ContactFacts)
    : matterWords(kind as MatterKind, facts as MatterFacts);
}

function isContact(kind: NoticeKind): kind is ContactKind {
  return (CONTACT_KINDS as readonly NoticeKind[]).includes(kind);
}

function isStudy(kind: NoticeKind): kind is StudyKind {
  return (STUDY_KINDS as readonly NoticeKind[]).includes(kind);
}
