let offset = 0;

/** Every answer may carry `asOf` (ms); the last one tells how far this phone's clock is off. */
export function hearServerTime(data: unknown): void {
  if (typeof data !== 'object' || data === null || !('asOf' in data)) return;
  if (typeof data.asOf === 'number') offset = data.asOf - Date.now();
}

/** The server's clock, ms. */
export function serverNow(): number {
  return Date.now() + offset;
}
