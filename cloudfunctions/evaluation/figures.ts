import type { AreaCode } from '../../domain/area/area';
import type { SurveyAnswer } from '../../domain/evaluation/evaluation';
import type { GradingFacts } from '../../domain/evaluation/grade';
import type { AnswerCounts } from '../../domain/evaluation/score';
import { ownerOf, type Year } from '../../domain/points/account';
import { _, $ } from '../kit/cloud';
import { collection } from '../kit/collections';
import { startsWith } from './people';

interface Counted {
  _id: { worker: string; said: SurveyAnswer };
  n: number;
}

/** How many households said what of each worker: counted where they lie, no single answer travels. One read. */
export async function answersIn(village: AreaCode, year: Year): Promise<Map<string, AnswerCounts>> {
  const answer = `answers.${year}`;
  const { data } = await collection('households')
    .aggregate()
    .match({ area: startsWith(village), [answer]: _.exists(true) })
    .group({ _id: { worker: `$${answer}.worker`, said: `$${answer}.said` }, n: $.sum(1) })
    .limit(1000)
    .end();
  const counts = new Map<string, AnswerCounts>();
  for (const { _id, n } of data as Counted[])
    counts.set(_id.worker, { ...counts.get(_id.worker), [_id.said]: n });
  return counts;
}

interface BookSum {
  account: string;
  total: number;
  entries: number;
  closed: boolean;
}

/** The workers' books of the year, summed up where they lie. One read. */
export async function booksIn(village: AreaCode, year: Year): Promise<GradingFacts['books']> {
  const { data } = await collection('books')
    .aggregate()
    .match({ area: village, year, kind: 'worker' })
    .project({
      account: 1,
      total: 1,
      entries: $.size($.objectToArray('$entries')),
      closed: $.gt(['$closed.at', 0]),
    })
    .limit(1000)
    .end();
  return new Map(
    (data as BookSum[]).map(({ account, total, entries, closed }) => [
      ownerOf(account).owner,
      { total, entries, closed },
    ]),
  );
}
