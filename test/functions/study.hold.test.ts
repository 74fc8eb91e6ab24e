import type { StudySession } from '../../domain/study/session';
import { NOW } from './people';
import { HERE, onVillageAgenda } from './study.stage';
import { startWorld, type World } from './world';

describe('study.hold', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const holding = {
    ...HERE,
    heldAt: NOW,
    attendance: [
      { person: 'secretary', name: '张建国' },
      { person: 'chief', name: '王海' },
    ],
    minutes: '研究了渠边道路',
  };

  test('closes the session with attendance and minutes; every item decided or carried on by name', async () => {
    const [decided, open] = [await onVillageAgenda(world), await onVillageAgenda(world)] as [string, string];
    await world.ok('secretary', 'study.decide', {
      ...HERE,
      decisions: [{ kind: 'explain', item: decided, text: '明年统一改造' }],
    });
    expect(await world.refused('secretary', 'study.hold', { ...holding, carry: [] })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'carry',
    });
    await world.ok('secretary', 'study.hold', { ...holding, carry: [open] });
    const study = await world.ok('secretary', 'study.open', HERE);
    expect(study).toMatchObject({
      state: 'held',
      chairs: false,
      minutes: '研究了渠边道路',
      heldBy: '张建国',
      attendance: [{ name: '张建国' }, { name: '王海' }],
      calendar: { held: 1, of: 22 },
    });
    expect(study.agenda.map(({ id, decision }) => [id, decision?.kind]).sort()).toEqual(
      [
        [decided, 'explain'],
        [open, 'carry'],
      ].sort(),
    );
  });

  test('twice held is refused, also by two phones at once; the same command answers the same', async () => {
    const id = world.newId();
    const first = await world.ok('secretary', 'study.hold', { ...holding, carry: [] }, id);
    expect(await world.ok('secretary', 'study.hold', { ...holding, carry: [] }, id)).toEqual(first);
    expect(await world.refused('secretary', 'study.hold', { ...holding, carry: [] })).toMatchObject({
      code: 'NOT_NOW',
    });
    const [session] = await world.documents<StudySession>('sessions');
    expect(session!.rev).toBe(1);
  });

  test('two phones at once: one holds it, the other is told', async () => {
    const both = await Promise.all(
      [1, 2].map(() => world.call('secretary', 'study.hold', { ...holding, carry: [] })),
    );
    expect(both.map((one) => (one.ok ? 'OK' : one.error.code)).sort()).toEqual(['NOT_NOW', 'OK']);
  });

  test('what is held hears no reminder and no alert', async () => {
    await world.ok('secretary', 'study.hold', { ...holding, carry: [] });
    await world.moveClock(NOW + 14 * 86_400_000);
    await world.runTimer('convene');
    const kinds = (await world.documents<{ kind: string; about: { id: string } }>('notices'))
      .filter(({ about }) => about.id.startsWith(HERE.area))
      .map(({ kind }) => kind);
    expect(kinds).not.toContain('session-missed');
  });
});
