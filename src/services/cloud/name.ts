/** `contact.save` names action `save` of function `contact`. */
export function splitName(name: string): { fn: string; action: string } {
  const dot = name.indexOf('.');
  return { fn: name.slice(0, dot), action: name.slice(dot + 1) };
}
