import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as z from 'zod';
import { INPUTS } from '../../domain/contract/inputs';
import { POINTS_KINDS } from '../../domain/notice/kinds';
import { DEFAULT_RULES } from '../../domain/points/defaults';

/**
 * 行政处罚法 arts. 9, 16; 国办发〔2020〕49号: what somebody is entitled to by law cannot hang on points, an evaluation or a
 * roll. So there must be no word for it: no field, action, effect or rule. Whoever adds one has to take it past this test.
 */
const ENTITLEMENT = new Set(
  [
    'benefit benefits entitlement entitlements entitled eligible eligibility ineligible subsidy subsidies welfare',
    'allowance allowances pension insurance dole',
    'restrict restricts restricted restriction restrictions sanction sanctions penalty penalties punish fine fines',
    'disqualify disqualified deprive deprived withhold withheld revoke revoked ban banned blacklist blocklist credit',
  ]
    .join(' ')
    .split(' '),
);
const LAW =
  /低保|医保|社保|养老|补贴|补助|救助|惠农|优惠|福利|待遇|政策|限制|取消资格|停发|扣发|罚款|处罚|黑名单|失信|信用/;

/** `suspendSubsidy` → suspend, subsidy. */
const wordsOf = (name: string) => name.split(/[^A-Za-z]+|(?=[A-Z])/).map((word) => word.toLowerCase());

function deniedIn(names: Iterable<string>): string[] {
  return [...new Set(names)].filter(
    (name) => LAW.test(name) || wordsOf(name).some((word) => ENTITLEMENT.has(word)),
  );
}

/** Every field and every choice of a schema, however deep. */
function namesIn(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema === 'string') return [schema];
  if (schema === null || typeof schema !== 'object' || seen.has(schema)) return [];
  seen.add(schema);
  if (schema instanceof z.ZodType) {
    const { def } = schema._zod as { def: object };
    const parts: Partial<
      Record<'shape' | 'element' | 'innerType' | 'options' | 'entries' | 'values', unknown>
    > &
      Partial<Record<'in' | 'out' | 'keyType' | 'valueType' | 'items', unknown>> = def;
    const {
      shape,
      element,
      innerType,
      options,
      entries,
      values,
      in: from,
      out,
      keyType,
      valueType,
      items,
    } = parts;
    const inner = [element, innerType, options, values, from, out, keyType, valueType, items];
    const named = [shape, entries].flatMap((one) =>
      one ? [...Object.keys(one), ...namesIn(one, seen)] : [],
    );
    return [...named, ...inner.flatMap((one) => namesIn(one, seen))];
  }
  return Object.values(schema).flatMap((one) => namesIn(one, seen));
}

