import { appealed, appealsReminded, decided, isInvolved, lateAppeals } from '../../domain/evaluation/appeal';
import { exempted } from '../../domain/evaluation/exempt';
import { finalised } from '../../domain/evaluation/final';
import { appealsUntil } from '../../domain/evaluation/sign';
import { DAY } from '../../domain/time/shanghai';
import { BY, done, JANUARY, sign } from './evaluations';

describe('an appeal', () => {
  const refused = (path: string) => expect.objectContaining({ code: 'NOT_NOW', path });

  test('frozen while an appeal is open, however late; thawed by the last answer', () => {
    const sealed = sign(done());
    const until = sealed.appealUntil!;
    const two = appealed(appealed(sealed, 'w0', '少算了', until - 2), 'w1', '也少算了', until - 1);
    // The supervisors are asked again; meanwhile it stays as it is.
    expect(two.nextAt).toBe(appealsUntil(until - 2, 5));
    const again = appealsReminded(two, two.nextAt!);
    expect(again.outbox.length - two.outbox.length).toBe(2);
    expect(again.nextAt).toBe(appealsUntil(two.nextAt!, 5));
    const late = appealsUntil(until - 2, 15);
    expect([late - 1, late, appealsUntil(until - 1, 15)].map((when) => lateAppeals(two, when))).toEqual([
      0,
      expect.any(Number),
      2,
    ]);
    expect(finalised(two, 'x', until + 400 * DAY)).toBe(two);
    const one = decided(two, 'w0', { upheld: true, text: '改', score: 77 }, BY, until + DAY);
    expect(finalised(one, 'x', until + 400 * DAY)).toBe(one);
    const none = decided(one, 'w1', { upheld: false, text: '核过' }, BY, until + 2 * DAY);
    expect(none.nextAt).toBe(until + 2 * DAY);
    expect(finalised(none, 'x', until + 2 * DAY)).toMatchObject({ state: 'final', hash: 'x' });
    expect(none.candidates.map(({ score, grade }) => [score, grade])).toEqual([
      [77, 'good'],
      [30, 'failed'],
      [30, 'failed'],
    ]);
    expect(() => appealed(none, 'w2', '少算了', until)).toThrow(refused('village'));
  });

  test('an exemption that is appealed against falls with the score set anew', () => {
    const stated = exempted(done(), 'w0', { why: 'leave', by: BY, text: '病假' }, undefined);
    const asked = appealed(sign(stated), 'w0', '我只休了两周', JANUARY + 1);
    const right = decided(
      asked,
      'w0',
      { upheld: true, text: '对', score: 80 },
      { person: 'x', name: '那仁' },
      JANUARY + 2,
    );
    const [candidate] = right.candidates;
    expect(candidate).toMatchObject({
      score: 80,
      grade: 'good',
      appeal: { answer: { was: { exempt: { why: 'leave' } } } },
    });
    expect(candidate).not.toHaveProperty('exempt');
  });

  test('who should not have been graded is not, when a supervisor says so', () => {
    const asked = appealed(sign(done()), 'w0', '我三月到十一月在住院', JANUARY + 1);
    const judge = { person: 'x', name: '那仁' };
    const verdict = { upheld: true, text: '医院证明属实', exempt: 'leave' as const };
    const [candidate] = decided(asked, 'w0', verdict, judge, JANUARY + 2).candidates;
    expect(candidate).toMatchObject({
      exempt: { why: 'leave', by: judge },
      appeal: { answer: { was: { score: 30, grade: 'failed' } } },
    });
    expect([candidate?.score, candidate?.grade]).toEqual([undefined, undefined]);
    expect(() => decided(asked, 'w0', { ...verdict, score: 90 }, judge, JANUARY + 2)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', path: 'score' }),
    );
  });

  test('whoever had a hand in it does not answer', () => {
    const counted = { ...done(), gradedBy: { person: 'g', name: 'g' } };
    const sealed = sign(exempted(counted, 'w0', { why: 'leave', by: { person: 'x', name: 'x' } }, undefined));
    const appellant = { _id: 'w0', household: 'h1' };
    // Reviewer, who signed, who stated an exemption, the person, who counted, somebody else who is graded.
    for (const hand of ['r1', 's1', 'x', 'w0', 'g', 'w2'])
      expect(isInvolved(sealed, { appellant }, { _id: hand })).toBe(true);
    expect(isInvolved(sealed, { appellant }, { _id: 'v', household: 'h1' })).toBe(true);
    expect(isInvolved(sealed, { appellant, signers: ['v'] }, { _id: 'v' })).toBe(true);
    expect(isInvolved(sealed, { appellant }, { _id: 'v' })).toBe(false);
  });
});
