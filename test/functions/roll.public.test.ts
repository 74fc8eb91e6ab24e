import { VILLAGE } from './people';
import { namesSeenBy, published, ROLL, rolled } from './roll.stage';
import { startWorld, type World } from './world';

describe('roll.public', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await rolled(world);
  });
  afterEach(() => world.stop());

  test('consented names with their honour and the hash of the list: no rank, no score, nobody from the bottom', async () => {
    expect(await namesSeenBy(world, 'resident')).toEqual([]);
    await published(world);
    const answer = await world.ok('resident', 'roll.public', {});
    expect(answer).toMatchObject({
      village: { code: VILLAGE, path: '锡尼镇·胜利村委会' },
      names: [
        { name: '刘志强', honour: '最美网格员', year: '2025', subjects: 'worker', hash: 'a1'.repeat(32) },
      ],
    });
    expect(answer.names[0]?.objectionsUntil).toBeGreaterThan(answer.asOf);
    const text = JSON.stringify(answer);
    for (const secret of ['95.5', 'score', 'rank', 'colleague', '乌云', '网格员1'])
      expect(text).not.toContain(secret);
  });

  test('an internal roll leaves no trace in it', async () => {
    await published(world);
    const before = await world.ok('resident', 'roll.public', {});
    const { basis } = await world.ok('admin', 'roll.basis', {
      text: '某条例第三条',
      until: before.asOf + 9e8,
    });
    await world.ok('bannerOfficial', 'roll.allow', { basis });
    await world.ok('secretary', 'roll.post', { ...ROLL, basis, until: before.asOf + 8e8 });
    expect((await world.ok('resident', 'roll.public', {})).names).toEqual(before.names);
  });

  test('who looks after many villages says which', async () => {
    expect(await world.refused('official', 'roll.public', {})).toMatchObject({
      code: 'BAD_INPUT',
      path: 'village',
    });
    expect(await world.refused('official', 'roll.public', { village: '150625999999' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('told to the village and to who looks after it, to nobody of another one', async () => {
    await published(world);
    for (const person of ['neighbour', 'besideChief', 'secretary', 'official', 'supervisor'])
      expect(await namesSeenBy(world, person)).toEqual(['刘志强']);
    for (const person of ['farChief', 'farSecretary'])
      expect(await world.refused(person, 'roll.public', { village: VILLAGE })).toMatchObject({
        code: 'NOT_YOURS',
        path: 'village',
      });
  });
});
