import fc from 'fast-check';
import { type Applied, remember, replay } from '../../domain/command/applied';
import { DAY } from '../../domain/time/shanghai';
import { NOW } from './build';

const applied = (id: string, at: number): Applied => ({ id, print: 'p', at, answer: null });

describe('what an aggregate remembers of its commands', () => {
  test('sixty days of them, and the newest twenty whatever their age', () => {
    const old = Array.from({ length: 30 }, (_, n) => applied(`old-${n}`, NOW - 100 * DAY + n));
    const young = Array.from({ length: 25 }, (_, n) => applied(`young-${n}`, NOW - 59 * DAY + n));
    const both = remember([...old, ...young], applied('now', NOW));
    expect(both.map((one) => one.id)).toEqual([...young.map((one) => one.id), 'now']);
    expect(remember(old, applied('now', NOW)).map((one) => one.id)).toEqual([
      ...old.slice(-19).map((one) => one.id),
      'now',
    ]);
  });

  test('a repetition within sixty days finds its answer, however many came in between; order stays', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10 * DAY }), { minLength: 1, maxLength: 120 }),
        (gaps) => {
          let at = NOW;
          let kept: Applied[] = [];
          const all: Applied[] = [];
          for (const [n, gap] of gaps.entries()) {
            at += gap;
            const one = applied(`c-${n}`, at);
            all.push(one);
            kept = remember(kept, one);
          }
          for (const one of all.filter((each) => each.at > at - 60 * DAY))
            expect(replay(kept, one.id, 'p')).toBe(one);
          expect(kept).toEqual(all.filter((one) => kept.includes(one)));
          const aged = kept.filter((one) => one.at <= at - 60 * DAY);
          expect(kept.length <= 20 || aged.length === 0).toBe(true);
        },
      ),
    );
  });
});
