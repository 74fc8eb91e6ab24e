import type { Words } from '../error/refusal';

/** A notice in words: for the inbox, and the parts of a WeChat message. */
export interface Said {
  title: Words;
  text: Words;
  /** 事项: what it is about. */
  subject: string;
  /** 地点, or whom it concerns. */
  place: string;
  /** 说明: the one line a message has room for. */
  gist: string;
}
