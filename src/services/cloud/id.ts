/** Hex digits from Math.random: WeChat has no crypto.randomUUID, and an id has to be unique, not secret. */
function hex(length: number): string {
  let digits = '';
  while (digits.length < length) digits += Math.floor(Math.random() * 16).toString(16);
  return digits;
}

/** A command id: time first, so that ids sort by age; the rest makes two phones differ. UUID-shaped. */
export function newCommandId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
}
