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
});
