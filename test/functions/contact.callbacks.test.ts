import { DAY } from '../../domain/time/shanghai';
import { NOW } from './people';
import { startWorld, type World } from './world';

describe('contact.callbacks', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    const contacts = (first: number) =>
      Array.from({ length: 12 }, (_, n) => ({
        household: `h${first + n}`,
        channel: 'home' as const,
        inPerson: true,
        at: NOW,
      }));
    await world.ok('worker', 'contact.save', { entries: contacts(1) });
    await world.ok('colleague', 'contact.save', { entries: contacts(13) });
    await world.moveClock(NOW + 7 * DAY);
  });
  afterAll(() => world.stop());

  test('draws one in twenty of last week’s contacts, the same ones at every look', async () => {
    const first = await world.ok('chief', 'contact.callbacks', {});
    expect(first.week).toBe('2026-W48');
    expect(first.calls).toHaveLength(2);
    for (const call of first.calls) {
      expect(call).toMatchObject({
        week: '2026-W48',
        worker: { name: expect.stringMatching(/刘志强|乌云/) },
        household: { head: expect.stringMatching(/^户主/), phone: '19900001234' },
        contact: { at: NOW, channel: 'home', inPerson: true },
      });
      expect(call.word).toBeUndefined();
    }
    await world.moveClock(NOW + 9 * DAY);
    expect((await world.ok('chief', 'contact.callbacks', {})).calls).toEqual(first.calls);
  });

  test('shows the word that was given', async () => {
    const [call] = (await world.ok('chief', 'contact.callbacks', {})).calls;
    const { worker, week, household } = call!;
    await world.ok('chief', 'contact.callBack', {
      worker: worker.id,
      week,
      household: household.id,
      said: 'yes',
    });
    const [again] = (await world.ok('secretary', 'contact.callbacks', {})).calls;
    expect(again).toMatchObject({
      household: { id: household.id },
      word: { said: 'yes', by: { role: 'chief' } },
    });
  });

  test('nothing is drawn where nobody was reached', async () => {
    expect((await world.ok('farChief', 'contact.callbacks', {})).calls).toEqual([]);
  });
});
