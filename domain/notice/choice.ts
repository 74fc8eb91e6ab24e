import type { Words } from '../error/refusal';
import type { NoticeKind } from './kinds';

/** Kinds a person may do without on WeChat, with what they are called; whatever asks for help cannot be switched off. */
export const CHOICES = {
  commented: { zh: '有人留言', en: 'Remarks' },
  accepted: { zh: '有人开始办', en: 'Somebody took it up' },
  moved: { zh: '转给了别人', en: 'It went to somebody else' },
  answered: { zh: '居民的答复', en: 'Answers of residents' },
  'taken-up': { zh: '上级接手了', en: 'Taken up above' },
  'contact-left': { zh: '本周还没联系的', en: 'Who is left this week' },
  'miss-reviewed': { zh: '网格长看过了', en: 'Looked at by the chief' },
  'entry-booked': { zh: '积分记上了', en: 'Points were booked' },
  'help-needed': { zh: '谁可能需要帮忙', en: 'Who may need help' },
} as const satisfies Partial<Record<NoticeKind, Words>>;

export type MutableKind = keyof typeof CHOICES;
export const MUTABLE_KINDS = Object.keys(CHOICES) as [MutableKind, ...MutableKind[]];
