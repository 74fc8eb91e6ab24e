import fc from 'fast-check';
import {
  type ContentCheck,
  cleared,
  exhausted,
  heard,
  isTold,
  looked,
  masked,
  unchecked,
  unheard,
} from '../../domain/problem/content';
import { HOUR, MINUTE } from '../../domain/time/shanghai';
import { NOW } from './build';

const fresh = unchecked(NOW);

describe('the content check', () => {
  test('waits from the first moment, and nobody is told meanwhile', () => {
    expect(fresh).toEqual({ state: 'pending', due: NOW, tries: 0, waiting: [] });
    expect(isTold({ public: true, content: fresh })).toBe(false);
  });

  test('words alone pass at once; with media the verdicts are awaited', () => {
    const words = looked(fresh, 'pass', [], NOW);
    expect(words).toMatchObject({ state: 'passed' });
    expect(words.due).toBeUndefined();
    const media = looked(fresh, 'pass', ['t1', 't2'], NOW);
    expect(media).toMatchObject({ state: 'pending', waiting: ['t1', 't2'], due: NOW + HOUR });
    const one = heard(media, 't1', 'pass');
    expect(one).toMatchObject({ state: 'pending', waiting: ['t2'] });
    expect(heard(one, 't2', 'pass')).toMatchObject({ state: 'passed', waiting: [] });
  });

  test('one doubt is enough, and a later pass does not undo it', () => {
    expect(looked(fresh, 'review', [], NOW).state).toBe('review');
    const media = looked(fresh, 'pass', ['t1', 't2'], NOW);
    const doubted = heard(media, 't1', 'review');
    expect(doubted.state).toBe('review');
    expect(heard(doubted, 't2', 'pass').state).toBe('review');
  });

  test('a check that cannot be asked is asked again, later each time, and never becomes a pass', () => {
    let check: ContentCheck = fresh;
    const waits: (number | undefined)[] = [];
    while (!exhausted(check)) {
      check = unheard(check, NOW);
      waits.push(check.due && (check.due - NOW) / MINUTE);
    }
    expect(waits).toEqual([1, 2, 4, 8, undefined]);
    expect(check.state).toBe('review');
  });

  test('whatever happens, it passes only by a verdict on everything or by a person', () => {
    const step = fc.oneof(
      fc.constant((check: ContentCheck) => unheard(check, NOW)),
      fc.constant((check: ContentCheck) => heard(check, 't1', 'pass')),
      fc.constant((check: ContentCheck) => heard(check, 'stray', 'pass')),
      fc.constant((check: ContentCheck) => heard(check, 't2', 'review')),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const start = looked(fresh, 'pass', ['t1', 't2'], NOW);
        const end = steps.reduce((check, next) => next(check), start);
        expect(end.state).not.toBe('passed');
        expect(end.state === 'pending').toBe(end.due !== undefined);
      }),
    );
    const by = { person: 's', name: '张' };
    expect(cleared(looked(fresh, 'review', [], NOW), 'passed', by)).toMatchObject({ state: 'passed', by });
    expect(isTold({ public: false, content: cleared(fresh, 'passed', by) })).toBe(false);
  });

  test('numbers that lead to a person are not shown to neighbours', () => {
    expect(masked('找老王 13800001234，一社3号')).toBe('找老王 13****，一社3号');
    expect(masked('152725199001011234 和 15272519900101123X')).toBe('15**** 和 15****');
    expect(masked('路宽4米，长1200米，修了3年')).toBe('路宽4米，长1200米，修了3年');
  });
});
