import { z } from 'zod';
import type { Clock } from '../clock/clock';
import { chinaTime, parseDuration } from '../clock/duration';
import { conform, readJson } from '../http/body';
import { Refusal, sendJson } from '../http/reply';
import type { Handler } from '../http/server';

const input = z.union([
  z.strictObject({ now: z.union([z.string(), z.number()]) }),
  z.strictObject({ advance: z.string() }),
]);

/** Ten years: beyond that a typing mistake is likelier than a wish. */
const FARTHEST_MS = 10 * 365 * 86_400_000;

/** `GET` tells the time; `POST { now }` or `{ advance: "P7D" }` moves it, running due timers on the way. Only `{ now }` goes back. */
export function clockDoor(clock: Clock): Handler {
  const tell = () => ({ now: chinaTime(clock.now()), ms: clock.now(), offset: clock.offset });
  return async (req, res) => {
    if (req.method === 'POST') {
      const wish = conform(await readJson(req, z.unknown()), input);
      const target = 'now' in wish ? instant(wish.now) : clock.now() + duration(wish.advance);
      if (Math.abs(target - clock.now()) > FARTHEST_MS)
        throw refused('now' in wish ? 'now' : 'advance', 'more than ten years away');
      await ('now' in wish ? clock.set(target) : clock.advance(target - clock.now()));
    } else if (req.method !== 'GET') {
      throw new Refusal(405, 'METHOD_NOT_ALLOWED', { zh: '只支持 GET 和 POST', en: 'GET or POST' });
    }
    sendJson(res, 200, tell());
  };
}

function instant(value: string | number): number {
  const ms = typeof value === 'number' ? value : Date.parse(value);
  if (!Number.isFinite(ms)) throw refused('now', 'not an ISO 8601 instant');
  return ms;
}

function duration(text: string): number {
  const ms = parseDuration(text);
  if (ms === undefined) throw refused('advance', 'not an ISO 8601 duration such as P7D');
  return ms;
}

function refused(path: string, why: string): Refusal {
  return new Refusal(
    400,
    'INVALID_INPUT',
    { zh: `输入有误：${path}`, en: `Invalid input at ${path}: ${why}` },
    path,
  );
}
