import { NOW, TOWNSHIP, VILLAGE } from './people';
import { HERE, onVillageAgenda, PERIOD, SESSION } from './study.stage';
import { startWorld, type World } from './world';

describe('study.open', () => {
  let world: World;
  let problem: string;
  beforeAll(async () => {
    world = await startWorld();
    problem = await onVillageAgenda(world);
  });
  afterAll(() => world.stop());

  test('fills the agenda from what waits at the level: age, ladder, what was tried', async () => {
    const study = await world.ok('secretary', 'study.open', {});
    expect(study).toMatchObject({
      session: SESSION,
      level: 'village',
      period: PERIOD,
      state: 'running',
      chairs: true,
      agenda: [
        {
          id: problem,
          kind: 'problem',
          text: '渠边的路又陡又窄',
          ladder: ['第1网格', '胜利村委会'],
          tried: ['要和扬水站协调'],
        },
      ],
    });
    expect(study.agenda[0]!.since).toBeGreaterThanOrEqual(NOW);
    const invited = study.invited.map(({ person }) => person);
    expect(invited).toEqual(expect.arrayContaining(['chief', 'secretary']));
    expect(invited).not.toContain('farChief');
    expect(study.calendar).toMatchObject({ year: '2026', held: 0, of: 21 });
  });

  test('is one call, six reads, no write', async () => {
    await world.token('secretary');
    await world.ok('secretary', 'study.open', {});
    await world.resetUsage();
    await world.ok('secretary', 'study.open', {});
    const usage = await world.usage();
    expect(usage.calls).toBe(1);
    expect(usage.writes).toBe(0);
    expect(usage.reads).toBeLessThanOrEqual(6);
  });

  test('the chief of a grid there and the leaders above read it; they do not chair', async () => {
    for (const person of ['chief', 'official', 'supervisor', 'bannerOfficial']) {
      const study = await world.ok(person, 'study.open', HERE);
      expect(study).toMatchObject({ session: SESSION, chairs: false, invited: [] });
    }
  });

  test('somebody from elsewhere does not', async () => {
    for (const person of ['farChief', 'farSecretary'])
      expect(await world.refused(person, 'study.open', HERE)).toMatchObject({
        code: 'NOT_YOURS',
        path: 'area',
      });
    expect(await world.refused('secretary', 'study.open', { area: TOWNSHIP })).toMatchObject({
      code: 'NOT_YOURS',
    });
  });

  test('a period of another level, or one that has not begun, is refused', async () => {
    expect(
      await world.refused('secretary', 'study.open', { area: VILLAGE, period: '2026-11' }),
    ).toMatchObject({
      code: 'BAD_INPUT',
      path: 'period',
    });
    expect(
      await world.refused('secretary', 'study.open', { area: VILLAGE, period: '2026-12A' }),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await world.refused('secretary', 'study.open', { area: `${VILLAGE}001` })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'area',
    });
  });
});
