import fc from 'fast-check';
import { areaAt } from '../../domain/area/area';
import { countAll } from '../../domain/indicator/count';
import { addUp, type Indicators } from '../../domain/indicator/indicator';
import { indicatorSpan } from '../../domain/indicator/period';
import { shownFigures } from '../../domain/indicator/shown';
import { atShanghai } from '../../domain/time/shanghai';
import { lives } from '../domain/lives';
import { FAR_GRID, GRID, OTHER_GRID, TOWNSHIP, VILLAGE } from './people';
import { startWorld, type World } from './world';

describe('indicator.table', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('equals a naive recount of any problems, at every level and in every period', async () => {
    const places = fc.constantFrom(GRID, OTHER_GRID, FAR_GRID);
    await fc.assert(
      fc.asyncProperty(fc.array(lives(places), { minLength: 1, maxLength: 25 }), async (many) => {
        const problems = many.map((problem, n) => ({ ...problem, _id: `p${n}` }));
        world.cloud.store.remove('problems', {}, true);
        await world.cloud.store.bulkInsert('problems', problems as never);
        for (const period of ['2026-11', '2026-10', '2026-Q4', '2026']) {
          for (const [person, area, level] of [
            ['official', TOWNSHIP, 'village'],
            ['secretary', VILLAGE, 'grid'],
            ['chief', GRID, 'grid'],
          ] as const) {
            const answer = await world.ok(person, 'indicator.table', { area, period });
            const span = indicatorSpan(period);
            const recount = (code: string): Indicators =>
              countAll(
                problems.filter(
                  (problem) => problem.area.startsWith(area) && areaAt(problem.area, level) === code,
                ),
                span,
                answer.asOf,
              );
            for (const { area: row, ...figures } of answer.rows)
              expect(figures).toEqual(shownFigures(recount(row.code)));
            const codes = answer.rows.map(({ area: row }) => row.code);
            expect(answer.all).toEqual(shownFigures(addUp(codes.map(recount))));
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  test('only of an area one looks after', async () => {
    expect(await world.refused('secretary', 'indicator.table', { area: TOWNSHIP })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'area',
    });
    expect(await world.refused('secretary', 'indicator.table', { period: '2026-13' })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'period',
    });
    await world.moveClock(atShanghai('2026-11-25 10:00'));
    expect(await world.ok('secretary', 'indicator.table', {})).toMatchObject({
      period: '2026-11',
      area: { code: VILLAGE },
    });
  });
});