/** Names of what is declared, and every text, without the comments. */
function namesInSource(text: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text);
    const isDeclared =
      ts.isPropertySignature(node) ||
      ts.isPropertyAssignment(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node);
    if (isDeclared && node.name && ts.isIdentifier(node.name)) found.push(node.name.text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
const namesInFile = (path: string) => namesInSource(readFileSync(path, 'utf8'));

/** Everything that knows of points, evaluations or rolls. */
const SOURCES = [
  ...['domain/points', 'domain/evaluation', 'domain/roll'].flatMap(filesIn),
  ...['points', 'shop', 'evaluation', 'roll'].flatMap((noun) => [
    `domain/contract/inputs/${noun}.ts`,
    `domain/contract/views/${noun}.ts`,
  ]),
  'domain/notice/points-words.ts',
];

/** What a problem may be about is a resident's to say; it is a subject, not an effect. */
const SUBJECTS = namesIn(INPUTS['problem.report'].shape.category);
const HARMLESS: Record<string, string[]> = {
  // How many gained by a deed; nothing is taken from anybody.
  'deed.done': ['benefit'],
  // WeChat's word for a message template that was taken from this mini program.
  'notice.consent': ['ban'],
};

describe('nothing can touch what somebody is entitled to by law', () => {
  test.each(Object.entries(INPUTS))('no field or choice of %s', (action, schema) => {
    const denied = deniedIn([action.split('.')[1] ?? '', ...namesIn(schema)]);
    const known = [...(HARMLESS[action] ?? []), ...SUBJECTS];
    expect(denied.filter((name) => !known.includes(name))).toEqual([]);
  });

  test.each(SOURCES)('no name and no text in %s', (path) => {
    expect(deniedIn(namesInFile(path))).toEqual([]);
  });

  test('no rule as it is shipped, in either language', () => {
    const texts = DEFAULT_RULES.rules.flatMap(({ name, text, evidence }) => [name, text, evidence]);
    expect(deniedIn(texts.flatMap(({ zh, en }) => [zh, en]))).toEqual([]);
  });

  test('a rule gives points and has no other effect', () => {
    const draft = INPUTS['points.draft'];
    const rule = draft.shape.rules.element;
    expect(Object.keys(rule.shape).sort()).toEqual(
      ['amount', 'cap', 'evidence', 'fact', 'for', 'from', 'id', 'name', 'text', 'to'].sort(),
    );
    const planted = { ...DEFAULT_RULES.rules[0], effect: 'no-subsidy' };
    const input = { version: '2027.1', rules: [planted], scheme: DEFAULT_RULES.scheme };
    expect(draft.safeParse(input).error?.issues[0]).toMatchObject({
      code: 'unrecognized_keys',
      keys: ['effect'],
    });
  });

  test('a bottom line holds a suggestion and its end, and nothing is ever said of it but these', () => {
    const roll = readFileSync('domain/roll/roll.ts', 'utf8');
    const [, bottom = ''] = /interface BottomLine \{(.*?)\n\}/s.exec(roll) ?? [];
    expect([...bottom.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name)).toEqual([
      'subject',
      'name',
      'areaPath',
      'signedUpAt',
      'completedAt',
      'repaired',
      'objection',
    ]);
    expect(deniedIn(POINTS_KINDS)).toEqual([]);
  });

  test('no other function reads a roll or its basis, so that nothing else can depend on one', () => {
    const others = readdirSync('cloudfunctions', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['roll', 'kit'].includes(entry.name))
      .flatMap(({ name }) => filesIn(join('cloudfunctions', name)));
    const readers = others.filter((path) =>
      namesInFile(path).some((name) => name === 'rolls' || name === 'bases'),
    );
    expect(others.length).toBeGreaterThan(50);
    // The auditor counts lists that were not made: it reads their ids and nothing else.
    expect(readers).toEqual([join('cloudfunctions', 'audit', 'faults.ts')]);
    expect(readFileSync(join('cloudfunctions', 'audit', 'faults.ts'), 'utf8')).toMatch(
      /byIds\(\s*'rolls',[^;]*\{ _id: true \},\s*\)/,
    );
  });
});

describe('and this test would notice', () => {
  test('a field, a choice, an action', () => {
    const planted = z.strictObject({
      household: z.string(),
      deep: z.array(z.strictObject({ suspendSubsidy: z.boolean().optional() })),
      effect: z.enum(['none', 'no-benefits']),
      either: z.union([z.literal('停发低保'), z.string()]),
    });
    expect(deniedIn(namesIn(planted)).sort()).toEqual(['no-benefits', 'suspendSubsidy', '停发低保'].sort());
    expect(deniedIn(['restrict'])).toEqual(['restrict']);
  });

  test('a type, a constant, a text, also one put together', () => {
    const source = [
      '/** 政策待遇 in a comment is a comment */',
      'interface BottomLine { subject: string; eligibility?: string }',
      "const RULE = { zh: '扣分多的取消资格', en: 'fine' };",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a source that is parsed, not run
      'const told = `${name}不再享受补贴`;',
    ].join('\n');
    expect(deniedIn(namesInSource(source))).toEqual([
      'eligibility',
      '扣分多的取消资格',
      'fine',
      '不再享受补贴',
    ]);
  });
});
