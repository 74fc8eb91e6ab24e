import { mayIn } from '../../domain/access/roll';
import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { type Evaluation, evaluationId } from '../../domain/evaluation/evaluation';
import type { Person } from '../../domain/person/person';
import { accountOf, bookId } from '../../domain/points/account';
import { lettersOf } from '../../domain/roll/letter';
import { PAPER_NAMES, type Paper } from '../../domain/roll/paper';
import { isSettled } from '../../domain/roll/shown';
import { aboutTable, basisTable, canonicalTable, entriesTable, listTable } from '../../domain/roll/table';
import type { Millis } from '../../domain/time/shanghai';
import { logAccess } from '../kit/access-log';
import { cloud } from '../kit/cloud';
import { one } from '../kit/collections';
import { newFolder, temporaryUrls } from '../kit/files';
import { ruleVersions } from '../kit/rules';
import type { Call } from '../kit/serve';
import { byIds } from '../kit/whole';
import { lettersZip } from './docx';
import { xlsxOf } from './workbook';

/** The papers of a final evaluation, each written down with its reason before it can be opened. */
export async function exportFile({
  input,
  caller: { person },
  at,
}: Call<'roll.export'>): Promise<Outputs['roll.export']> {
  const { village, year, what, reason } = input;
  if (!mayIn('roll.export', village, person)) throw new Refusal('NOT_YOURS', { path: 'village' });
  const evaluation = await one('evaluations', evaluationId(village, year));
  if (!evaluation) throw new Refusal('NOT_FOUND', { path: 'year' });
  if (!isSettled(evaluation) || evaluation.hash === undefined)
    throw new Refusal('NOT_NOW', {
      path: 'year',
      words: {
        zh: '结果还没有生效，不能导出',
        en: 'The result is not final yet; nothing can be exported',
      },
    });
  const { content, count, format } = await PAPERS[what](evaluation, at);
  await logAccess(person, { at, what: 'evaluation', area: village, masked: false, reason, count });
  const cloudPath = `${newFolder(person._id)}/${what}-${village}-${year}.${format}`;
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: content });
  const url = (await temporaryUrls([fileID])).get(fileID);
  if (!url) throw new Refusal('UNAVAILABLE');
  const name = `${PAPER_NAMES[what]}-${evaluation.areaPath.split('·').at(-1)}-${year}.${format}`;
  return { name, url, hash: evaluation.hash, count, asOf: at };
}

interface Printed {
  content: Buffer;
  /** Of people. */
  count: number;
  format: 'xlsx' | 'zip';
}

const PAPERS: Record<Paper, (evaluation: Evaluation, at: Millis) => Promise<Printed>> = {
  async list(evaluation, at) {
    const { candidates, year, gradedAt = at } = evaluation;
    const accounts = candidates.map(({ person }) => bookId(accountOf('worker', person), year));
    const [books, versions] = await Promise.all([
      byIds('books', accounts, { account: true, name: true, entries: true }),
      ruleVersions(),
    ]);
    const list = listTable(evaluation);
    const content = await xlsxOf([
      list,
      entriesTable(books, versions, gradedAt),
      aboutTable('list', evaluation, at),
      canonicalTable(evaluation),
    ]);
    return { content, count: list.rows.length, format: 'xlsx' };
  },
  pay: (evaluation, at) => basisPaper('pay', evaluation, at),
  appraisal: (evaluation, at) => basisPaper('appraisal', evaluation, at),
  async letters(evaluation, at) {
    const letters = lettersOf(evaluation, await peopleOf(evaluation), at);
    return { content: lettersZip(letters), count: evaluation.candidates.length, format: 'zip' };
  },
};

async function basisPaper(what: 'pay' | 'appraisal', evaluation: Evaluation, at: Millis): Promise<Printed> {
  const table = basisTable(what, evaluation, await peopleOf(evaluation));
  const content = await xlsxOf([table, aboutTable(what, evaluation, at)]);
  return { content, count: table.rows.length, format: 'xlsx' };
}

async function peopleOf({ candidates }: Evaluation): Promise<Map<string, Person>> {
  const people = await byIds(
    'people',
    candidates.map(({ person }) => person),
    { name: true, posts: true },
  );
  return new Map(people.map((person) => [person._id, person]));
}
