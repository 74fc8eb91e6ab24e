import fc from 'fast-check';
import { areaAt } from '../../domain/area/area';
import type { ContactSheet } from '../../domain/contact/sheet';
import { deskKey, type Link } from '../../domain/person/person';
import { weekSpan } from '../../domain/time/period';
import { atShanghai, DAY, HOUR, MINUTE, type Millis } from '../../domain/time/shanghai';
import { BANNER, FAR_GRID, GRID, OTHER_GRID, PEOPLE, TOWNSHIP, VILLAGE } from './people';
import { startWorld, type World } from './world';

/** A worker in each of three grids, and households that may belong to any of them. */
const GRIDS = [GRID, OTHER_GRID, FAR_GRID] as const;
const WORKERS = ['worker', 'colleague', 'outsider'] as const;
const HOUSEHOLDS = ['h1', 'h2', 'h3', 'h13', 'h14', 'h19', 'h20'] as const;
const GRID_OF: Record<string, string> = {
  h1: GRID,
  h2: GRID,
  h3: GRID,
  h13: OTHER_GRID,
  h14: OTHER_GRID,
  h19: FAR_GRID,
  h20: FAR_GRID,
};
const AREAS = [...GRIDS, VILLAGE, areaAt(FAR_GRID, 'village'), TOWNSHIP, BANNER];

const someone = fc.nat({ max: 2 });
const household = fc.constantFrom(...HOUSEHOLDS);
/** One thing that happens, at an hour of the week. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('contact' as const),
      who: someone,
      household,
      met: fc.boolean(),
      back: fc.nat({ max: 30 }),
      twice: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('miss' as const),
      who: someone,
      household,
      back: fc.nat({ max: 10 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('review' as const),
      who: someone,
      household,
      excused: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('hand over' as const), household, to: someone }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('leave' as const),
      who: someone,
      cover: someone,
      days: fc.integer({ min: 1, max: 9 }),
    }),
  },
);
const story = fc.record({
  week: fc.constantFrom('2026-W48', '2026-W49', '2026-W53'),
  owners: fc.array(someone, { minLength: HOUSEHOLDS.length, maxLength: HOUSEHOLDS.length }),
  steps: fc.array(fc.record({ hour: fc.integer({ min: 1, max: 7 * 24 + 20 }), step }), {
    minLength: 8,
    maxLength: 22,
  }),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;
type Step = Story['steps'][number]['step'];

/** The recount: nothing but what was acknowledged, in plain lists. */
interface Ledger {
  contacts: { who: string; household: string; met: boolean }[];
  excused: { household: string }[];
}

