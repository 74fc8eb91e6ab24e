import type { Notice } from '../../domain/notice/notice';
import type { Access } from '../../domain/registry/access';
import { NOTICE_TIME } from '../../domain/roll/internal';
import { DAY } from '../../domain/time/shanghai';
import { NOW, VILLAGE } from './people';
import { based, ROLL, rolled } from './roll.stage';
import { startWorld, type World } from './world';

describe('roll.post', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await rolled(world);
  });
  afterEach(() => world.stop());
  const internalFor = async (person: string) =>
    (await world.ok(person, 'roll.open', { village: VILLAGE })).internal;

  test('there is none without a basis that the banner entered and approved', async () => {
    const until = NOW + 30 * DAY;
    expect(await world.refused('secretary', 'roll.post', { ...ROLL, basis: 'b-none', until })).toMatchObject({
      code: 'NOT_NOW',
      path: 'basis',
    });
    const { basis } = await world.ok('admin', 'roll.basis', { text: '某条例第三条', until });
    expect(await world.refused('secretary', 'roll.post', { ...ROLL, basis, until })).toMatchObject({
      code: 'NOT_NOW',
    });
    expect(await internalFor('secretary')).toBeUndefined();
  });

  test('names for the village organisation, masked above, nothing for anybody else; whoever is on it is told why', async () => {
    const basis = await based(world);
    await world.ok('secretary', 'roll.post', { ...ROLL, basis, until: NOW + 30 * DAY });
    await world.moveClock(NOW + NOTICE_TIME + DAY);
    for (const person of ['secretary', 'chief', 'besideChief'])
      expect(await internalFor(person)).toMatchObject({
        names: ['乌云'],
        masked: false,
        basis: '某条例第三条',
      });
    const looks = await world.documents<Access>('accesses');
    expect(looks.filter(({ by }) => by.person === 'besideChief')).toMatchObject([
      { count: 1, masked: false },
    ]);
    for (const person of ['official', 'supervisor'])
      expect(await internalFor(person)).toMatchObject({ names: ['乌*'], masked: true });
    for (const person of ['resident', 'worker', 'w1']) expect(await internalFor(person)).toBeUndefined();
    // Who is on it sees on what ground, and until when.
    expect(await internalFor('colleague')).toMatchObject({ names: ['乌云'], basis: '某条例第三条' });
    const told = (await world.documents<Notice>('notices')).filter(({ kind }) => kind === 'roll-posted');
    expect(told.map(({ to }) => to)).toEqual(['colleague']);
  });

  test('is over with its day, or with that of the basis', async () => {
    const basis = await based(world, NOW + 40 * DAY);
    const tooLong = { ...ROLL, basis, until: NOW + 41 * DAY };
    expect(await world.refused('secretary', 'roll.post', tooLong)).toMatchObject({
      code: 'BAD_INPUT',
      path: 'until',
    });
    const tooShort = { ...ROLL, basis, until: NOW + NOTICE_TIME };
    expect(await world.refused('secretary', 'roll.post', tooShort)).toMatchObject({ path: 'until' });
    await world.ok('secretary', 'roll.post', { ...ROLL, basis, until: NOW + 30 * DAY });
    await world.moveClock(NOW + 30 * DAY);
    expect(await internalFor('chief')).toBeUndefined();
  });

  test('an open appeal hides it, and keeps a new one from being posted', async () => {
    const basis = await based(world);
    await world.ok('secretary', 'roll.post', { ...ROLL, basis, until: NOW + 30 * DAY });
    const found = await world.documents<{ _id: string; candidates: object[] }>('evaluations');
    const { _id, candidates } = found[0]!;
    const appealed = candidates.map((one, n) =>
      n === 9 ? { ...one, appeal: { at: NOW, text: '少算了' } } : one,
    );
    world.change('evaluations', _id, { candidates: appealed });
    expect(await internalFor('chief')).toBeUndefined();
    expect(
      await world.refused('secretary', 'roll.post', { ...ROLL, basis, until: NOW + 30 * DAY }),
    ).toMatchObject({
      code: 'NOT_NOW',
    });
  });

  test('by the village’s own secretary', async () => {
    const basis = await based(world);
    expect(
      await world.refused('farSecretary', 'roll.post', { ...ROLL, basis, until: NOW + DAY }),
    ).toMatchObject({
      code: 'NOT_YOURS',
    });
  });
});
