import fc from 'fast-check';
import type { EntryAsk } from '../../domain/points/ask';
import { cursorOf, queueAfter } from '../../domain/points/queue';

const ask = (id: string, at: number, answered = false): EntryAsk => ({
  id,
  kind: 'award',
  rule: 'merit',
  version: 'default.1',
  amount: 5,
  at,
  by: { person: 'p', name: 'p' },
  text: '救火',
  photos: [],
  recused: [],
  ...(answered ? { answer: { yes: true, at, by: { person: 'q', name: 'q' } } } : {}),
});
const idsOf = (queue: { ask: EntryAsk }[]) => queue.map(({ ask: { id } }) => id);

test('page by page everything that waits comes once, the oldest first, also of one moment and whatever is answered meanwhile', () => {
  // Few moments for many asks, so that pages end between two of the same.
  const moments = fc.array(fc.array(fc.nat(4), { maxLength: 6 }), { maxLength: 12 });
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 7 }), fc.nat(3), (drawn, size, every) => {
      let books = drawn.map((each, n) => ({
        asks: each.map((at, nth) => ask(`a${n}_${nth}`, 1_000 + at, (n + nth) % 5 === 4)),
      }));
      const before = idsOf(queueAfter(books));
      const seen: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = queueAfter(books, after).slice(0, size);
        if (page.length === 0) break;
        seen.push(...idsOf(page));
        after = cursorOf(page.at(-1)!.ask);
        // Some of what was seen is answered before the next page is asked for.
        books = books.map(({ asks }) => ({
          asks: asks.map((one, n) =>
            every > 0 && n % (every + 1) === 0 && seen.includes(one.id) ? ask(one.id, one.at, true) : one,
          ),
        }));
      }
      expect(seen).toEqual(before);
      expect(new Set(seen).size).toBe(seen.length);
    }),
  );
});

test('of one moment by their ids, and never what is answered', () => {
  const books = [{ asks: [ask('b', 2), ask('c', 1), ask('d', 1, true)] }, { asks: [ask('a', 2)] }];
  expect(idsOf(queueAfter(books))).toEqual(['c', 'a', 'b']);
  expect(idsOf(queueAfter(books, cursorOf(ask('a', 2))))).toEqual(['b']);
});
