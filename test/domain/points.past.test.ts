import { standingAt } from '../../domain/points/past';
import { anEntry, BOOKED } from './books';

describe('what stood when a month fell due', () => {
  const entry = anEntry('deed-1', 3);
  const back = { ...anEntry('back-deed-1', -3), reverses: 'deed-1', bookedAt: BOOKED };

  test('what was taken back by then leaves its cap, what was later does not', () => {
    const marked = { ...entry, reversedBy: 'back-deed-1' };
    expect(standingAt([entry], [back], BOOKED + 1)).toEqual([marked]);
    expect(standingAt([marked], [back], BOOKED + 1)).toEqual([marked]);
    expect(standingAt([marked], [back], BOOKED)).toEqual([entry]);
    expect(standingAt([entry], [entry], BOOKED + 1)).toEqual([entry]);
  });
});
