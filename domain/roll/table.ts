import type { Candidate, Evaluation, ScorePart } from '../evaluation/evaluation';
import { listText } from '../evaluation/final';
import type { Person } from '../person/person';
import type { PointsBook } from '../points/book';
import { inOrder } from '../points/book';
import type { PointsEntry } from '../points/entry';
import type { RuleVersion } from '../points/rule';
import { versionOf } from '../points/version';
import { type Millis, shanghai } from '../time/shanghai';
import { cadreRole, PAPER_NAMES, type Paper, ROLE_NAMES, resultOf } from './paper';

/** A figure stays a figure. */
export type Cell = string | number | undefined;

/** A sheet of a workbook: the header is its first row. */
export interface Table {
  name: string;
  head: string[];
  widths: number[];
  rows: Cell[][];
}

interface Column<T> {
  head: string;
  width: number;
  of(row: T): Cell;
}

function table<T>(name: string, columns: readonly Column<T>[], rows: readonly T[]): Table {
  return {
    name,
    head: columns.map(({ head }) => head),
    widths: columns.map(({ width }) => width),
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
  };
}

const told = (at: Millis): string => shanghai(at).format('YYYY-MM-DD HH:mm');

const part = (head: string, of: (one: Candidate) => ScorePart): Column<Candidate> => ({
  head,
  width: 10,
  of: (one) => of(one).score,
});

const RESULT: readonly Column<Candidate>[] = [
  part('积分部分', ({ points }) => points),
  part('居民部分', ({ residents }) => residents),
  part('评议部分', ({ review }) => review),
  { head: '总分', width: 8, of: ({ score }) => score },
  { head: '等次', width: 20, of: resultOf },
  {
    head: '申诉',
    width: 10,
    of: ({ appeal }) => (appeal?.answer ? (appeal.answer.upheld ? '成立，已改' : '不成立') : undefined),
  },
];

const NAME: Column<Candidate> = { head: '姓名', width: 16, of: ({ name }) => name };
const GRID: Column<Candidate> = { head: '网格', width: 30, of: ({ areaPath }) => areaPath };

/** Everybody by their names: a paper goes from hand to hand, and is no ranking. */
export function listTable({ candidates }: Pick<Evaluation, 'candidates'>): Table {
  return table<Candidate>(
    '名单',
    [
      NAME,
      { head: '编号', width: 16, of: ({ person }) => person },
      GRID,
      { head: '任职月数', width: 10, of: ({ months }) => months },
      { head: '积分', width: 8, of: ({ points }) => points.total },
      { head: '满分积分', width: 10, of: ({ points }) => points.full },
      { head: '居民答复数', width: 12, of: ({ residents }) => residents.n },
      { head: '评议人数', width: 10, of: ({ review }) => review.n },
      ...RESULT,
    ],
    byName(candidates),
  );
}

export function byName(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => a.name.localeCompare(b.name, 'zh') || (a.person < b.person ? -1 : 1));
}

/** The text whose SHA-256 is the list's hash, line by line: joined by line feeds, with one at the end. */
export function canonicalTable(evaluation: Evaluation): Table {
  const lines = listText(evaluation).split('\n').slice(0, -1);
  return { name: '校验原文', head: ['每行一格'], widths: [100], rows: lines.map((line) => [line]) };
}

/** Those whose pay, or whose yearly appraisal, may look at the result. */
export function basisTable(
  what: Extract<Paper, 'pay' | 'appraisal'>,
  { candidates, area }: Pick<Evaluation, 'candidates' | 'area'>,
  people: ReadonlyMap<string, Person>,
): Table {
  const roleOf = ({ person }: Candidate) => cadreRole(people.get(person), area);
  const rows = byName(candidates).filter((one) => (roleOf(one) !== undefined) === (what === 'pay'));
  const post: Column<Candidate> = {
    head: '岗位',
    width: 16,
    of: (one) => ROLE_NAMES[roleOf(one) ?? 'worker'],
  };
  return table<Candidate>(PAPER_NAMES[what], [NAME, post, GRID, ...RESULT], rows);
}

type Entries = Pick<PointsBook, '_id' | 'account' | 'name' | 'entries'>;

interface Booked {
  book: Entries;
  entry: PointsEntry;
}

const EVIDENCE_NAMES: Record<PointsEntry['evidence']['kind'], string> = {
  sheet: '联系台账',
  problem: '问题',
  session: '研究会',
  deed: '实事',
  ask: '手工记分',
  order: '兑换',
  entry: '原记录',
  book: '积分账',
};

