import { approved, ended, entered, holds } from '../../domain/roll/basis';
import { posted, posting } from '../../domain/roll/internal';
import { repaired } from '../../domain/roll/training';
import { DAY } from '../../domain/time/shanghai';
import { A, B, base, NOW } from './rolls';

describe('an internal roll', () => {
  const fresh = entered(
    'b1',
    { area: '150625', text: '某条例第三条', until: NOW + 60 * DAY },
    { person: 'admin', name: '白音' },
    NOW,
  );
  const basis = approved(fresh, { person: 'bannerOfficial', name: '孙立' }, NOW);
  const post = (change: { until?: number; final?: boolean } = {}, on = basis) =>
    posted(base(), on, { until: NOW + 30 * DAY, final: true, ...change }, B, NOW);

  test('needs a basis that a second person approved', () => {
    expect(holds(fresh, NOW)).toBe(false);
    expect(() => approved(fresh, { person: 'admin', name: '白音' }, NOW)).toThrow('NOT_YOURS');
    expect(() => post({}, fresh)).toThrow('NOT_NOW at basis');
    expect(() => posted(base(), undefined, { until: NOW + DAY, final: true }, B, NOW)).toThrow(
      'NOT_NOW at basis',
    );
    expect(holds(basis, NOW)).toBe(true);
  });

  test('ends with the earlier day, with its basis, with an open appeal, and when nobody is left on it', () => {
    const roll = post();
    const stands = (at: number, on = basis, final = true, one = roll) =>
      posting(one, on, { final }, at) !== undefined;
    expect(stands(NOW)).toBe(true);
    expect(stands(NOW + 30 * DAY)).toBe(false);
    expect(stands(NOW, ended(basis, '不合适', A, NOW))).toBe(false);
    expect(stands(NOW, basis, false)).toBe(false);
    expect(stands(NOW, basis, true, repaired(roll, 'w9', '补上了', B, NOW))).toBe(false);
    expect(stands(NOW, { ...basis, _id: 'other' })).toBe(false);
    expect(posting(roll, undefined, { final: true }, NOW)).toBeUndefined();
  });

  test('is no longer than its basis, not while somebody appeals, and whoever is on it is told', () => {
    expect(() => post({ until: NOW + 61 * DAY })).toThrow('BAD_INPUT at until');
    expect(() => post({ final: false })).toThrow('NOT_NOW');
    expect(post().outbox).toMatchObject([{ kind: 'roll-posted', to: { person: 'w9' } }]);
  });
});
