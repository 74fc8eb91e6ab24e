import type { Notice } from '../../domain/notice/notice';
import type { StudySession } from '../../domain/study/session';
import { atShanghai } from '../../domain/time/shanghai';
import { BANNER, TOWNSHIP, VILLAGE } from './people';
import { startWorld, type World } from './world';

describe('convene', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const sessions = async () => (await world.documents<StudySession>('sessions')).map(({ _id }) => _id).sort();
  const alerts = async (kind: string) =>
    (await world.documents<Notice>('notices'))
      .filter((one) => one.kind === kind)
      .map((one) => `${one.to} ${one.about.id}`)
      .sort();

  test('opens every area’s session once in its period, whatever runs at once', async () => {
    await Promise.all([1, 2, 3].map(() => world.runTimer('convene')));
    const expected = [
      `${BANNER}_2026-Q4`,
      `${TOWNSHIP}_2026-11`,
      `${VILLAGE}_2026-11B`,
      '150625100211_2026-11B',
    ].sort();
    expect(await sessions()).toEqual(expected);
    expect(await world.runTimer('convene')).toMatchObject({ data: { opened: 0 } });
  });

  test('the next half month, month and quarter are opened as they begin', async () => {
    await world.moveClock(atShanghai('2026-12-31 23:50'));
    await world.runTimer('convene');
    expect(await sessions()).toContain(`${BANNER}_2026-Q4`);
    await world.moveClock(atShanghai('2027-01-01 00:06'));
    expect(await world.runTimer('convene')).toMatchObject({ data: { opened: 4 } });
    expect(await sessions()).toEqual(
      expect.arrayContaining([`${BANNER}_2027-Q1`, `${TOWNSHIP}_2027-01`, `${VILLAGE}_2027-01A`]),
    );
  });

  test('reminds three days before the end and alerts the next level three days after it, each once', async () => {
    await world.runTimer('convene');
    await world.moveClock(atShanghai('2026-11-28 00:06'));
    for (let turn = 0; turn < 2; turn += 1) await world.runTimer('convene');
    expect(await alerts('session-due')).toEqual(
      [
        `secretary ${VILLAGE}_2026-11B`,
        `farSecretary 150625100211_2026-11B`,
        `official ${TOWNSHIP}_2026-11`,
      ].sort(),
    );
    await world.moveClock(atShanghai('2026-12-04 00:06'));
    await Promise.all([1, 2].map(() => world.runTimer('convene')));
    await world.runTimer('convene');
    expect(await alerts('session-missed')).toEqual(
      [
        `official ${VILLAGE}_2026-11B`,
        `official 150625100211_2026-11B`,
        `bannerOfficial ${TOWNSHIP}_2026-11`,
      ].sort(),
    );
  });

  test('the auditor counts periods without a session', async () => {
    expect(await world.runTimer('audit')).toMatchObject({ data: { unopened: 4 } });
    await world.runTimer('convene');
    expect(await world.runTimer('audit')).toMatchObject({ data: { unopened: 0, unheld: 0, unlanded: 0 } });
    await world.moveClock(atShanghai('2026-11-28 12:00'));
    expect(await world.runTimer('audit')).toMatchObject({ data: { unheld: 3 } });
  });
});
