import fc from 'fast-check';
import { consented, HONOUR_VERSION, LONGEST_CONSENT, recommended, withdrawn } from '../../domain/roll/honour';
import { isShown, waitsFor } from '../../domain/roll/shown';
import { DAY } from '../../domain/time/shanghai';
import { A, agree, B, base, line, NOW, SAY, twice, WHO } from './rolls';

const READY = { final: true, left: new Set<string>() };

describe('an honour', () => {
  test('is shown with two recommendations and a consent, until it ends', () => {
    const roll = agree(twice());
    expect(isShown(line(roll), READY, NOW)).toBe(true);
    expect(line(roll).publishedAt).toBe(NOW);
    expect(waitsFor(line(roll), READY, NOW + 100 * DAY)).toEqual(['expired']);
    expect(waitsFor(line(roll), { ...READY, final: false }, NOW)).toEqual(['final']);
  });

  test('each of the three is needed', () => {
    expect(waitsFor(line(base()), READY, NOW)).toEqual(['recommendation', 'consent']);
    expect(waitsFor(line(agree(recommended(base(), SAY, A, WHO, NOW))), READY, NOW)).toEqual([
      'recommendation',
    ]);
    expect(waitsFor(line(twice()), READY, NOW)).toEqual(['consent']);
  });

  test('is asked for once, when it is first recommended', () => {
    const once = recommended(base(), SAY, A, WHO, NOW);
    expect(once.outbox).toMatchObject([
      { kind: 'honour-asked', to: { people: ['w0'] }, facts: { what: '最美网格员' } },
    ]);
    expect(recommended(once, SAY, B, WHO, NOW).outbox).toHaveLength(1);
  });

  test('two are two: nobody twice, not oneself, not one’s own household, and for the same honour', () => {
    const once = recommended(base(), SAY, A, WHO, NOW);
    expect(() => recommended(once, SAY, A, WHO, NOW)).toThrow('NOT_NOW');
    expect(() => recommended(once, SAY, { person: 'w0', name: '' }, WHO, NOW)).toThrow('NOT_YOURS');
    expect(() => recommended(once, SAY, { ...B, household: 'h7' }, WHO, NOW)).toThrow('NOT_YOURS');
    expect(() => recommended(once, { ...SAY, honour: '道德模范' }, B, WHO, NOW)).toThrow(
      'BAD_INPUT at honour',
    );
    expect(() => recommended(base(), { ...SAY, subject: 'w5' }, B, WHO, NOW)).toThrow('NOT_FOUND');
  });

  test('is withdrawn at once, and the earlier consents stay on record', () => {
    const roll = withdrawn(agree(twice()), 'w0', A, NOW + DAY);
    expect(waitsFor(line(roll), READY, NOW + DAY)).toEqual(['withdrawn']);
    expect(line(roll)).not.toHaveProperty('publishedAt');
    expect(withdrawn(roll, 'w0', A, NOW + 2 * DAY)).toBe(roll);
    const again = agree(roll, NOW + 50 * DAY, NOW + 3 * DAY);
    expect(isShown(line(again), READY, NOW + 3 * DAY)).toBe(true);
    expect(line(again).consents.map(({ withdrawnAt }) => withdrawnAt)).toEqual([NOW + DAY, undefined]);
  });

  test('a consent is to a wording, for a year at most, and to something', () => {
    expect(() => agree(base())).toThrow('NOT_NOW');
    expect(() => agree(twice(), NOW + LONGEST_CONSENT + 1)).toThrow('BAD_INPUT at until');
    expect(() => agree(twice(), NOW)).toThrow('BAD_INPUT at until');
    const old = { subject: 'w0', until: NOW + DAY, version: '2020-01' };
    expect(() => consented(twice(), old, A, NOW)).toThrow('BAD_INPUT at version');
  });

  test('whatever happens in whatever order, shown means: two, agreed, not withdrawn, not over', () => {
    type Step = { kind: 'a' | 'b' | 'agree' | 'withdraw'; days: number };
    const step = fc.record({
      kind: fc.constantFrom<Step['kind']>('a', 'b', 'agree', 'withdraw'),
      days: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let roll = base();
        let agreedUntil: number | undefined;
        steps.forEach(({ kind, days }, index) => {
          const at = NOW + index * DAY;
          try {
            if (kind === 'a') roll = recommended(roll, SAY, A, WHO, at);
            if (kind === 'b') roll = recommended(roll, SAY, B, WHO, at);
            if (kind === 'agree') roll = agree(roll, at + days * DAY, at);
            if (kind === 'withdraw') roll = withdrawn(roll, 'w0', A, at);
            if (kind === 'agree') agreedUntil = at + days * DAY;
            if (kind === 'withdraw') agreedUntil = undefined;
          } catch {
            // A stated no changes nothing.
          }
          const both = ['chief', 'secretary'].every((id) =>
            line(roll).recommendations.some(({ person }) => person === id),
          );
          expect(isShown(line(roll), READY, at)).toBe(both && agreedUntil !== undefined && at < agreedUntil);
        });
      }),
    );
  });
});

describe('an honour that ran out', () => {
  test('is published anew, with new days to object', () => {
    const roll = agree(twice());
    const { publishedAt } = line(roll);
    const until = NOW + 300 * DAY;
    const again = { subject: 'w0', until, version: HONOUR_VERSION };
    // Prolonged while it stands it is the same publication.
    expect(line(consented(roll, again, A, NOW + DAY)).publishedAt).toBe(publishedAt);
    const later = NOW + 200 * DAY;
    expect(line(consented(roll, again, A, later)).publishedAt).toBe(later);
  });

  test('who took the consent back is written down', () => {
    const roll = withdrawn(agree(twice()), 'w0', B, NOW + DAY);
    expect(line(roll).consents).toMatchObject([{ withdrawnAt: NOW + DAY, withdrawnBy: B }]);
  });
});
