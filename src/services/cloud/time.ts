import Taro from '@tarojs/taro';

const KEY = 'yige.clock';
/** Below this nobody's deadline moves, ms. */
const SAME_MS = 2_000;

let offset: number | undefined;
/** What the phone keeps of it; small steps must not add up unnoticed. */
let kept = 0;

/** Kept on the phone: what is recorded in the valley after a restart must bear the right time too. */
function known(): number {
  if (offset === undefined) {
    try {
      kept = Number(Taro.getStorageSync(KEY)) || 0;
    } catch {
      // Its own clock has to do.
    }
    offset = kept;
  }
  return offset;
}

/** Every answer may carry `asOf` (ms); the last one tells how far this phone's clock is off. */
export function hearServerTime(data: unknown): void {
  if (typeof data !== 'object' || data === null || !('asOf' in data)) return;
  if (typeof data.asOf !== 'number') return;
  known();
  offset = data.asOf - Date.now();
  if (Math.abs(offset - kept) < SAME_MS) return;
  try {
    Taro.setStorageSync(KEY, offset);
    kept = offset;
  } catch {
    // A full phone: after a restart its own clock has to do.
  }
}

/** The server's clock, ms. */
export function serverNow(): number {
  return Date.now() + known();
}
