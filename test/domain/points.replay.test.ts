import fc from 'fast-check';
import { booked, newBook } from '../../domain/points/book';
import { ranked, replay, retold } from '../../domain/points/replay';
import { ACCOUNT, anEntry, owner } from './books';
import { VILLAGE } from './evaluations';

describe('the list of a village', () => {
  const someTotals = fc.uniqueArray(
    fc.record({
      account: fc.integer({ min: 0, max: 99 }).map((n) => `worker.w${n}`),
      total: fc.integer({ min: 0, max: 8 }),
    }),
    { maxLength: 30, selector: ({ account }) => account },
  );
  const head = { village: VILLAGE, year: '2026', kind: 'worker' as const, versions: ['default.1', '2026.2'] };

  test('is the same text in whatever order the books come', () => {
    fc.assert(
      fc.property(
        someTotals.chain((totals) =>
          fc.tuple(
            fc.constant(totals),
            fc.shuffledSubarray(totals, { minLength: totals.length, maxLength: totals.length }),
          ),
        ),
        ([totals, permuted]) => {
          const versions = [...head.versions, ...head.versions].reverse();
          expect(replay({ ...head, versions }, permuted)).toEqual(replay(head, totals));
        },
      ),
    );
  });

  test('tells apart what differs by one point', () => {
    const list = (total: number) => replay(head, [{ account: ACCOUNT, total }]).text;
    expect(list(3)).not.toBe(list(4));
    expect(list(3)).toBe(`yige points list 1\n${VILLAGE}\t2026\tworker\t2026.2,default.1\n1\t${ACCOUNT}\t3`);
  });

  test('ranks as "1224": who is equal shares a rank, at both ends', () => {
    const ranks = (totals: number[]) =>
      ranked(
        [...totals].sort((a, b) => b - a),
        (total) => total,
      ).map(({ rank }) => rank);
    expect(ranks([9, 7, 7, 5])).toEqual([1, 2, 2, 4]);
    expect(ranks([9, 9, 9, 5, 5])).toEqual([1, 1, 1, 4, 4]);
    expect(ranks([])).toEqual([]);
  });

  test('ranks each by how many have more, and never by anything else', () => {
    fc.assert(
      fc.property(someTotals, (totals) => {
        for (const { account, rank, total } of replay(head, totals).lines) {
          expect(totals.some((one) => one.account === account)).toBe(true);
          expect(rank).toBe(1 + totals.filter((one) => one.total > total).length);
        }
      }),
    );
  });

  test('told anew from raw records it takes from the book only what two people signed', () => {
    const signed = { ...anEntry('ask-1', 7), approvedBy: { person: 's', name: '张' } };
    const book = booked(newBook({ ...owner, year: '2026' }), [anEntry('found-p1', 1), signed]);
    expect(retold(book, [anEntry('found-p1', 1), anEntry('found-p2', 1)])).toEqual({
      account: ACCOUNT,
      total: 9,
    });
  });
});
