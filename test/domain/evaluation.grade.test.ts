import { graded } from '../../domain/evaluation/grade';
import { BY, begun, JANUARY, noFigures, workers } from './evaluations';

describe('a village counted', () => {
  test('points alone are no score', () => {
    const [worker] = workers(1);
    const books = new Map([['w0', { total: 150, entries: 9, closed: true }]]);
    const facts = { ...noFigures, books, workers: [worker!] };
    const [alone] = graded({ ...begun(), marks: {} }, facts, { waits: [], by: BY }, JANUARY).candidates;
    expect(alone).toMatchObject({ points: { score: 100 }, exempt: { why: 'too-few' } });
    expect([alone?.score, alone?.grade]).toEqual([undefined, undefined]);
  });

  describe('in the year in which points began in the village', () => {
    const gradedSince = (since: string | undefined, total: number) => {
      const books = new Map([['w0', { total, entries: 9, closed: true }]]);
      const facts = { ...noFigures, books, workers: workers(1), since };
      return graded(begun(), facts, { waits: [], by: BY }, JANUARY).candidates[0]!;
    };

    test('nobody is measured by months in which nothing was counted', () => {
      const july = gradedSince('2026-07', 75);
      expect(july).toMatchObject({ months: 12, points: { score: 100, full: 75, counted: 6 } });
      expect(july.exempt).toBeUndefined();
      expect(gradedSince('2025-03', 75)).toEqual(gradedSince(undefined, 75));
      expect(gradedSince(undefined, 75).points).toEqual({ total: 75, full: 150, n: 9, score: 50 });
    });

    test('who came with points of another village is measured by all of them', () => {
      const books = new Map([['w0', { total: 75, entries: 9, closed: true, since: '2026-02' }]]);
      const facts = { ...noFigures, books, workers: workers(1), since: '2026-09' };
      const [moved] = graded(begun(), facts, { waits: [], by: BY }, JANUARY).candidates;
      expect(moved?.points).toMatchObject({ full: 137.5, counted: 11 });
    });

    test('of too few months there is no figure, and the others take its weight', () => {
      const november = gradedSince('2026-11', 4);
      expect(november.points).toEqual({ total: 4, full: 25, n: 9, counted: 2 });
      expect(november).toMatchObject({ score: 30, grade: 'failed', review: { score: 30 } });
    });
  });
});
