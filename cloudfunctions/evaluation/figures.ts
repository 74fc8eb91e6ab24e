import type { SurveyAnswer } from '../../domain/evaluation/evaluation';
import type { GradingFacts } from '../../domain/evaluation/grade';
import type { AnswerCounts } from '../../domain/evaluation/score';
import { householdsIn } from '../../domain/evaluation/service';
import type { Person } from '../../domain/person/person';
import { accountOf, bookId, ownerOf, type Year } from '../../domain/points/account';
import type { MonthKey } from '../../domain/time/period';
import { _, $ } from '../kit/cloud';
import { collection } from '../kit/collections';

type Counted = { _id: string } & Record<SurveyAnswer, number>;

/**
 * How many households said what of each worker, wherever they live: counted where the answers lie, one line for a
 * worker, no single answer travels. One read.
 */
export async function answersOf(
  workers: readonly Pick<Person, 'links'>[],
  year: Year,
): Promise<Map<string, AnswerCounts>> {
  const answer = `answers.${year}`;
  const said = (what: SurveyAnswer) => $.sum($.cond([$.eq([`$${answer}.said`, what]), 1, 0]));
  const { data } = await collection('households')
    .aggregate()
    .match({ _id: _.in([...householdsIn(workers, year)]), [answer]: _.exists(true) })
    .group({
      _id: `$${answer}.worker`,
      satisfied: said('satisfied'),
      basically: said('basically'),
      unsatisfied: said('unsatisfied'),
      unsure: said('unsure'),
    })
    .limit(1000)
    .end();
  return new Map((data as Counted[]).map(({ _id, ...counts }) => [_id, counts]));
}

interface BookSum {
  account: string;
  total: number;
  entries: number;
  closed: boolean;
  /** The first month with an entry. */
  since: MonthKey | null;
}

/** These workers' books of the year, wherever they were kept, summed up where they lie. One read. */
export async function booksOf(
  workers: readonly Pick<Person, '_id'>[],
  year: Year,
): Promise<GradingFacts['books']> {
  const { data } = await collection('books')
    .aggregate()
    .match({ _id: _.in(workers.map(({ _id }) => bookId(accountOf('worker', _id), year))) })
    .project({
      account: 1,
      total: 1,
      entries: $.size($.objectToArray('$entries')),
      closed: $.gt(['$closed.at', 0]),
      since: $.min($.map({ input: $.objectToArray('$entries'), as: 'each', in: '$$each.v.month' })),
    })
    .limit(1000)
    .end();
  return new Map(
    (data as BookSum[]).map(({ account, total, entries, closed, since }) => [
      ownerOf(account).owner,
      { total, entries, closed, since: since ?? undefined },
    ]),
  );
}
