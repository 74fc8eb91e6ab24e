import type { DeskTotals, Outputs } from '../../domain/contract/views';
import type { Person } from '../../domain/person/person';
import type { DeskFilter } from '../../domain/problem/party';
import { OPEN_STATUSES, type Status } from '../../domain/problem/problem';
import type { Millis } from '../../domain/time/shanghai';
import { problemCard } from '../kit/cards';
import { _, $ } from '../kit/cloud';
import { all, collection } from '../kit/collections';

/** Nobody works through more than this; what is dealt with makes room for the next. */
const MOST = 100;

interface Row {
  _id: { status: Status; holder: string; lead?: string; asked?: string };
  count: number;
}

/** What my desks, or I in person, have a hand in: earliest deadline first, and how much there is of each kind. Two reads. */
export async function deskList(
  person: Person,
  only: DeskFilter,
  at: Millis,
): Promise<Outputs['problem.list']> {
  const keys = [...person.desks, person._id];
  const [found, rows] = await Promise.all([
    all('problems', (problems) =>
      problems
        .where(_.and([{ hands: _.in(keys) }, where(only, keys)]))
        .orderBy('nextAt', 'asc')
        .limit(MOST),
    ),
    countRows(keys),
  ]);
  return { problems: found.map(problemCard), totals: totalsOf(rows, new Set(keys)), asOf: at };
}

function where(only: DeskFilter, keys: string[]): object {
  const mine = _.in(keys);
  const working = { status: _.in(['reported', 'accepted']) };
  switch (only) {
    case 'now':
      return _.and([
        working,
        _.or([{ 'holder.key': mine }, { 'lead.key': mine }, { 'request.to.key': mine }]),
      ]);
    case 'lead':
      return { ...working, 'lead.key': mine };
    case 'helper':
      return { ...working, 'helpers.key': mine };
    case 'suspended':
      return { status: 'suspended' };
    case 'waiting':
      return { status: 'finished' };
    case 'all':
      return { status: _.in([...OPEN_STATUSES]) };
  }
}

async function countRows(keys: string[]): Promise<Row[]> {
  const { data } = await collection('problems')
    .aggregate()
    .match({ hands: _.in(keys) })
    .group({
      _id: { status: '$status', holder: '$holder.key', lead: '$lead.key', asked: '$request.to.key' },
      count: $.sum(1),
    })
    .limit(1000)
    .end();
  return data as Row[];
}

/** Whoever has a hand in it and neither holds it, leads it nor is asked, helps. */
function totalsOf(rows: readonly Row[], keys: ReadonlySet<string>): DeskTotals {
  const totals: DeskTotals = { now: 0, lead: 0, helper: 0, suspended: 0, waiting: 0, all: 0 };
  const mine = (key: string | undefined) => key !== undefined && keys.has(key);
  for (const { _id, count } of rows) {
    totals.all += count;
    if (_id.status === 'suspended') totals.suspended += count;
    else if (_id.status === 'finished') totals.waiting += count;
    else {
      if (mine(_id.lead)) totals.lead += count;
      if (mine(_id.holder) || mine(_id.lead) || mine(_id.asked)) totals.now += count;
      else totals.helper += count;
    }
  }
  return totals;
}
