import fc from 'fast-check';
import { monthCadence, weekCadence } from '../../domain/contact/cadence';
import type { Contact } from '../../domain/contact/entry';
import { contactedIn, gistOf } from '../../domain/contact/gist';
import { record } from '../../domain/contact/record';
import { review } from '../../domain/contact/review';
import { booksClose, type ContactSheet, newSheet } from '../../domain/contact/sheet';
import { settlesAt } from '../../domain/points/calendar';
import { contactFacts, contactMonth } from '../../domain/points/fact-contact';
import { weekSpan } from '../../domain/time/period';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { aPerson, aWorker, GRID } from './build';

/** 30 November to 6 December: its Monday belongs to November. */
const WEEK = '2026-W49';
const { from } = weekSpan(WEEK);
const worker = aWorker(4);
const chief = aPerson('c1', [{ role: 'chief', area: GRID, areaPath: '' }]);

const contacts = fc.array(
  fc.record({
    household: fc.constantFrom('h1', 'h2', 'h3', 'h4'),
    at: fc.integer({ min: from, max: from + 7 * DAY - 1 }),
    inPerson: fc.boolean(),
    corrects: fc.boolean(),
    activities: fc.constantFrom({}, { policy: 1 }, { errand: 2, opinion: 1 }),
  }),
  { maxLength: 12 },
);

type Said = Omit<Contact, 'channel'>;

/** One batch after the other, as a phone sends them. */
function sheetWith(said: readonly Said[], excused?: string): ContactSheet {
  const now = booksClose(WEEK) - HOUR;
  const batch = (sheet: ContactSheet, one: Said) =>
    record(sheet, worker, [{ ...one, channel: one.inPerson ? 'home' : 'phone' }], now);
  const sheet = said.reduce(batch, newSheet(worker, WEEK));
  if (!excused || sheet.entries[excused]) return sheet;
  const missed = record(sheet, worker, [], now, [{ household: excused, at: from, reason: 'away' }]);
  return review(missed, { household: { id: excused, head: '张' }, verdict: 'excused', by: chief }, now);
}

describe('a sheet in short', () => {
  test('points see every household as its phone does, corrections and a week of two months included', () => {
    fc.assert(
      fc.property(contacts, fc.option(fc.constantFrom('h1', 'h2'), { nil: undefined }), (said, excused) => {
        const sheets = [sheetWith(said, excused)];
        const measures = (month: string, kind: 'week' | 'month') =>
          contactFacts(worker, contactMonth(month, sheets)).find(
            (fact) => fact.kind === kind && (kind === 'month' || fact.of === WEEK),
          )?.measure;
        const households = ['h1', 'h2', 'h3', 'h4'];
        const count = (standings: string[]) => {
          const due = standings.filter((standing) => standing !== 'excused');
          return { n: due.filter((standing) => standing === 'done').length, of: due.length };
        };
        const week = households.map((one) => weekCadence(one, WEEK, { sheets }, settlesAt('2026-12')));
        expect(measures('2026-12', 'week')).toEqual(count(week));
        for (const month of ['2026-11', '2026-12']) {
          const inIt = month === '2026-11' ? from : from + DAY;
          const met = households.map((one) => monthCadence(one, inIt, { sheets }, settlesAt(month)));
          expect(measures(month, 'month')).toEqual(count(met));
        }
      }),
    );
  });

  test('it is told anew at every write and names whom the entries name', () => {
    fc.assert(
      fc.property(contacts, (said) => {
        const { gist, entries } = sheetWith(said);
        expect(gist).toEqual(gistOf(entries));
        expect([...new Set(contactedIn(gist))].sort()).toEqual(Object.keys(entries).sort());
      }),
    );
  });
});
