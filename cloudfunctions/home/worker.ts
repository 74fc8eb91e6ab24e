import { byNeed, standing } from '../../domain/contact/need';
import { newSheet, sheetId } from '../../domain/contact/sheet';
import type { HouseholdCard } from '../../domain/contract/views';
import { caseload, type Person } from '../../domain/person/person';
import { recentWeeks, weekKey } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';

/** How far back a worker's screen looks for the last contact. */
const WEEKS_BACK = 8;

/** This week's households, whom to contact first on top. Two reads: the cards, and the recent sheets. */
export async function workerHome(person: Person, at: Millis) {
  const ids = caseload(person, at);
  const week = weekKey(at);
  const [households, sheets] = await Promise.all([
    all('households', (cards) => cards.where({ _id: _.in(ids) }).limit(100)),
    all('sheets', (some) =>
      some.where({ _id: _.in(recentWeeks(at, WEEKS_BACK).map((key) => sheetId(person._id, key))) }),
    ),
  ]);
  const { due, reached, met } = sheets.find((sheet) => sheet.week === week) ?? newSheet(person, week);
  const cards: HouseholdCard[] = households.map(({ _id, head, members, address, phone }) => ({
    id: _id,
    head,
    members,
    address,
    ...(phone ? { phone } : {}),
    standing: standing(_id, sheets, at),
    problems: 0,
    asks: 0,
  }));
  return { as: 'worker' as const, week, counts: { week, due, reached, met }, households: cards.sort(byNeed) };
}
