import fc from 'fast-check';
import { accountOf } from '../../domain/points/account';
import { booked, newBook, type PointsBook } from '../../domain/points/book';
import { carryInto, carryOut } from '../../domain/points/carry';
import { anEntry, BOOKED, owner } from './books';

describe('a household’s balance at the end of the year', () => {
  const family = { ...owner, account: accountOf('household', 'h1') };
  const last = (total: number) =>
    booked(newBook({ ...family, year: '2026' }), total ? [anEntry('ask-1', total)] : []);
  const next = newBook({ ...family, year: '2027' });

  test('moves on whole, and nothing is made or lost, however often it is done and wherever it breaks off', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom('in', 'both')), { maxLength: 6 }),
        (moves) => {
          let books: { from: PointsBook; into: PointsBook } = { from: last(0), into: next };
          let earned = 0;
          for (const [nth, [amount, how]] of [...moves, [0, 'both'] as const].entries()) {
            books.from = booked(books.from, [anEntry(`late-${nth}`, amount)]);
            earned += amount;
            const into = carryInto(books.into, books.from, BOOKED) ?? books.into;
            const from = how === 'both' ? carryOut(books.from, into, BOOKED) : books.from;
            books = { from, into };
          }
          // What came late while the first half stood alone is carried by the next round.
          for (let round = 0; round < 2; round += 1) {
            const into = carryInto(books.into, books.from, BOOKED) ?? books.into;
            books = { from: carryOut(books.from, into, BOOKED), into };
          }
          expect([books.from.total, books.into.total]).toEqual([0, earned]);
        },
      ),
    );
  });

  test('where nothing is left, nothing is carried', () => {
    expect(carryInto(next, last(0), BOOKED)).toBeNull();
  });
});
