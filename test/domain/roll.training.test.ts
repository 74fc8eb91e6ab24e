import { completed, repaired, signedUp } from '../../domain/roll/training';
import { DAY } from '../../domain/time/shanghai';
import { B, base, NOW } from './rolls';

describe('a training', () => {
  test('is an offer: signed up by oneself, done afterwards, struck with a reason', () => {
    expect(() => completed(base(), 'w9', NOW)).toThrow('NOT_NOW');
    const roll = completed(signedUp(base(), 'w9', NOW), 'w9', NOW + DAY);
    expect(roll.bottom[0]).toMatchObject({ signedUpAt: NOW, completedAt: NOW + DAY });
    expect(repaired(roll, 'w9', '补上了', B, NOW).bottom[0]?.repaired?.text).toBe('补上了');
    expect(() => signedUp(base(), 'w5', NOW)).toThrow('NOT_FOUND');
  });
});
