import type { Words } from '../../error/refusal';
import type { NoticeKind } from '../../notice/kinds';
import type { About } from '../../notice/notice';
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

export interface NoticeOutputs {
  'notice.inbox': AsOf & { notices: NoticeView[]; next?: Millis };
  'notice.read': AsOf & { read: number };
}
