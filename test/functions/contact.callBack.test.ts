import type { Household } from '../../domain/household/household';
import { NOW } from './people';
import { startWorld, type World } from './world';

const WEEK = '2026-W48';
const asked = { worker: 'worker', week: WEEK, household: 'h1', said: 'no' as const, text: '没来过' };

describe('contact.callBack', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.ok('worker', 'contact.save', {
      entries: [{ household: 'h1', channel: 'home', inPerson: true, at: NOW }],
    });
  });
  afterEach(() => world.stop());

  const wordsOf = async () =>
    (await world.documents<Household>('households')).find(({ _id }) => _id === 'h1')!.words;

  test('keeps what the household said, once', async () => {
    const id = world.newId();
    const first = await world.ok('chief', 'contact.callBack', asked, id);
    expect(await world.ok('chief', 'contact.callBack', asked, id)).toEqual(first);
    expect(await wordsOf()).toEqual({
      [WEEK]: {
        said: 'no',
        text: '没来过',
        at: expect.any(Number),
        by: { person: 'chief', name: '王海', role: 'chief' },
      },
    });
  });

  test('a chief may call again; what a resident said by themselves stands', async () => {
    await world.ok('chief', 'contact.callBack', { ...asked, said: 'unreached' });
    await world.ok('secretary', 'contact.callBack', asked);
    expect((await wordsOf())?.[WEEK]).toMatchObject({ said: 'no', by: { person: 'secretary' } });
    const by = { person: 'resident', name: '苏雅拉', role: 'resident' };
    world.change('households', 'h1', { words: { [WEEK]: { said: 'yes', at: NOW, by } } });
    expect(await world.refused('chief', 'contact.callBack', asked)).toMatchObject({ code: 'NOT_NOW' });
    expect((await wordsOf())?.[WEEK]).toMatchObject({ said: 'yes' });
  });

  test.each([
    ['farChief', asked, 'NOT_FOUND'],
    ['chief', { ...asked, household: 'h2' }, 'NOT_FOUND'],
    ['chief', { ...asked, week: '2026-W47' }, 'NOT_FOUND'],
    ['chief', { ...asked, said: 'perhaps' }, 'BAD_INPUT'],
  ])('by %s: %j → %s', async (person, input, code) => {
    expect(await world.refused(person, 'contact.callBack', input)).toMatchObject({ code });
    expect(await wordsOf()).toBeUndefined();
  });
});
