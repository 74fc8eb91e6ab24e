import { type Level, levelOf } from '../../domain/area/area';
import type { NoticeKind } from '../../domain/notice/kinds';
import type { Notice } from '../../domain/notice/notice';
import { noticeWords } from '../../domain/notice/words';
import { isQuiet } from '../../domain/time/awake';
import { now } from './clock';

const TIMEOUT_MS = 2_000;
/** What a group of officials should see come up. */
const FOR_GROUPS: readonly NoticeKind[] = ['escalated', 'climbed', 'reopened', 'supervised'];
const LEVELS: readonly Level[] = ['township', 'banner'];

/**
 * WeCom group robots of townships and of the banner, by area code; optional.
 * https://developer.work.weixin.qq.com/document/path/91770
 */
function robots(): Record<string, string> {
  return JSON.parse(process.env.WECOM_ROBOTS ?? '{}') as Record<string, string>;
}

/**
 * Best effort and by day only (who must act at night is told by phone), once per matter and move, without names of residents;
 * the inbox is the truth.
 */
export async function tellRobots(notices: readonly Notice[]): Promise<void> {
  const known = robots();
  if (Object.keys(known).length === 0 || isQuiet(now())) return;
  const lines = new Map<string, string>();
  for (const { kind, facts, about } of notices) {
    if (!FOR_GROUPS.includes(kind) || !('holder' in facts) || !facts.holder) continue;
    const { area } = facts.holder;
    const url = LEVELS.includes(levelOf(area)) ? known[area] : undefined;
    if (url)
      lines.set(`${url} ${about.id} ${kind}`, `${noticeWords(kind, facts).title.zh}（${facts.areaPath}）`);
  }
  await Promise.all([...lines].map(([key, content]) => post(key.split(' ')[0] ?? '', content)));
}

async function post(url: string, content: string): Promise<void> {
  try {
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ msgtype: 'text', text: { content } }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    console.error('[robot]', error);
  }
}
