const QUOTE = '"';
const [OBJECT, LIST, END_OBJECT, END_LIST, COMMA, BACKSLASH] = [...'{[}],\\'].map((one) => one.charCodeAt(0));
const QUOTE_CODE = QUOTE.charCodeAt(0);

/** The members of an object as `JSON.stringify` has written it, each value as its text: nothing of them is parsed. */
export function membersOf(text: string): Map<string, string> {
  const members = new Map<string, string>();
  for (let at = 1; at < text.length - 1; at += 1) {
    const colon = endOfText(text, at);
    const end = endOfValue(text, colon + 1);
    members.set(JSON.parse(text.slice(at, colon)) as string, text.slice(colon + 1, end));
    at = end;
  }
  return members;
}

/** After the closing quote of the text that begins here. */
function endOfText(text: string, from: number): number {
  let at = from;
  let escaped = true;
  while (escaped) {
    at = text.indexOf(QUOTE, at + 1);
    let before = at - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    escaped = (at - before) % 2 === 0;
  }
  return at + 1;
}

/** Of the comma or brace after the value that begins here. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE_CODE) at = endOfText(text, at) - 1;
    else if (code === OBJECT || code === LIST) depth += 1;
    else if (depth === 0 && (code === COMMA || code === END_OBJECT)) return at;
    else if (code === END_OBJECT || code === END_LIST) depth -= 1;
  }
}
