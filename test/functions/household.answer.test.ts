import type { Notice } from '../../domain/notice/notice';
import { asking, bound, change, consent, householdOf, invited, personOf } from './household.stage';
import { GRID } from './people';
import { startWorld, type World } from './world';

describe('household.answer', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const kinds = async (person: string) =>
    (await world.documents<Notice>('notices')).filter((one) => one.to === person).map((one) => one.kind);

  test('yes makes a resident with a consent on record, who is told and sees the own home', async () => {
    const { household, ask } = await asking(world, 'stranger');
    expect(await world.ok('worker', 'household.answer', { household, ask, yes: true })).toMatchObject({
      bound: true,
    });
    const person = await personOf(world, 'stranger');
    expect(person).toMatchObject({
      name: '新stranger',
      household: 'h3',
      area: GRID,
      areaPath: '锡尼镇·胜利村委会·第1网格',
      posts: [],
      consents: [{ purpose: 'contact-and-problems', version: consent, at: expect.any(Number) }],
    });
    expect(person?.phone).toBeUndefined();
    expect(await kinds(person!._id)).toEqual(['bound']);
    expect(await world.ok('stranger', 'home.open', {})).toMatchObject({
      as: 'resident',
      household: { id: 'h3', head: '户主3' },
      worker: { name: '刘志强' },
      unread: 1,
    });
    expect((await householdOf(world)).outbox).toEqual([]);
  });

  test('no binds nobody and tells a stranger nothing until they ask again', async () => {
    const { household, ask, code } = await asking(world, 'stranger');
    const answer = await world.ok('worker', 'household.answer', { household, ask, yes: false });
    expect(answer.bound).toBe(false);
    expect(await personOf(world, 'stranger')).toBeUndefined();
    expect(await world.refused('stranger', 'home.open', {})).toMatchObject({ code: 'NOT_REGISTERED' });
    expect(await world.ok('stranger', 'household.ask', { code, name: '新stranger', consent })).toMatchObject({
      head: '户*',
      answer: { yes: false },
    });
  });

  test('a no may become a yes, a yes is not taken back', async () => {
    const { household, ask } = await asking(world, 'stranger');
    await world.ok('worker', 'household.answer', { household, ask, yes: false });
    await world.ok('worker', 'household.answer', { household, ask, yes: true });
    expect(await personOf(world, 'stranger')).toMatchObject({ household: 'h3' });
    expect(await world.refused('worker', 'household.answer', { household, ask, yes: false })).toMatchObject({
      code: 'NOT_NOW',
      path: 'ask',
    });
  });

  test('the same yes again, by command or by another phone, binds once and tells once', async () => {
    const { household, ask } = await asking(world, 'stranger');
    const id = world.newId();
    const yes = { household, ask, yes: true };
    const first = await world.ok('worker', 'household.answer', yes, id);
    expect(await world.ok('worker', 'household.answer', yes, id)).toEqual(first);
    await Promise.all([1, 2, 3].map(() => world.ok('worker', 'household.answer', yes)));
    const person = await personOf(world, 'stranger');
    expect(person?.consents).toHaveLength(1);
    expect(await kinds(person!._id)).toEqual(['bound']);
  });

  test('a crash between decision and person is completed by the same command, and by a new one', async () => {
    for (const [phone, sameCommand] of [
      ['one', true],
      ['two', false],
    ] as const) {
      const { household, ask } = await asking(world, phone);
      const id = world.newId();
      await world.ok('worker', 'household.answer', { household, ask, yes: true }, id);
      const person = await personOf(world, phone);
      // As if the function had died before it wrote the person.
      await world.cloud.store.remove('people', { _id: person!._id }, false);
      const view = await world.ok('worker', 'household.view', { household });
      expect(view.waiting.map((one) => one.id)).toEqual([ask]);
      await world.ok(
        'worker',
        'household.answer',
        { household, ask, yes: true },
        sameCommand ? id : undefined,
      );
      expect(await personOf(world, phone)).toMatchObject({ _id: person!._id, household: 'h3' });
      expect((await world.ok('worker', 'household.view', { household })).waiting).toEqual([]);
    }
  });

  test('a worker who is a resident, too, keeps the posts and gains a household', async () => {
    const code = await invited(world);
    await world.ok('chief', 'household.ask', { code, name: '老王', consent });
    const [ask] = (await householdOf(world)).asks!;
    await world.ok('worker', 'household.answer', { household: 'h3', ask: ask!.id, yes: true });
    expect(await personOf(world, 'chief')).toMatchObject({
      _id: 'chief',
      name: '王海',
      household: 'h3',
      desks: [`chief@${GRID}`],
    });
    expect((await world.ok('chief', 'home.open', { as: 'resident' })).as).toBe('resident');
    expect((await world.ok('chief', 'home.open', {})).as).toBe('chief');
  });

  test('two households that say yes at once bind to one of them', async () => {
    const [first, second] = [await asking(world, 'stranger', 'h3'), await asking(world, 'stranger', 'h4')];
    const answers = await Promise.all(
      [first, second].map(({ household, ask }) =>
        world.call('worker', 'household.answer', { household, ask, yes: true }),
      ),
    );
    const yes = answers.filter((answer) => answer.ok && answer.data.bound);
    expect(yes).toHaveLength(1);
    const person = await personOf(world, 'stranger');
    const other = person?.household === 'h3' ? 'h4' : 'h3';
    expect((await householdOf(world, other)).asks?.some((one) => one.answer?.yes) ?? false).toBe(false);
    const again = await world.call('worker', 'household.answer', {
      household: other,
      ask: other === 'h3' ? first.ask : second.ask,
      yes: true,
    });
    expect(again.ok && again.data.bound).toBe(false);
    expect((await personOf(world, 'stranger'))?.household).toBe(person?.household);
  });

  test('one household may have several people', async () => {
    await bound(world, 'one');
    await bound(world, 'two');
    const { bound: people } = await world.ok('worker', 'household.view', { household: 'h3' });
    expect(people.map((one) => one.name).sort()).toEqual(['新one', '新two']);
  });

  test('without a worker the chief of the grid may answer; a colleague and another grid’s chief may not', async () => {
    const { household, ask } = await asking(world, 'stranger');
    for (const person of ['colleague', 'farChief']) {
      expect(await world.refused(person, 'household.answer', { household, ask, yes: true })).toMatchObject({
        code: 'NOT_YOURS',
        path: 'household',
      });
    }
    await change(world, 'people', 'worker', { links: [] });
    expect(await world.refused('worker', 'household.answer', { household, ask, yes: true })).toMatchObject({
      code: 'NOT_YOURS',
    });
    await world.ok('chief', 'household.answer', { household, ask, yes: true });
    expect(await personOf(world, 'stranger')).toMatchObject({ household: 'h3' });
  });

  test.each([
    ['an ask that nobody made', { household: 'h3', ask: 'a-none', yes: true }, 'NOT_FOUND', 'ask'],
    ['a household that does not exist', { household: 'h99', ask: 'a1', yes: true }, 'NOT_FOUND', 'household'],
    ['an answer that is neither', { household: 'h3', ask: 'a1', yes: 'perhaps' }, 'BAD_INPUT', 'yes'],
  ])('%s is refused by its path', async (_, input, code, path) => {
    expect(await world.refused('worker', 'household.answer', input)).toMatchObject({ code, path });
  });
});
