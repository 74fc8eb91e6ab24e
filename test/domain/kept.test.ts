import { ACCESS } from '../../domain/access/table';
import { mayKeep } from '../../src/state/private';

describe('what a phone keeps', () => {
  const names = Object.keys(ACCESS);

  test('nothing of who stands how: no evaluation, no roll, no book of points', () => {
    const never = names.filter((name) => /^(evaluation|roll)\./.test(name));
    expect(never.length).toBeGreaterThan(15);
    for (const name of [...never, 'points.book', 'points.books', 'points.asks', 'points.replay'])
      expect([name, mayKeep(name)]).toEqual([name, false]);
  });

  test('what is worked with where there is no signal', () => {
    for (const name of ['home.open', 'household.view', 'problem.list', 'points.rules', 'shop.open'])
      expect([name, names.includes(name) && mayKeep(name)]).toEqual([name, true]);
  });
});
