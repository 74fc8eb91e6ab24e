/** A name as those see it who need not know it: `苏*`. */
export function maskName(name: string): string {
  return `${[...name.trim()][0] ?? ''}*`;
}
