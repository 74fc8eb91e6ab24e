import fc from 'fast-check';
import { consented, HONOUR_VERSION, recommended, withdrawn } from '../../domain/roll/honour';
import { rollOfWorkers } from '../../domain/roll/make';
import { retracted } from '../../domain/roll/retract';
import type { Roll } from '../../domain/roll/roll';
import { isShown, recommenders } from '../../domain/roll/shown';
import { DAY } from '../../domain/time/shanghai';
import { candidate, FINAL_AT, finalEvaluation } from './evaluations';

const roll = (): Roll =>
  rollOfWorkers(finalEvaluation(Array.from({ length: 10 }, (_, n) => candidate(`w${n}`, 95 - n))), FINAL_AT);
const PEOPLE = ['r1', 'r2', 'r3'];
const OWN = { household: undefined, people: ['w0'] };
const say = { subject: 'w0', honour: '最美网格员', text: '好' };
const agreed = { subject: 'w0', until: FINAL_AT + 90 * DAY, version: HONOUR_VERSION };
const ground = { final: true, left: new Set<string>() };

type Step = { who: string; what: 'say' | 'back' | 'yes' | 'no' };

/** Refused steps change nothing. */
function walked(from: Roll, { who, what }: Step): Roll {
  const by = { person: who, name: who };
  try {
    if (what === 'say') return recommended(from, say, by, OWN, FINAL_AT);
    if (what === 'back') return retracted(from, 'w0', who, OWN, FINAL_AT);
    if (what === 'yes') return consented(from, agreed, { person: 'w0', name: 'w0' }, FINAL_AT);
    return withdrawn(from, 'w0', { person: 'w0', name: 'w0' }, FINAL_AT);
  } catch {
    return from;
  }
}

test('a name is shown exactly while two stand for it and its owner agrees, whatever was taken back and said again', () => {
  const step = fc.record({
    who: fc.constantFrom(...PEOPLE),
    what: fc.constantFrom('say' as const, 'back' as const, 'yes' as const, 'no' as const),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const stand = new Set<string>();
      let yes = false;
      let ever = false;
      let state = roll();
      for (const one of steps) {
        state = walked(state, one);
        if (one.what === 'say') {
          stand.add(one.who);
          ever = true;
        }
        if (one.what === 'back') stand.delete(one.who);
        if (one.what === 'yes' && stand.size > 0) yes = true;
        if (one.what === 'no') yes = false;
        const line = state.top[0]!;
        expect(recommenders(line)).toBe(stand.size);
        const shown = yes && stand.size >= 2;
        expect([isShown(line, ground, FINAL_AT), line.publishedAt !== undefined]).toEqual([shown, shown]);
        expect(line.honour !== undefined).toBe(ever);
      }
    }),
  );
});

test('who has recommended nobody takes nothing back; said again it is the same roll', () => {
  const once = walked(roll(), { who: 'r1', what: 'say' });
  expect(() => retracted(once, 'w0', 'r2', OWN, FINAL_AT)).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND', path: 'subject' }),
  );
  const back = retracted(once, 'w0', 'r1', OWN, FINAL_AT);
  expect(retracted(back, 'w0', 'r1', OWN, FINAL_AT)).toBe(back);
  expect(back.outbox.at(-1)).toMatchObject({ kind: 'honour-retracted', to: { people: ['w0'] } });
});

const told = (state: Roll, kind: string) =>
  state.outbox.flatMap((owed) => (owed.kind === kind ? [owed.key] : []));

test('an honour that starts over is asked for anew, unless the consent stands', () => {
  const says = (steps: string) =>
    steps.split(' ').reduce((state, step) => {
      const [who = '', back] = step.split('-');
      if (who === 'yes' || who === 'no') return walked(state, { who: 'w0', what: who });
      return walked(state, { who, what: back ? 'back' : 'say' });
    }, roll());
  expect(told(says('r1 r1-back r2 r3'), 'honour-asked')).toHaveLength(2);
  expect(told(says('r1 r2 r1-back r1'), 'honour-asked')).toHaveLength(1);
  expect(told(says('r1 yes r1-back r2'), 'honour-asked')).toHaveLength(1);
  expect(told(says('r1 yes no r1-back r2'), 'honour-asked')).toHaveLength(2);
});

test('whom a standing consent makes public by another’s word hears of it, each time', () => {
  const step = fc.record({
    who: fc.constantFrom(...PEOPLE),
    what: fc.constantFrom('say' as const, 'back' as const, 'yes' as const, 'no' as const),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let state = roll();
      for (const one of steps) {
        const before = state;
        state = walked(state, one);
        const [was, is] = [before, state].map((some) => isShown(some.top[0]!, ground, FINAL_AT));
        const fresh = told(state, 'honour-shown').length - told(before, 'honour-shown').length;
        expect(fresh).toBe(one.what === 'say' && is && !was ? 1 : 0);
      }
      // A key that is there already would be told to nobody.
      const keys = state.outbox.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});
