/** The running year and those before it. */
export function yearsTo(now: number, count: number): string[] {
  const year = new Date(now + 8 * 3_600_000).getUTCFullYear();
  return Array.from({ length: count }, (_none, back) => String(year - back));
}
