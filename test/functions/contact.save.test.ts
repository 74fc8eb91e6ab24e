import type { ContactSheet } from '../../domain/contact/sheet';
import type { Notice } from '../../domain/notice/notice';
import { weekSpan } from '../../domain/time/period';
import { DAY } from '../../domain/time/shanghai';
import { NOW } from './people';
import { startWorld, type World } from './world';

const household = (n: number) => `h${n}`;
const byPhone = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, n) => ({
    household: household(first + n),
    channel: 'phone' as const,
    inPerson: false,
    at: NOW,
  }));

describe('contact.save', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const sheets = () => world.documents<ContactSheet>('sheets');

  test('twelve households are one call, one read and one write besides the session', async () => {
    await world.token('worker');
    await world.resetUsage();
    const saved = await world.ok('worker', 'contact.save', { entries: byPhone(1, 12) });
    expect(saved).toMatchObject({ week: '2026-W48', due: 12, reached: 12, met: 0, asOf: expect.any(Number) });
    // The session itself is one read.
    expect(await world.usage()).toMatchObject({ calls: 1, reads: 2, writes: 1 });
  });

  test('the same command twice answers the same and leaves one contact per household', async () => {
    const id = world.newId();
    const first = await world.ok('worker', 'contact.save', { entries: byPhone(1, 3) }, id);
    await world.moveClock(NOW + DAY);
    const second = await world.ok('worker', 'contact.save', { entries: byPhone(1, 3) }, id);
    expect(second).toEqual(first);
    const [sheet] = await sheets();
    expect(sheet).toMatchObject({ rev: 1, reached: 3 });
  });

  test('the same id with other input is refused and changes nothing', async () => {
    const id = world.newId();
    await world.ok('worker', 'contact.save', { entries: byPhone(1, 3) }, id);
    const before = await sheets();
    expect(await world.refused('worker', 'contact.save', { entries: byPhone(4, 5) }, id)).toMatchObject({
      code: 'ID_REUSED',
      path: 'id',
      status: 409,
    });
    expect(await sheets()).toEqual(before);
  });

  test('two phones at once leave one contact per household', async () => {
    const id = world.newId();
    const answers = await Promise.all([
      world.call('worker', 'contact.save', { entries: byPhone(1, 12) }, id),
      world.call('worker', 'contact.save', { entries: byPhone(1, 12) }, id),
      world.call('worker', 'contact.save', { entries: byPhone(1, 8) }),
      world.call('worker', 'contact.save', { entries: byPhone(5, 12) }),
    ]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const stored = await sheets();
    expect(stored).toHaveLength(1);
    expect(Object.keys(stored[0]!.entries).sort()).toEqual(
      byPhone(1, 12)
        .map((one) => one.household)
        .sort(),
    );
    expect(stored[0]).toMatchObject({ reached: 12 });
    expect(stored[0]!.applied.map((one) => one.id)).toHaveLength(3);
  });

  test('what lay in the past is taken for its own week until the books close', async () => {
    const entries = [{ household: 'h1', channel: 'home' as const, inPerson: true, at: NOW - DAY }];
    expect(await world.ok('worker', 'contact.save', { week: '2026-W47', entries })).toMatchObject({
      week: '2026-W47',
      met: 1,
    });
    await world.moveClock(NOW + DAY);
    expect(await world.refused('worker', 'contact.save', { week: '2026-W47', entries })).toMatchObject({
      code: 'PERIOD_CLOSED',
    });
  });

  test('a photo that another person uploaded is refused by its place', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const put = { kind: 'photo', type: 'image/png', base64: png } as const;
    const [own, foreign] = [
      await world.ok('worker', 'media.put', put),
      await world.ok('colleague', 'media.put', put),
    ];
    const withPhoto = (file: string) => ({ entries: [{ ...byPhone(1, 1)[0]!, photos: [file] }] });
    await world.ok('worker', 'contact.save', withPhoto(own.file));
    expect(await world.refused('worker', 'contact.save', withPhoto(foreign.file))).toMatchObject({
      code: 'NOT_YOURS',
      path: 'entries.0.photos.0',
    });
  });

  test('a save repeated after the week has turned is the same save', async () => {
    const late = weekSpan('2026-W48').to - 60_000;
    await world.moveClock(late);
    const id = world.newId();
    const entries = [{ ...byPhone(1, 1)[0]!, at: late }];
    const first = await world.ok('worker', 'contact.save', { entries }, id);
    await world.moveClock(late + 120_000);
    expect(await world.ok('worker', 'contact.save', { entries }, id)).toEqual(first);
    expect(await sheets()).toHaveLength(1);
  });

  const miss = (n: number, change: object = {}) => ({
    household: household(n),
    at: NOW,
    reason: 'away' as const,
    ...change,
  });

  test('who could not be reached lies beside the contacts, in the same call and the same write', async () => {
    await world.token('worker');
    await world.resetUsage();
    const saved = await world.ok('worker', 'contact.save', {
      entries: byPhone(1, 10),
      misses: [miss(11), miss(12, { note: '去呼市看病了' })],
    });
    expect(saved).toMatchObject({ due: 12, reached: 10 });
    const [sheet] = await sheets();
    expect(sheet).toMatchObject({ rev: 2, waiting: 2, missed: 2 });
    expect(sheet!.misses!.h12).toMatchObject([{ reason: 'away', note: '去呼市看病了', by: 'worker' }]);
    // Beside the session and the sheet: whom to tell, and the outbox cleared behind it.
    expect((await world.usage()).reads).toBe(3);
  });

  test('the chief hears of a worker’s misses once a day', async () => {
    await world.ok('worker', 'contact.save', { entries: [], misses: [miss(1), miss(2)] });
    await world.ok('worker', 'contact.save', { entries: [], misses: [miss(3)] });
    const told = async () =>
      (await world.documents<Notice>('notices')).filter(({ kind }) => kind === 'miss-to-review');
    expect(await told()).toMatchObject([{ to: 'chief', facts: { name: '刘志强', count: 2 } }]);
    await world.moveClock(NOW + DAY);
    await world.ok('worker', 'contact.save', { entries: [], misses: [miss(4, { at: NOW + DAY })] });
    expect(await told()).toHaveLength(2);
  });

  test('a contact in the same week makes a miss moot; it stays as history', async () => {
    await world.ok('worker', 'contact.save', { entries: [], misses: [miss(1)] });
    await world.ok('worker', 'contact.save', { entries: byPhone(1, 1) });
    const [sheet] = await sheets();
    expect(sheet).toMatchObject({ reached: 1, missed: 1, misses: { h1: [{ reason: 'away' }] } });
    expect(sheet!.waiting).toBeUndefined();
  });

  test('two phones of one worker merge contacts and misses; the same miss twice on a day is one', async () => {
    const answers = await Promise.all([
      world.call('worker', 'contact.save', { entries: byPhone(1, 3), misses: [miss(4), miss(5)] }),
      world.call('worker', 'contact.save', {
        entries: byPhone(2, 4),
        misses: [miss(5), miss(6, { reason: 'no-signal' })],
      }),
    ]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const [sheet] = await sheets();
    expect(Object.keys(sheet!.entries).sort()).toEqual(['h1', 'h2', 'h3', 'h4']);
    expect(Object.values(sheet!.misses!).map((tries) => tries.length)).toEqual([1, 1, 1]);
    // h4 was contacted on the other phone.
    expect(sheet).toMatchObject({ reached: 4, missed: 3, waiting: 2 });
  });

  test('a cover contacts the household, and a voice note must be the caller’s own', async () => {
    const leave = { from: NOW - DAY, to: NOW + 14 * DAY };
    world.change('people', 'colleague', { links: [{ household: 'h1', ...leave, cover: true }] });
    await world.ok('colleague', 'contact.save', { entries: byPhone(1, 1) });
    const voice = { file: 'cloud://local/media/abcdefgh-000000000000000000000000/v.mp3', seconds: 3 };
    expect(
      await world.refused('worker', 'contact.save', { entries: [{ ...byPhone(2, 2)[0], voice }] }),
    ).toMatchObject({ code: 'NOT_YOURS', path: 'entries.0.voice.0' });
  });

  test.each([
    [
      'a miss of a colleague’s household',
      { entries: [], misses: [miss(13)] },
      'NOT_YOURS',
      'misses.0.household',
    ],
    [
      'a miss in the future',
      { entries: [], misses: [miss(1, { at: NOW + DAY })] },
      'BAD_INPUT',
      'misses.0.at',
    ],
    ['a miss twice', { entries: [], misses: [miss(1), miss(1)] }, 'BAD_INPUT', 'misses.1.household'],
    [
      'an unknown reason',
      { entries: [], misses: [miss(1, { reason: 'lazy' })] },
      'BAD_INPUT',
      'misses.0.reason',
    ],
    ['a household of a colleague', { entries: byPhone(13, 13) }, 'NOT_YOURS', 'entries.0.household'],
    ['a household that does not exist', { entries: byPhone(99, 99) }, 'NOT_YOURS', 'entries.0.household'],
    ['no entry', { entries: [] }, 'BAD_INPUT', 'entries'],
    [
      'an unknown channel',
      { entries: [{ household: 'h1', channel: 'pigeon', inPerson: false, at: NOW }] },
      'BAD_INPUT',
      'entries.0.channel',
    ],
    [
      'a meeting by phone',
      { entries: [{ household: 'h1', channel: 'phone', inPerson: true, at: NOW }] },
      'BAD_INPUT',
      'entries.0.inPerson',
    ],
    [
      'a household twice',
      { entries: [...byPhone(1, 1), ...byPhone(1, 1)] },
      'BAD_INPUT',
      'entries.1.household',
    ],
    ['a field nobody knows', { entries: byPhone(1, 1), gps: [] }, 'BAD_INPUT', 'gps'],
    [
      'a time that is text',
      { entries: [{ ...byPhone(1, 1)[0], at: 'yesterday' }] },
      'BAD_INPUT',
      'entries.0.at',
    ],
    ['a week that does not exist', { week: '2027-W53', entries: byPhone(1, 1) }, 'BAD_INPUT', 'week'],
  ])('%s is refused by its path and changes nothing', async (_, input, code, path) => {
    const refusal = await world.refused('worker', 'contact.save', input);
    expect(refusal).toMatchObject({
      code,
      path,
      message: { zh: expect.any(String), en: expect.any(String) },
    });
    expect(await sheets()).toEqual([]);
  });
});
