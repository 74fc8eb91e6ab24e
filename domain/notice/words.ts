import { contactWords } from './contact-words';
import type { ContactFacts, MatterFacts, NoticeFacts } from './facts';
import { isContact, type MatterKind, type NoticeKind } from './kinds';
import { matterWords } from './matter-words';
import type { Said } from './said';

/** A notice as a neighbour would say it: what happened, who has it now, until when. */
export function noticeWords(kind: NoticeKind, facts: NoticeFacts): Said {
  // A kind decides the shape of its facts; a stored notice keeps both side by side.
  return isContact(kind)
    ? contactWords(kind, facts as ContactFacts)
    : matterWords(kind as MatterKind, facts as MatterFacts);
}
