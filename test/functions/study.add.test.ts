import type { StudySession } from '../../domain/study/session';
import { HERE, SESSION } from './study.stage';
import { startWorld, type World } from './world';

describe('study.add', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('puts onto the agenda what nobody reported, once however often it is sent', async () => {
    const id = world.newId();
    const first = await world.ok('secretary', 'study.add', { ...HERE, text: '冬天没有活动的地方' }, id);
    expect(await world.ok('secretary', 'study.add', { ...HERE, text: '冬天没有活动的地方' }, id)).toEqual(
      first,
    );
    const { agenda } = await world.ok('secretary', 'study.open', HERE);
    expect(agenda).toMatchObject([{ id: first.item, kind: 'own', text: '冬天没有活动的地方' }]);
    const [session] = await world.documents<StudySession>('sessions');
    expect(session).toMatchObject({ _id: SESSION, rev: 1 });
  });

  test('only by who chairs', async () => {
    for (const person of ['farSecretary', 'official'])
      expect(await world.refused(person, 'study.add', { ...HERE, text: '路' })).toMatchObject({
        code: 'NOT_YOURS',
        path: 'area',
      });
  });
});
