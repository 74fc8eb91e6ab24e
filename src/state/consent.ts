import { cloud, newCommandId } from '../services/cloud';
import { templatesToAsk } from './session';
import { keep, keptUnder } from './store';

const KEY = 'yige.consent';
const SHANGHAI_MS = 8 * 3_600_000;

interface Refused {
  /** `2026-11-23`, Asia/Shanghai. */
  day: string;
}

/**
 * Asks whether the next message may reach WeChat. Call it inside the tap, before anything is awaited;
 * it never delays the tap, and after a "no" it is silent until tomorrow.
 */
export function askConsent(): void {
  const templates = templatesToAsk();
  const day = new Date(cloud.now() + SHANGHAI_MS).toISOString().slice(0, 10);
  if (templates.length === 0 || keptUnder<Refused>(KEY)?.day === day) return;
  void cloud.requestConsent(templates).then((answers) => {
    // WeChat tells nobody how many are left: the book is kept by what was answered. Lost answers only make it shorter.
    cloud.call('notice.consent', { answers }, { id: newCommandId() }).catch(() => undefined);
    if (Object.values(answers).every((answer) => answer !== 'accept')) keep(KEY, { day } satisfies Refused);
  });
}
