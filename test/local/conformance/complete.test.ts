import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { coverageText, operatorEntries } from '../../../local/scope/scope';
import type { Db } from '../world';
import { openTarget, type Target } from './target';

/** The SDK's own definitions, wherever it is installed. */
const definitions = dirname(require.resolve('@cloudbase/database/dist/commonjs/command.d.ts'));
const text = (file: string) => readFileSync(join(definitions, file), 'utf8');

/** Names of the members of one block, at one depth of indentation. */
function membersOf(source: string, begin: RegExp, indent: number): string[] {
  const rest = source.slice(source.search(begin)).split('\n').slice(1);
  const end = rest.findIndex((line) => line.startsWith(`${' '.repeat(indent - 4)}}`));
  return rest
    .slice(0, end)
    .map((line) => new RegExp(`^ {${indent}}([a-zA-Z0-9]+)[(:]`).exec(line)?.[1])
    .filter((name) => name !== undefined);
}

const command = membersOf(text('command.d.ts'), /export declare const Command/, 4).filter(
  (name) => name !== 'aggregate' && name !== 'project',
);
const expressions = membersOf(text('command.d.ts'), /^ {4}aggregate: \{/m, 8).filter(
  (name) => name !== 'pipeline',
);
const projections = membersOf(text('command.d.ts'), /^ {4}project: \{/m, 8);
/** What is no stage: how a pipeline is built and sent. */
const plumbing = ['constructor', 'end', 'unwrap', 'done'];
const stages = membersOf(text('aggregate.d.ts'), /export default class/, 4).filter(
  (name) => !plumbing.includes(name),
);

const entries = operatorEntries();
const named = (...kinds: string[]) =>
  entries.filter((each) => kinds.includes(each.kind)).map((each) => each.method);
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

test('the tables name exactly what the SDK declares and what it can do', () => {
  expect(sorted(named('query', 'update'))).toEqual(sorted(command));
  expect(sorted(named('expression', 'accumulator'))).toEqual(sorted(expressions));
  expect(sorted(named('projection'))).toEqual(sorted(projections));
  expect(sorted(named('stage'))).toEqual(sorted(stages));
  const { aggregate, project, ...real } = target.db.command as unknown as Record<string, object>;
  expect(sorted(Object.keys(real))).toEqual(sorted(command));
  expect(sorted(Object.keys(aggregate!))).toEqual(sorted([...expressions, 'pipeline']));
  expect(sorted(Object.keys(project!))).toEqual(sorted(projections));
  expect([command.length, expressions.length, stages.length]).toEqual([38, 92, 16]);
});

test('nothing is neither supported nor refused', () => {
  expect(entries.filter((each) => each.state === 'missing')).toEqual([]);
  expect(entries.filter((each) => each.state === 'refused').map((each) => each.method)).toEqual([
    'jsonSchema',
    'text',
    'meta',
  ]);
});

test('every operator and stage appears in the conformance suite', () => {
  const suite = readdirSync(__dirname)
    .filter((file) => file.endsWith('.ts') && file !== 'complete.test.ts')
    .map((file) => readFileSync(join(__dirname, file), 'utf8'))
    .join('\n');
  const shown = (method: string) => new RegExp(`\\.${method}( as |\\()|\\['${method}'`).test(suite);
  expect(entries.map((each) => each.method).filter((method) => !shown(method))).toEqual([]);
});

test('what the platform does and this cloud does not is refused by name, with advice', async () => {
  if (target.real) return;
  const app = target.app as unknown as Record<string, (input: object) => Promise<unknown>>;
  for (const [method, input] of [
    ['callWxOpenApi', { apiName: 'x', requestData: {} }],
    ['callCompatibleWxOpenApi', { apiName: 'x', requestData: Buffer.from('{}') }],
    ['callWxPayApi', { apiName: 'x', requestData: Buffer.from('{}') }],
  ] as const)
    await expect(app[method]!(input)).rejects.toMatchObject({
      code: 'INVALID_ACTION',
      message: expect.stringMatching(/not supported by the embedded cloud: \w+/),
    });
  const db: Db = target.db;
  const name = await target.collection('refused');
  await db.collection(name).add({ _id: 'a' });
  for (const change of [{ $currentDate: { at: true } }, { $nonsense: { a: 1 } }])
    await expect(db.collection(name).where({}).options({ raw: true }).update(change)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
});

test('COVERAGE.md is what the tables say; if not, run npx tsx local/scope/write.ts', () => {
  const file = join(__dirname, '../../../local/COVERAGE.md');
  expect(readFileSync(file, 'utf8')).toBe(coverageText());
});
