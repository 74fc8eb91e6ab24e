import fc from 'fast-check';
import type { Household } from '../../domain/household/household';
import type { Person } from '../../domain/person/person';
import { consent } from './household.stage';
import { type Answer, startWorld, type World } from './world';

const PHONES = ['one', 'two', 'chief'] as const;
const HOUSEHOLDS = ['h3', 'h4', 'h5'] as const;

type Step =
  | { do: 'ask'; phone: (typeof PHONES)[number]; household: (typeof HOUSEHOLDS)[number] }
  | { do: 'answer'; household: (typeof HOUSEHOLDS)[number]; which: number; yes: boolean }
  | { do: 'leave'; phone: (typeof PHONES)[number] }
  | { do: 'repeat'; which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      phone: fc.constantFrom(...PHONES),
      household: fc.constantFrom(...HOUSEHOLDS),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      household: fc.constantFrom(...HOUSEHOLDS),
      which: fc.nat(5),
      yes: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('leave' as const), phone: fc.constantFrom(...PHONES) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat' as const), which: fc.nat(20) }) },
);

/** Steps side by side, as from several phones at once, then the next handful. */
const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 });

describe('asking, answering and leaving in any order', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const calls: (() => Promise<unknown>)[] = [];
  const households = () => world.documents<Household>('households');

  /** The call that a step means now; every command can be played again later. */
  async function callOf(one: Step): Promise<() => Promise<unknown>> {
    const id = world.newId();
    switch (one.do) {
      case 'ask': {
        const { code } = await world.ok('worker', 'household.invite', { household: one.household });
        return () => world.call(one.phone, 'household.ask', { code, name: one.phone, consent }, id);
      }
      case 'answer': {
        const { asks = [] } = (await households()).find((each) => each._id === one.household)!;
        const ask = asks[one.which % Math.max(1, asks.length)]?.id ?? 'a-none';
        const input = { household: one.household, ask, yes: one.yes };
        return () => world.call('worker', 'household.answer', input, id);
      }
      case 'leave':
        return () => world.call(one.phone, 'household.leave', {}, id);
      case 'repeat':
        return calls[one.which % Math.max(1, calls.length)] ?? (() => Promise.resolve());
    }
  }

  /** As a phone does: a lost race is said again. */
  async function acknowledged(call: () => Promise<unknown>): Promise<void> {
    for (let tries = 0; tries < 10; tries += 1) {
      const answer = (await call()) as Answer<'household.ask'> | undefined;
      if (!answer || answer.ok || answer.error.code !== 'CONFLICT') return;
    }
  }

  async function check(): Promise<void> {
    const people = await world.documents<Person>('people');
    for (const phone of PHONES) {
      const here = people.filter((person) => person.openid === `openid-${phone}`);
      expect(here.length).toBeLessThanOrEqual(1);
      const home = here[0]?.household;
      const consents = (here[0]?.consents ?? []).filter((one) => one.withdrawnAt === undefined);
      expect([phone, consents.length]).toEqual([phone, home ? 1 : 0]);
      for (const { _id, asks = [] } of await households()) {
        const asked = asks.filter((one) => one.openid === `openid-${phone}`);
        expect(asked.length).toBeLessThanOrEqual(1);
        // A yes that stands is where they live, and nowhere else.
        if (asked[0]?.answer?.yes) expect([phone, home]).toEqual([phone, _id]);
      }
    }
  }

  test('never leave one phone with two households, or a household without a standing consent', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (plan) => {
        for (const round of plan) {
          const now = await Promise.all(round.map(callOf));
          calls.push(...now);
          await Promise.all(now.map(acknowledged));
          await check();
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 180_000);
});
