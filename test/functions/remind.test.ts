import type { Notice } from '../../domain/notice/notice';
import { atShanghai, DAY } from '../../domain/time/shanghai';
import { NOW } from './people';
import { startWorld, type World } from './world';

const FRIDAY = atShanghai('2026-11-27 12:00');
const SUNDAY = atShanghai('2026-11-29 12:00');
const MONDAY = atShanghai('2026-11-30 09:00');

describe('remind', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const told = async (kind: string) =>
    (await world.documents<Notice>('notices')).filter((notice) => notice.kind === kind);
  const contacts = (first: number, count: number) =>
    Array.from({ length: count }, (_, n) => ({
      household: `h${first + n}`,
      channel: 'phone' as const,
      inPerson: false,
      at: NOW,
    }));

  test('one digest on Friday and one on Sunday, for who has somebody left; twice is once', async () => {
    await world.ok('worker', 'contact.save', { entries: contacts(1, 8) });
    await world.ok('colleague', 'contact.save', { entries: contacts(13, 12) });
    await world.moveClock(FRIDAY);
    expect(await world.runTimer('remind')).toMatchObject({ data: { told: 1, failed: 0, left: 0 } });
    expect(await world.runTimer('remind')).toMatchObject({ data: { told: 0 } });
    expect(await told('contact-left')).toMatchObject([
      {
        _id: 'left.worker.2026-W48.fri.worker',
        to: 'worker',
        about: { kind: 'sheet' },
        facts: { count: 4, names: ['户主9', '户主10', '户主11'] },
      },
    ]);
    await world.moveClock(SUNDAY);
    await Promise.all([world.runTimer('remind'), world.runTimer('remind')]);
    expect(await told('contact-left')).toHaveLength(2);
  });

  test('nobody is reminded of what a cover did, a chief excused, or while on leave', async () => {
    const leave = { from: NOW - DAY, to: NOW + 30 * DAY };
    world.change('people', 'colleague', { leaves: [leave] });
    await world.ok('worker', 'contact.save', {
      entries: contacts(1, 11),
      misses: [{ household: 'h12', at: NOW, reason: 'away' }],
    });
    await world.ok('chief', 'contact.review', {
      worker: 'worker',
      week: '2026-W48',
      household: 'h12',
      verdict: 'excused',
    });
    await world.moveClock(FRIDAY);
    await world.runTimer('remind');
    expect(await told('contact-left')).toEqual([]);
  });

  test('on Monday the chief hears once who may need help', async () => {
    await world.ok('worker', 'contact.save', { entries: contacts(1, 2) });
    await world.moveClock(MONDAY);
    await world.runTimer('remind');
    await world.runTimer('remind');
    expect(await told('help-needed')).toMatchObject([
      {
        to: 'chief',
        about: { kind: 'coverage' },
        facts: { week: '2026-W48', count: 2, names: ['刘志强', '乌云'] },
      },
    ]);
  });

  test('at any other time nothing is told', async () => {
    await world.moveClock(FRIDAY - DAY);
    expect(await world.runTimer('remind')).toMatchObject({ data: { told: 0 } });
    await world.moveClock(FRIDAY + 9 * 3_600_000);
    await world.runTimer('remind');
    expect(await world.documents('notices')).toEqual([]);
  });

  test('a crash on the way is gone on with, and nobody hears twice', async () => {
    await world.moveClock(FRIDAY);
    await world.runTimer('remind');
    const before = await told('contact-left');
    expect(before).toHaveLength(2);
    // As if it had been killed before its mark, with one notice not yet written.
    world.cloud.store.remove('rounds', {}, true);
    world.cloud.store.remove('notices', { _id: before[0]!._id }, false);
    expect(await world.runTimer('remind')).toMatchObject({ data: { told: 1 } });
    expect((await told('contact-left')).map(({ _id }) => _id).sort()).toEqual(
      before.map(({ _id }) => _id).sort(),
    );
  });
});
