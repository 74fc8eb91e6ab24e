import fc from 'fast-check';
import type { Contact } from '../../domain/contact/entry';
import { standing } from '../../domain/contact/need';
import { record } from '../../domain/contact/record';
import { newSheet, weekOf } from '../../domain/contact/sheet';
import { Refusal } from '../../domain/error/refusal';
import { weekKey, weekSpan } from '../../domain/time/period';
import { atShanghai, DAY, HOUR } from '../../domain/time/shanghai';
import { aWorker, NOW } from './build';

const week = weekKey(NOW);
const worker = aWorker();
const phone = (household: string, change: Partial<Contact> = {}): Contact => ({
  household,
  channel: 'phone',
  inPerson: false,
  at: NOW,
  ...change,
});
const visit = (household: string, change: Partial<Contact> = {}): Contact =>
  phone(household, { channel: 'home', inPerson: true, ...change });

function refusalOf(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('the weekly sheet', () => {
  test('counts due, reached and met; a meeting is also the week’s contact', () => {
    const sheet = record(newSheet(worker, week), worker, [phone('h1'), visit('h2')], NOW);
    expect(sheet).toMatchObject({ due: 12, reached: 2, met: 1 });
  });

  test('a meeting is never lost to a later phone call, whose note is kept', () => {
    const first = record(newSheet(worker, week), worker, [visit('h1', { note: '羊圈塌了' })], NOW);
    const second = record(first, worker, [phone('h1', { activities: { policy: 1 } })], NOW + HOUR);
    expect(second).toMatchObject({ reached: 1, met: 1 });
    expect(second.entries.h1).toMatchObject({
      inPerson: true,
      channel: 'home',
      note: '羊圈塌了',
      activities: { policy: 1 },
    });
  });

  test('a correction takes back what was recorded by mistake, and keeps the trace', () => {
    const wrong = record(newSheet(worker, week), worker, [visit('h1')], NOW);
    const right = record(wrong, worker, [phone('h1', { corrects: true })], NOW + HOUR);
    expect(right).toMatchObject({ reached: 1, met: 0 });
    expect(right.entries.h1).toMatchObject({ inPerson: false, was: [{ inPerson: true, mistaken: true }] });
    expect(standing('h1', [right], NOW + HOUR)).toMatchObject({ state: 'reached', metThisMonth: false });
  });

  test('two meetings in a week that crosses a month count for both months, in any order of arrival', () => {
    const monday = visit('h1', { at: atShanghai('2026-11-30 10:00') });
    const wednesday = visit('h1', { at: atShanghai('2026-12-02 10:00'), channel: 'field' });
    const now = atShanghai('2026-12-03 09:00');
    for (const order of [
      [monday, wednesday],
      [wednesday, monday],
    ]) {
      let sheet = newSheet(worker, '2026-W49');
      for (const contact of order) sheet = record(sheet, worker, [contact], now);
      expect(sheet.entries.h1).toMatchObject({ at: wednesday.at, was: [{ at: monday.at }] });
      expect(standing('h1', [sheet], now)).toMatchObject({ metThisMonth: true, lastMetAt: wednesday.at });
      expect(standing('h1', [sheet], atShanghai('2026-11-30 23:00')).lastAt).toBe(wednesday.at);
    }
  });

  test('a household handed over in mid-week is due of the one who has it at the end', () => {
    const { to } = weekSpan(week);
    const leaving = aWorker(12, {
      links: [
        { household: 'h1', from: 0, to: to - DAY },
        { household: 'h2', from: 0 },
      ],
    });
    expect(newSheet(leaving, week).due).toBe(1);
    const contacted = record(newSheet(leaving, week), leaving, [phone('h1'), phone('h2')], NOW);
    expect(contacted).toMatchObject({ due: 2, reached: 2 });
  });

  test('a correction keeps what it replaced', () => {
    const first = record(newSheet(worker, week), worker, [phone('h1')], NOW);
    const second = record(first, worker, [visit('h1')], NOW + HOUR);
    expect(second.entries.h1?.was).toEqual([expect.objectContaining({ channel: 'phone' })]);
  });

  test('ticking the same again changes nothing', () => {
    const first = record(newSheet(worker, week), worker, [phone('h1', { note: '好' })], NOW);
    expect(record(first, worker, [phone('h1')], NOW).entries.h1).toBe(first.entries.h1);
  });

  test('a household of somebody else is refused by its place in the batch and nothing is taken in', () => {
    const refusal = refusalOf(() => record(newSheet(worker, week), worker, [phone('h1'), phone('h99')], NOW));
    expect(refusal).toMatchObject({ code: 'NOT_YOURS', path: 'entries.1.household' });
  });

  test('a household handed over is refused from the day of the hand-over on', () => {
    const leaving = aWorker(12, { links: [{ household: 'h1', from: NOW - 30 * DAY, to: NOW - DAY }] });
    const refusal = refusalOf(() => record(newSheet(leaving, week), leaving, [phone('h1')], NOW));
    expect(refusal.code).toBe('NOT_YOURS');
  });

  test('the future, another week and a closed week are refused', () => {
    const sheet = newSheet(worker, week);
    expect(refusalOf(() => record(sheet, worker, [phone('h1', { at: NOW + HOUR })], NOW)).path).toBe(
      'entries.0.at',
    );
    expect(refusalOf(() => record(sheet, worker, [phone('h1', { at: NOW - 7 * DAY })], NOW)).path).toBe(
      'entries.0.at',
    );
    const closed = weekSpan(week).to + DAY;
    expect(refusalOf(() => record(sheet, worker, [phone('h1')], closed)).code).toBe('PERIOD_CLOSED');
    expect(record(sheet, worker, [phone('h1')], closed - 1).reached).toBe(1);
  });

  test('a week that does not exist is refused by its name', () => {
    expect(refusalOf(() => weekOf('2027-W53', NOW))).toMatchObject({ code: 'BAD_INPUT', path: 'week' });
    expect(weekOf(undefined, atShanghai('2027-01-01'))).toBe('2026-W53');
  });

  test('any order of any batches leaves one entry per household and the counts of a naive recount', () => {
    const contact = fc.record({
      household: fc.constantFrom(...Array.from({ length: 12 }, (_, n) => `h${n + 1}`)),
      met: fc.boolean(),
      back: fc.integer({ min: 0, max: 9 * HOUR }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(contact, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        (batches) => {
          let sheet = newSheet(worker, week);
          const reached = new Set<string>();
          const met = new Set<string>();
          for (const batch of batches) {
            const contacts = batch.map((one) =>
              one.met
                ? visit(one.household, { at: NOW - one.back })
                : phone(one.household, { at: NOW - one.back }),
            );
            sheet = record(sheet, worker, contacts, NOW);
            for (const one of batch) {
              reached.add(one.household);
              if (one.met) met.add(one.household);
            }
          }
          expect([sheet.reached, sheet.met]).toEqual([reached.size, met.size]);
        },
      ),
    );
  });
});
