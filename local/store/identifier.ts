/** A name as SQL takes it; names come from declarations, never from a client. */
export function quote(name: string): string {
  return `"${name}"`;
}
