import type { Verdict } from '../../domain/problem/content';
import { askWx, type WxAnswer } from './wx';

interface Judged extends WxAnswer {
  result?: { suggest?: string };
  trace_id?: string;
}

/** WeChat's number for texts that other people read. */
const SCENE_FORUM = 3;
/** WeChat takes 2,500 characters at once. */
const MOST = 2500;
const MEDIA = { voice: 1, photo: 2 } as const;

/**
 * msg_sec_check 2: what WeChat says to these words of this person.
 * @throws Error when no verdict was given, whatever the reason
 */
export async function judgeText(text: string, openid: string): Promise<Verdict> {
  const content = [...text].slice(0, MOST).join('');
  const answer = await askWx<Judged>('/wxa/msg_sec_check', {
    content,
    openid,
    version: 2,
    scene: SCENE_FORUM,
  });
  return verdictOf(given(answer).result?.suggest);
}

/**
 * media_check_async 2: hands in one file; the verdict comes later as an event.
 * @returns the trace id that the event will carry
 * @throws Error when WeChat did not take it
 */
export async function handIn(url: string, kind: keyof typeof MEDIA, openid: string): Promise<string> {
  const body = { media_url: url, media_type: MEDIA[kind], openid, version: 2, scene: SCENE_FORUM };
  const { trace_id: trace } = given(await askWx<Judged>('/wxa/media_check_async', body));
  if (!trace) throw new Error('media_check_async: no trace id');
  return trace;
}

/** Anything but a clear pass is for a person to decide. */
export function verdictOf(suggest: unknown): Verdict {
  return suggest === 'pass' ? 'pass' : 'review';
}

function given(answer: Judged): Judged {
  if (answer.errcode) throw new Error(`content check: ${answer.errcode} ${answer.errmsg}`);
  return answer;
}
