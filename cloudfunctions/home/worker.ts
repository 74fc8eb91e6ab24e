import { byNeed, standing } from '../../domain/contact/need';
import { newSheet, sheetId } from '../../domain/contact/sheet';
import type { Household } from '../../domain/household/household';
import { caseload, type Person } from '../../domain/person/person';
import { OPEN_STATUSES } from '../../domain/problem/problem';
import { recentWeeks, weekKey } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { _, $ } from '../kit/cloud';
import { all, collection } from '../kit/collections';
import { householdCard } from '../kit/household';

/** How far back a worker's screen looks for the last contact. */
const WEEKS_BACK = 8;
const MOST = 100;

/** This week's households, whom to contact first on top. Two reads: the cards, and the recent sheets. */
export async function workerHome(person: Person, at: Millis) {
  const week = weekKey(at);
  const [households, sheets] = await Promise.all([
    cardsOf(caseload(person, at)),
    all('sheets', (some) =>
      some.where({ _id: _.in(recentWeeks(at, WEEKS_BACK).map((key) => sheetId(person._id, key))) }),
    ),
  ]);
  const { due, reached, met } = sheets.find((sheet) => sheet.week === week) ?? newSheet(person, week);
  const cards = households.map(({ open, asks = [], ...household }) =>
    householdCard(
      household,
      standing(household._id, sheets, at, person),
      { problems: open, asks: asks.filter((ask) => !ask.answer).length },
      at,
    ),
  );
  return { as: 'worker' as const, week, counts: { week, due, reached, met }, households: cards.sort(byNeed) };
}

type Card = Omit<Household, 'applied' | 'outbox' | 'rev'> & { open: number };

/** The cards with their open problems counted: one read, and nothing of the problems themselves travels. */
async function cardsOf(ids: readonly string[]): Promise<Card[]> {
  const { data } = await collection('households')
    .aggregate()
    .match({ _id: _.in([...ids]) })
    .limit(MOST)
    .lookup({ from: 'problems', localField: '_id', foreignField: 'household', as: 'problems' })
    .project({
      head: 1,
      members: 1,
      phone: 1,
      address: 1,
      winter: 1,
      callAsked: 1,
      'asks.answer': 1,
      open: $.size(
        $.filter({
          input: '$problems',
          as: 'one',
          cond: $.and([$.in(['$$one.status', [...OPEN_STATUSES]]), $.neq(['$$one.confidential', true])]),
        }),
      ),
    })
    .end();
  return data as Card[];
}
