import { weekSpan } from '../../domain/time/period';
import { DAY } from '../../domain/time/shanghai';
import { BANNER, FAR_GRID, GRID, NOW, OTHER_GRID, TOWNSHIP, VILLAGE } from './people';
import { startWorld, type World } from './world';

const { from } = weekSpan('2026-W48');
const SINCE = from - 300 * DAY;
const entry = (household: string, at: number, inPerson = false) => ({
  household,
  channel: inPerson ? ('home' as const) : ('phone' as const),
  inPerson,
  at,
});

describe('contact.coverage', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const totals = async (person: string, area?: string, week?: string) => {
    const view = await world.ok(person, 'contact.coverage', { ...(area && { area }), ...(week && { week }) });
    const { due, reached, met, excused } = view.total;
    return { due, reached, met, excused };
  };

  test('a household handed over in mid-week stands in two sheets and counts once, in every area above', async () => {
    await world.ok('worker', 'contact.save', { entries: [entry('h1', NOW, true), entry('h2', NOW)] });
    const handed = NOW + DAY;
    const rest = Array.from({ length: 11 }, (_, n) => ({ household: `h${n + 2}`, from: SINCE }));
    world.change('people', 'worker', { links: [{ household: 'h1', from: SINCE, to: handed }, ...rest] });
    world.change('people', 'colleague', { links: [{ household: 'h1', from: handed }] });
    await world.moveClock(handed + DAY);
    await world.ok('colleague', 'contact.save', { entries: [entry('h1', handed + DAY)] });
    const once = { due: 24, reached: 2, met: 1, excused: 0 };
    for (const area of [GRID, VILLAGE, TOWNSHIP, BANNER])
      expect([area, await totals('bannerOfficial', area)]).toEqual([area, once]);
    const { workers } = await world.ok('chief', 'contact.coverage', {});
    // The credit stays with who did it.
    expect(workers.map(({ worker, reached, met }) => [worker.id, reached, met])).toEqual([
      ['worker', 2, 1],
      ['colleague', 1, 0],
    ]);
  });

  test('a household counts where it lies, not where its worker sits', async () => {
    world.change('areas', OTHER_GRID, { households: 1 });
    world.change('people', 'worker', { links: [{ household: 'x1', from: SINCE, area: OTHER_GRID }] });
    await world.ok('worker', 'contact.save', { entries: [entry('x1', NOW, true)] });
    const { rows } = await world.ok('secretary', 'contact.coverage', {});
    expect(rows.map(({ area, due, reached }) => [area.code, due, reached])).toEqual([
      [GRID, 24, 0],
      [OTHER_GRID, 1, 1],
    ]);
    const home = await world.ok('secretary', 'home.open', {});
    expect('coverage' in home && home.coverage).toEqual(rows);
  });

  test('what a chief excused is not due; a contact after all is', async () => {
    const miss = { household: 'h3', at: NOW, reason: 'away' as const };
    await world.ok('worker', 'contact.save', { entries: [], misses: [miss] });
    expect(await totals('chief')).toMatchObject({ due: 24, excused: 0 });
    await world.ok('chief', 'contact.review', {
      worker: 'worker',
      week: '2026-W48',
      household: 'h3',
      verdict: 'excused',
    });
    expect(await totals('chief')).toEqual({ due: 23, reached: 0, met: 0, excused: 1 });
    await world.ok('worker', 'contact.save', { entries: [entry('h3', NOW)] });
    expect(await totals('chief')).toEqual({ due: 24, reached: 1, met: 0, excused: 0 });
  });

  test('in a grid the workers, by name, with leave and misses', async () => {
    world.change('people', 'colleague', { leaves: [{ from: NOW - DAY, to: NOW + 20 * DAY }] });
    const misses = [{ household: 'h1', at: NOW, reason: 'ill' as const }];
    await world.ok('worker', 'contact.save', { entries: [entry('h2', NOW)], misses });
    const { workers, rows } = await world.ok('secretary', 'contact.coverage', { area: GRID });
    expect(rows).toEqual([]);
    expect(workers).toEqual([
      {
        worker: { id: 'worker', name: '刘志强' },
        due: 12,
        reached: 1,
        met: 0,
        excused: 0,
        misses: 1,
        onLeave: false,
      },
      {
        worker: { id: 'colleague', name: '乌云' },
        due: 0,
        reached: 0,
        met: 0,
        excused: 12,
        misses: 0,
        onLeave: true,
      },
    ]);
  });

  test('a closed week is frozen: what happens to the registry later does not change it', async () => {
    await world.ok('worker', 'contact.save', { entries: [entry('h1', NOW, true)] });
    await world.moveClock(weekSpan('2026-W48').to + DAY + 20 * 60_000);
    expect(await totals('official', undefined, '2026-W48')).toMatchObject({ due: 24, reached: 1 });
    await world.runTimer('close');
    world.change('areas', GRID, { households: 99 });
    const view = await world.ok('official', 'contact.coverage', { week: '2026-W48' });
    expect(view).toMatchObject({ closed: true, total: { due: 24, reached: 1, met: 1 } });
    expect(view.rows.map(({ due }) => due)).toEqual([24, 0]);
    expect(await totals('chief', GRID)).toMatchObject({ due: 99, reached: 0 });
  });

  test.each([
    ['chief', { area: VILLAGE }, 'NOT_YOURS', 'area'],
    ['chief', { area: FAR_GRID }, 'NOT_YOURS', 'area'],
    ['secretary', { area: '150625100211' }, 'NOT_YOURS', 'area'],
    ['bannerOfficial', { area: '150626' }, 'NOT_YOURS', 'area'],
    ['bannerOfficial', { area: '150625999' }, 'NOT_FOUND', 'area'],
    ['chief', { week: '2027-W53' }, 'BAD_INPUT', 'week'],
  ])('%s: %j → %s', async (person, input, code, path) => {
    expect(await world.refused(person, 'contact.coverage', input)).toMatchObject({ code, path });
  });
});