/**
 * Every entry with its cause and rule, as booked when the list was graded: from these rows anybody can count the points
 * again. What was booked later is not of this list.
 */
export function entriesTable(
  books: readonly Entries[],
  versions: readonly RuleVersion[],
  gradedAt: Millis,
): Table {
  const stood = ({ bookedAt }: PointsEntry) => bookedAt <= gradedAt;
  const ruleOf = ({ version, rule }: PointsEntry) =>
    versionOf(versions, version)?.rules.find(({ id }) => id === rule);
  const columns: Column<Booked>[] = [
    { head: '姓名', width: 16, of: ({ book }) => book.name },
    { head: '账', width: 22, of: ({ book }) => book.account },
    { head: '月份', width: 10, of: ({ entry }) => entry.month },
    { head: '分', width: 6, of: ({ entry }) => entry.amount },
    { head: '封顶前', width: 8, of: ({ entry }) => entry.uncapped },
    { head: '规则', width: 16, of: ({ entry }) => ruleOf(entry)?.name.zh ?? entry.rule },
    { head: '规则说明', width: 50, of: ({ entry }) => ruleOf(entry)?.text.zh },
    { head: '规则版本', width: 12, of: ({ entry }) => entry.version },
    { head: '因由', width: 26, of: ({ entry }) => entry.cause },
    { head: '完成', width: 8, of: ({ entry }) => entry.measure?.n },
    { head: '应做', width: 8, of: ({ entry }) => entry.measure?.of },
    { head: '依据', width: 12, of: ({ entry }) => EVIDENCE_NAMES[entry.evidence.kind] },
    { head: '依据编号', width: 26, of: ({ entry }) => entry.evidence.id },
    { head: '发生时间', width: 18, of: ({ entry }) => told(entry.at) },
    { head: '记账时间', width: 18, of: ({ entry }) => told(entry.bookedAt) },
    { head: '说明', width: 30, of: ({ entry }) => entry.text },
    { head: '记录人', width: 12, of: ({ entry }) => entry.by?.name },
    { head: '批准人', width: 12, of: ({ entry }) => entry.approvedBy?.name },
    { head: '冲销', width: 26, of: ({ entry }) => entry.reverses },
    { head: '被冲销', width: 26, of: ({ book, entry }) => reversedBefore(book, entry, stood) },
  ];
  const sorted = [...books].sort((a, b) => (a._id < b._id ? -1 : 1));
  return table(
    '积分明细',
    columns,
    sorted.flatMap((book) =>
      inOrder(book)
        .filter(stood)
        .map((entry) => ({ book, entry })),
    ),
  );
}

/** A later reversal is not of this list. */
function reversedBefore(
  { entries }: Entries,
  { reversedBy }: PointsEntry,
  stood: (entry: PointsEntry) => boolean,
): string | undefined {
  const reversal = reversedBy === undefined ? undefined : entries[reversedBy];
  return reversal && stood(reversal) ? reversedBy : undefined;
}

const PURPOSE: Record<Exclude<Paper, 'letters'>, string> = {
  list: '供参加评议工作的人核对；不公开',
  pay: '村干部绩效报酬的依据之一；只列评议结果，不列金额',
  appraisal: '普通党员干部年度考核的参考；不作他用',
};

const CHECKING =
  '把“校验原文”里第二行起的各行用换行符接起来，末尾再加一个换行符，按 UTF-8 编码算 SHA-256，应与名单校验值相同；各行依次是编号、免评、总分、等次、积分、三部分的分和份数';

/** What the file is, as of when, and by which it can be checked. */
export function aboutTable(
  what: Exclude<Paper, 'letters'>,
  { areaPath, year, version, scheme, hash, signedBy, finalAt }: Evaluation,
  at: Millis,
): Table {
  const { points, residents, review } = scheme.weights;
  return {
    name: '说明',
    head: ['项目', '内容'],
    widths: [16, 80],
    rows: [
      ['文件', PAPER_NAMES[what]],
      ['用途', PURPOSE[what]],
      ['村', areaPath],
      ['年度', year],
      ['规则版本', version],
      ['权重', `积分${points} 居民${residents} 评议${review}`],
      ['签字', signedBy?.name],
      ['生效时间', finalAt === undefined ? undefined : told(finalAt)],
      ['名单校验值', hash],
      ...(what === 'list' ? [['怎么核对', CHECKING]] : []),
      ['截至', told(at)],
    ],
  };
}
