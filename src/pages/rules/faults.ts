import type { Rule, Scheme } from '../../../domain/points/rule';

/** What is wrong with a field: its path, of the whole draft or within a rule, and why. */
export interface Fault {
  path: string;
  words: string;
}

/** Of a rule: where it is wrong, seen from the rule itself; undefined when the fault is elsewhere. */
export function faultIn(fault: Fault | undefined, index: number): Fault | undefined {
  const above = `rules.${index}`;
  if (fault === undefined || index < 0) return undefined;
  if (fault.path === above) return { ...fault, path: '' };
  return fault.path.startsWith(`${above}.`)
    ? { ...fault, path: fault.path.slice(above.length + 1) }
    : undefined;
}

/** The words for a field, when the fault lies in it or in a part of it. */
export function faultAt(fault: Fault | undefined, ...fields: readonly string[]): string | undefined {
  const hit = fields.some((field) => fault?.path === field || fault?.path.startsWith(`${field}.`));
  return hit ? fault?.words : undefined;
}

interface Draft {
  version: string;
  rules: readonly Rule[];
  scheme: Scheme;
}

/** The first field that nobody has filled in, or whose number is none or out of all bounds; told before anything is sent. */
export function firstBlank(
  { version, rules, scheme }: Draft,
  words: Record<'blank' | 'number' | 'idBad' | 'amountRange' | 'capRange', string>,
): Fault | undefined {
  if (!/^[A-Za-z0-9.]{1,20}$/.test(version)) return { path: 'version', words: words.idBad };
  const figures = { ...scheme.weights, fullPoints: scheme.fullPoints };
  const odd = Object.entries(figures).find(([, figure]) => !Number.isInteger(figure));
  if (odd) {
    const path = odd[0] === 'fullPoints' ? 'scheme.fullPoints' : `scheme.weights.${odd[0]}`;
    return { path, words: words.number };
  }
  for (const [index, rule] of rules.entries()) {
    const bad = figuresOf(rule).find(([, figure]) => !Number.isInteger(figure));
    if (bad) return { path: `rules.${index}.${bad[0]}`, words: words.number };
    const far = figuresOf(rule).find(([path, figure]) => !inRange(path, figure));
    if (far) {
      const why = far[0] === CAP ? words.capRange : words.amountRange;
      return { path: `rules.${index}.${far[0]}`, words: why };
    }
    const { name, text } = rule;
    const texts = { 'name.zh': name.zh, 'text.zh': text.zh, 'name.en': name.en, 'text.en': text.en };
    const empty = Object.entries(texts).find(([, said]) => said.trim() === '');
    if (empty) return { path: `rules.${index}.${empty[0]}`, words: words.blank };
  }
  return undefined;
}

const CAP = 'cap.most';

/** As the contract has it. */
function inRange(path: string, figure: number): boolean {
  return path === CAP ? figure >= 1 && figure <= 1000 : Math.abs(figure) <= 100;
}

function figuresOf({ amount, cap }: Rule): [path: string, figure: number][] {
  const given: [string, number][] =
    typeof amount === 'number'
      ? [['amount', amount]]
      : amount.map((step, n) => [`amount.${n}.amount`, step.amount]);
  return cap ? [...given, [CAP, cap.most]] : given;
}
