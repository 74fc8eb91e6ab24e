import { accountOf } from '../../domain/points/account';
import { VILLAGE } from './people';
import { ACCOUNT, also, asked, bookOf, HOME, heard, joined, LAPSE } from './points.stage';
import { startWorld, type World } from './world';

const MERIT = { account: ACCOUNT, rule: 'merit', amount: 5, text: '夜里救火' };

describe('points.award', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('what a chief writes down waits, counts nothing yet, and the secretary hears of it', async () => {
    const { ask } = await asked(world);
    expect(await bookOf(world)).toMatchObject({
      total: 0,
      entries: {},
      waiting: ['150625100', VILLAGE],
      asks: [{ id: ask, kind: 'award', rule: 'merit', version: 'default.1', by: { person: 'chief' } }],
    });
    expect(await heard(world, 'secretary')).toEqual(['entry-asked']);
    for (const person of ['chief', 'worker', 'official', 'farSecretary', 'colleague'])
      expect(await heard(world, person)).toEqual([]);
  });

  test('written by the secretary, the chief is asked; on leave, the township is', async () => {
    await asked(world, {}, 'secretary');
    expect(await heard(world, 'chief')).toEqual(['entry-asked']);
    const at = world.cloud.clock.now();
    world.change('people', 'chief', { leaves: [{ from: at - 1, to: at + 86_400_000 }] });
    await asked(world, {}, 'secretary');
    expect(await heard(world, 'chief')).toEqual(['entry-asked']);
    expect(await heard(world, 'official')).toEqual(['entry-asked']);
  });

  test('who would lose points hears of it before it counts, with the own words', async () => {
    await asked(world, LAPSE);
    const { notices } = await world.ok('worker', 'notice.inbox', {});
    expect(notices[0]).toMatchObject({ kind: 'loss-asked', about: { kind: 'points', id: ACCOUNT } });
    expect(notices[0]?.text.zh).toContain(LAPSE.heard);
    expect(await heard(world, 'worker')).toEqual([]);
  });

  test('sent twice it is asked once', async () => {
    const id = world.newId();
    const first = await world.ok('chief', 'points.award', MERIT, id);
    expect(await world.ok('chief', 'points.award', MERIT, id)).toEqual(first);
    expect((await bookOf(world)).asks).toHaveLength(1);
  });

  test.each([
    ['a rule that the system counts by itself', { rule: 'coverage' }, 'rule'],
    ['a rule of households', { rule: 'volunteer' }, 'rule'],
    ['no such rule', { rule: 'nonsense' }, 'rule'],
    ['nothing', { amount: 0 }, 'amount'],
    ['more than the rule gives', { amount: 11 }, 'amount'],
    ['taking where the rule gives', { amount: -1 }, 'amount'],
    ['giving where the rule takes', { ...LAPSE, amount: 1 }, 'amount'],
    ['a deduction of somebody unheard', { ...LAPSE, heard: undefined }, 'heard'],
    ['a year long past', { year: '2024' }, 'year'],
    ['a year to come', { year: '2027' }, 'year'],
  ])('%s is refused and changes nothing', async (_what, change, path) => {
    const answer = await world.refused('chief', 'points.award', { ...MERIT, ...change });
    expect(answer).toMatchObject({ code: 'BAD_INPUT', path });
    expect(await world.documents('books')).toEqual([]);
  });

  test('another’s photo is no evidence', async () => {
    const photos = ['cloud://env/media/0123456789ab-0123456789abcdef01234567/a.jpg'];
    expect(await world.refused('chief', 'points.award', { ...MERIT, photos })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'photos.0',
    });
  });

  test('only who looks after the worker writes; nobody for themselves or for their own family', async () => {
    for (const person of ['farChief', 'besideChief', 'farSecretary'])
      expect(await world.refused(person, 'points.award', MERIT)).toMatchObject({
        code: 'NOT_YOURS',
        path: 'account',
      });
    await also(world, 'chief', { _id: 'kin', household: 'h9' });
    world.change('people', 'worker', { household: 'h9' });
    expect(await world.refused('kin', 'points.award', MERIT)).toMatchObject({ path: 'account' });
    const own = { account: accountOf('organisation', VILLAGE), rule: 'merit', amount: 5, text: '好' };
    expect(await world.refused('secretary', 'points.award', own)).toMatchObject({ path: 'account' });
    expect(await world.documents('books')).toEqual([]);
  });

  test('where no second person is left, nobody is left waiting', async () => {
    for (const person of ['secretary', 'official', 'bannerOfficial'])
      world.change('people', person, { desks: [] });
    expect(await world.refused('chief', 'points.award', MERIT)).toMatchObject({
      code: 'NOT_NOW',
      path: 'account',
    });
  });

  test('the first word in a book of a year that is over does not open that year again', async () => {
    const waiting = await asked(world, { year: '2025' });
    expect(await bookOf(world, ACCOUNT, '2025')).toMatchObject({ closed: { total: 0 }, total: 0 });
    await world.ok('secretary', 'points.approve', waiting);
    expect(await bookOf(world, ACCOUNT, '2025')).toMatchObject({ closed: { total: 0 }, total: 5 });
  });

  test('a household only when it takes part, and never less than it had', async () => {
    const input = { account: HOME, rule: 'volunteer', amount: 5, text: '清渠' };
    expect(await world.refused('chief', 'points.award', input)).toMatchObject({
      code: 'NOT_NOW',
      path: 'account',
    });
    await joined(world);
    expect(await world.refused('chief', 'points.award', { ...input, amount: -5 })).toMatchObject({
      path: 'amount',
    });
    await world.ok('chief', 'points.award', input);
    expect((await bookOf(world, HOME)).asks).toHaveLength(1);
  });

  test('no such worker', async () => {
    expect(await world.refused('chief', 'points.award', { ...MERIT, account: 'worker.none' })).toMatchObject({
      code: 'NOT_FOUND',
      path: 'account',
    });
  });
});
