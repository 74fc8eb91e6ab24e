import type { Words } from '../../error/refusal';
import type { MutableKind } from '../../notice/choice';
import type { NoticeKind, TemplateName } from '../../notice/kinds';
import type { About } from '../../notice/notice';
import type { Role } from '../../person/person';
import type { WeekKey } from '../../time/period';
import type { Millis } from '../../time/shanghai';
import type { AsOf } from './as-of';

export interface NoticeView {
  id: string;
  kind: NoticeKind;
  at: Millis;
  read: boolean;
  urgent: boolean;
  /** What one tap opens. */
  about: About;
  /** As worded for WeChat and the inbox. */
  title: Words;
  text: Words;
}

/** Somebody whose phone no message reaches. */
export interface Unreachable {
  person: string;
  name: string;
  role: Role;
  areaPath: string;
  phone?: string;
  since: Millis;
}

export interface WeekLoad {
  week: WeekKey;
  workers: number;
  messages: number;
  /** Messages per worker, to one decimal. */
  mean: number;
}

export interface NoticeOutputs {
  'notice.inbox': AsOf & { notices: NoticeView[]; next?: Millis };
  'notice.read': AsOf & { read: number };
  'notice.consent': AsOf & { left: Partial<Record<TemplateName, number>> };
  'notice.choose': AsOf & { muted: MutableKind[] };
  'notice.choices': AsOf & { muted: MutableKind[]; left: Partial<Record<TemplateName, number>> };
  'notice.unreachable': AsOf & { people: Unreachable[] };
  'notice.load': AsOf & { weeks: WeekLoad[] };
}
