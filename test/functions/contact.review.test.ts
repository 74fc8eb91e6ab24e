import type { ContactSheet } from '../../domain/contact/sheet';
import type { Notice } from '../../domain/notice/notice';
import { NOW } from './people';
import { startWorld, type World } from './world';

const miss = (household: string) => ({ household, at: NOW, reason: 'away' as const });
const asked = { worker: 'worker', week: '2026-W48', household: 'h1', verdict: 'excused' as const };

describe('contact.review', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.ok('worker', 'contact.save', { entries: [], misses: [miss('h1'), miss('h2')] });
  });
  afterEach(() => world.stop());

  const sheet = async () => (await world.documents<ContactSheet>('sheets'))[0]!;

  test('excuses the household, once, and the worker hears of it', async () => {
    const id = world.newId();
    const first = await world.ok('chief', 'contact.review', { ...asked, text: '知道了' }, id);
    expect(await world.ok('chief', 'contact.review', { ...asked, text: '知道了' }, id)).toEqual(first);
    expect(await sheet()).toMatchObject({
      waiting: 1,
      tally: [{ excused: ['h1'] }],
      misses: { h1: [{ review: { verdict: 'excused', by: { person: 'chief', name: '王海' } } }] },
    });
    expect(await world.refused('secretary', 'contact.review', asked)).toMatchObject({ code: 'NOT_NOW' });
    const told = (await world.documents<Notice>('notices')).filter(({ kind }) => kind === 'miss-reviewed');
    expect(told).toMatchObject([
      { to: 'worker', facts: { name: '户主1', outcome: 'excused', text: '知道了' } },
    ]);
  });

  test('asks to try again; a new try waits again', async () => {
    await world.ok('secretary', 'contact.review', { ...asked, verdict: 'try-again' });
    expect(await sheet()).toMatchObject({ waiting: 1, tally: [] });
    await world.ok('worker', 'contact.save', {
      entries: [],
      misses: [{ ...miss('h1'), reason: 'no-answer' }],
    });
    expect(await sheet()).toMatchObject({ waiting: 2 });
    await world.ok('chief', 'contact.review', asked);
    expect((await sheet()).tally).toMatchObject([{ excused: ['h1'] }]);
  });

  test.each([
    ['farChief', asked, 'NOT_FOUND', undefined],
    ['farSecretary', asked, 'NOT_FOUND', undefined],
    ['chief', { ...asked, household: 'h3' }, 'NOT_FOUND', 'household'],
    ['chief', { ...asked, household: 'h99' }, 'NOT_FOUND', 'household'],
    ['chief', { ...asked, week: '2026-W40' }, 'NOT_FOUND', undefined],
    ['chief', { ...asked, verdict: 'guilty' }, 'BAD_INPUT', 'verdict'],
  ])('by %s: %j → %s', async (person, input, code, path) => {
    const before = await sheet();
    expect(await world.refused(person, 'contact.review', input)).toMatchObject({
      code,
      ...(path && { path }),
    });
    expect(await sheet()).toEqual(before);
  });

  test('a household that was contacted after all needs no review', async () => {
    const entries = [{ household: 'h1', channel: 'phone' as const, inPerson: false, at: NOW }];
    await world.ok('worker', 'contact.save', { entries });
    expect(await world.refused('chief', 'contact.review', asked)).toMatchObject({ code: 'NOT_NOW' });
  });
});
