import type { Person } from '../../domain/person/person';
import type { Problem } from '../../domain/problem/problem';
import { asking, bound, change, consent, householdOf, personOf } from './household.stage';
import { NOW } from './people';
import { startWorld, type World } from './world';

describe('household.leave', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const byId = async (id: string) => (await world.documents<Person>('people')).find((one) => one._id === id)!;

  test('takes the consent back: the phone is a stranger again, the matter stays, the name is masked', async () => {
    await bound(world, 'stranger');
    await world.ok('stranger', 'problem.report', { category: 'road', text: '路坏了' });
    await world.ok('stranger', 'household.callMe', {});
    const before = await personOf(world, 'stranger');
    expect(await world.ok('stranger', 'household.leave', {})).toMatchObject({ left: true });
    const after = await byId(before!._id);
    expect(after).toMatchObject({
      name: '新*',
      posts: [],
      consents: [{ version: consent, withdrawnAt: expect.any(Number) }],
    });
    for (const field of ['openid', 'household', 'phone']) expect(after).not.toHaveProperty(field);
    const household = await householdOf(world);
    expect([household.asks, household.callAsked]).toEqual([[], undefined]);
    expect(await world.refused('stranger', 'home.open', {})).toMatchObject({ code: 'NOT_REGISTERED' });
    const [problem] = await world.documents<Problem>('problems');
    expect(problem).toMatchObject({ status: 'reported', reporter: { person: before!._id } });
    // What happens to it later is told to nobody's phone, and that is no fault.
    await world.ok('chief', 'problem.accept', { problem: problem!._id });
    expect((await world.ok('worker', 'household.view', { household: 'h3' })).bound).toEqual([]);
  });

  test('leaving twice is leaving once, whichever way it is said again', async () => {
    await bound(world, 'stranger');
    const id = world.newId();
    await world.ok('stranger', 'household.leave', {}, id);
    const rev = (await householdOf(world)).rev;
    expect(await world.ok('stranger', 'household.leave', {}, id)).toMatchObject({ left: true });
    expect(await world.ok('stranger', 'household.leave', {})).toMatchObject({ left: true });
    expect((await householdOf(world)).rev).toBe(rev);
  });

  test('who asks again and is bound again has a new consent and the old matters', async () => {
    await bound(world, 'stranger');
    await world.ok('stranger', 'problem.report', { category: 'road', text: '路坏了' });
    const id = world.newId();
    await world.ok('stranger', 'household.leave', {}, id);
    const { household, ask } = await asking(world, 'stranger', 'h4');
    await world.ok('worker', 'household.answer', { household, ask, yes: true });
    const person = await personOf(world, 'stranger');
    expect(person).toMatchObject({ household: 'h4', name: '新stranger' });
    expect(person?.consents?.map((one) => one.withdrawnAt !== undefined)).toEqual([true, false]);
    const home = await world.ok('stranger', 'home.open', {});
    expect(home.as === 'resident' && home.problems).toHaveLength(1);
    // The old "leave", played once more by a phone that had no signal, means the old consent.
    await world.ok('stranger', 'household.leave', {}, id);
    expect(await personOf(world, 'stranger')).toMatchObject({ household: 'h4' });
  });

  test('an old yes, said again after leaving, binds nobody; also not when they ask anew', async () => {
    const { household, ask, code } = await asking(world, 'stranger');
    const id = world.newId();
    const yes = { household, ask, yes: true };
    await world.ok('worker', 'household.answer', yes, id);
    await world.ok('stranger', 'household.leave', {});
    expect(await world.ok('worker', 'household.answer', yes, id)).toMatchObject({ bound: true });
    expect(await personOf(world, 'stranger')).toBeUndefined();
    await world.ok('stranger', 'household.ask', { code, name: '图雅', consent });
    await world.ok('worker', 'household.answer', yes, id);
    expect(await personOf(world, 'stranger')).toBeUndefined();
    expect(await world.refused('worker', 'household.answer', yes)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a crash after the household is completed by repeating', async () => {
    await bound(world, 'stranger');
    const person = await personOf(world, 'stranger');
    const id = world.newId();
    await world.ok('stranger', 'household.leave', {}, id);
    // As if the function had died before it wrote the person.
    await world.cloud.store.remove('people', { _id: person!._id }, false);
    await world.cloud.store.bulkInsert('people', [{ ...person! }]);
    await world.ok('stranger', 'household.leave', {}, id);
    expect(await personOf(world, 'stranger')).toBeUndefined();
    expect(await byId(person!._id)).toMatchObject({ name: '新*' });
  });

  test('who has a post keeps it, with name and phone', async () => {
    await change(world, 'people', 'worker', { household: 'h1' });
    await world.ok('worker', 'household.leave', {});
    expect(await byId('worker')).toMatchObject({
      openid: 'openid-worker',
      name: '刘志强',
      consents: [{ withdrawnAt: expect.any(Number) }],
    });
    expect(await byId('worker')).not.toHaveProperty('household');
    expect((await world.ok('worker', 'home.open', {})).as).toBe('worker');
  });

  test('what they said of a contact stays without their name', async () => {
    const entries = [{ household: 'h1', channel: 'phone' as const, inPerson: false, at: NOW }];
    await world.ok('worker', 'contact.save', { entries });
    await world.ok('resident', 'household.vouch', { week: '2026-W48', said: 'no' });
    await world.ok('resident', 'household.leave', {});
    expect((await householdOf(world, 'h1')).words?.['2026-W48']).toMatchObject({
      said: 'no',
      by: { name: '苏*' },
    });
  });
});