describe('coverage', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    const counts = new Map<string, number>();
    for (let n = 1; n <= 24; n += 1) {
      const id = `h${n}`;
      const area = GRID_OF[id];
      if (!area) world.cloud.store.remove('households', { _id: id }, false);
      else {
        world.change('households', id, { area });
        for (const code of AREAS.filter((one) => area.startsWith(one)))
          counts.set(code, (counts.get(code) ?? 0) + 1);
      }
    }
    for (const [code, households] of counts) world.change('areas', code, { households });
    const worker = PEOPLE.find((one) => one._id === 'worker')!;
    world.cloud.store.bulkInsert('people', [{ ...worker, _id: 'outsider', openid: 'openid-outsider' }]);
    WORKERS.forEach((id, n) => {
      const area = GRIDS[n]!;
      world.change('people', id, {
        area,
        posts: [{ role: 'worker', area, areaPath: '' }],
        desks: [deskKey('worker', area)],
      });
    });
    // Sessions that hold from November to January.
    await world.moveClock(atShanghai('2026-12-20'));
    for (const id of [...WORKERS, 'bannerOfficial', 'chief', 'secretary', 'farSecretary'])
      await world.token(id);
  }, 120_000);
  afterAll(() => world.stop());

  test('equals a naive recount of any week with hand-overs, covers, misses, reviews and a moving clock', async () => {
    await fc.assert(fc.asyncProperty(story, tell), { numRuns: 15 });
  }, 300_000);

  async function tell({ week, owners, steps }: Story): Promise<void> {
    for (const name of ['sheets', 'summaries', 'rounds', 'notices']) world.cloud.store.remove(name, {}, true);
    const { from, to } = weekSpan(week);
    const links = new Map<string, Link[]>(WORKERS.map((id) => [id, []]));
    HOUSEHOLDS.forEach((one, n) => {
      links.get(WORKERS[owners[n]!]!)!.push(link(WORKERS[owners[n]!]!, one, from - 100 * DAY));
    });
    keep(links);
    for (const id of WORKERS) world.change('people', id, { leaves: [] });
    const ledger: Ledger = { contacts: [], excused: [] };
    for (const { hour, step } of [...steps].sort((a, b) => a.hour - b.hour)) {
      const now = from + hour * HOUR;
      await world.moveClock(now);
      await play(step, week, now, links, ledger);
    }
    await expectRecount(week, ledger);
    await world.moveClock(to + DAY + 20 * MINUTE);
    expect(await world.runTimer('close')).toMatchObject({ data: { failed: 0, left: 0 } });
    await expectRecount(week, ledger);
    for (const id of WORKERS) expect([id, await creditOf(id, week)]).toEqual([id, recountOf(id, ledger)]);
  }

  function link(worker: string, one: string, from: Millis, rest: Partial<Link> = {}): Link {
    const area = GRID_OF[one]!;
    const own = GRIDS[WORKERS.indexOf(worker as (typeof WORKERS)[number])];
    return { household: one, from, ...(area === own ? {} : { area }), ...rest };
  }

  function keep(links: Map<string, Link[]>): void {
    for (const [id, own] of links) world.change('people', id, { links: own });
  }

  const holds = (own: readonly Link[], one: string, at: Millis) =>
    own.some((each) => each.household === one && each.from <= at && at < (each.to ?? Number.MAX_VALUE));

  async function play(step: Step, week: string, now: Millis, links: Map<string, Link[]>, ledger: Ledger) {
    const span = weekSpan(week);
    const inWeek = (at: Millis) => at >= span.from && at < span.to;
    switch (step.what) {
      case 'contact': {
        const who = WORKERS[step.who]!;
        const at = now - step.back * HOUR;
        const entries = [
          {
            household: step.household,
            channel: step.met ? ('home' as const) : ('phone' as const),
            inPerson: step.met,
            at,
          },
        ];
        const id = world.newId();
        const answer = await world.call(who, 'contact.save', { week, entries }, id);
        if (step.twice) await world.call(who, 'contact.save', { week, entries }, id);
        expect(answer.ok).toBe(inWeek(at) && holds(links.get(who)!, step.household, at));
        if (answer.ok) ledger.contacts.push({ who, household: step.household, met: step.met });
        return;
      }
      case 'miss': {
        const who = WORKERS[step.who]!;
        const at = now - step.back * HOUR;
        const misses = [{ household: step.household, at, reason: 'away' as const }];
        const answer = await world.call(who, 'contact.save', { week, entries: [], misses });
        expect(answer.ok).toBe(inWeek(at) && holds(links.get(who)!, step.household, at));
        return;
      }
      case 'review': {
        const by = step.who === 2 ? 'farSecretary' : 'secretary';
        const answer = await world.call(by, 'contact.review', {
          worker: WORKERS[step.who]!,
          week,
          household: step.household,
          verdict: step.excused ? 'excused' : 'try-again',
        });
        if (answer.ok && step.excused) ledger.excused.push({ household: step.household });
        return;
      }
      case 'hand over': {
        for (const [id, own] of links)
          links.set(
            id,
            own.map((each) =>
              each.household === step.household && each.to === undefined ? { ...each, to: now } : each,
            ),
          );
        const to = WORKERS[step.to]!;
        links.get(to)!.push(link(to, step.household, now));
        keep(links);
        return;
      }
      case 'leave': {
        const [who, cover] = [WORKERS[step.who]!, WORKERS[step.cover]!];
        const leave = { from: now, to: now + step.days * DAY };
        world.change('people', who, { leaves: [leave] });
        if (who === cover) return;
        const current = links.get(who)!.filter((each) => each.to === undefined);
        links
          .get(cover)!
          .push(...current.map((each) => link(cover, each.household, now, { to: leave.to, cover: true })));
        keep(links);
      }
    }
  }

  async function expectRecount(week: string, { contacts, excused }: Ledger): Promise<void> {
    for (const area of AREAS) {
      const living = HOUSEHOLDS.filter((one) => GRID_OF[one]!.startsWith(area));
      const reached = new Set(contacts.map((one) => one.household));
      const met = new Set(contacts.filter((one) => one.met).map((one) => one.household));
      const free = new Set(excused.map((one) => one.household).filter((one) => !reached.has(one)));
      const count = (some: Set<string>) => living.filter((one) => some.has(one)).length;
      const { total } = await world.ok('bannerOfficial', 'contact.coverage', { area, week });
      expect({ ...total, area }).toEqual({
        area,
        due: living.length - count(free),
        reached: count(reached),
        met: count(met),
        excused: count(free),
      });
    }
  }

  async function creditOf(worker: string, week: string) {
    const sheet = (await world.documents<ContactSheet>('sheets')).find(
      (one) => one._id === `${worker}_${week}`,
    );
    return { reached: sheet?.reached ?? 0, met: sheet?.met ?? 0 };
  }

  function recountOf(worker: string, { contacts }: Ledger) {
    const own = contacts.filter((one) => one.who === worker);
    return {
      reached: new Set(own.map((one) => one.household)).size,
      met: new Set(own.filter((one) => one.met).map((one) => one.household)).size,
    };
  }
});
