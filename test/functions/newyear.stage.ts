import { accountOf } from '../../domain/points/account';
import type { PointsBook } from '../../domain/points/book';
import { settlesAt } from '../../domain/points/calendar';
import { atShanghai as at, HOUR, MINUTE, type Millis } from '../../domain/time/shanghai';
import { startWorld, type World } from './world';

/** The first instant of the new year, and the last of the old one, as a phone may say it. */
export const NEW = at('2027-01-01');
export const LAST = NEW - 1;
/** The cloud's clock runs on: it stands here when it is still the old year, and as long before other instants. */
export const SPARE = 4 * MINUTE;
export const EVE = NEW - SPARE;
export const WORKER = accountOf('worker', 'worker');

/** A world over New Year: points have begun in November. What happens within a millisecond belongs to one year only. */
export function overNewYear() {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.moveClock(settlesAt('2026-11') + HOUR);
    await settle();
  });
  afterEach(() => world.stop());

  const settle = async () =>
    ((await world.runTimer('settle')) as { data: Record<'settled' | 'closed' | 'failed' | 'left', number> })
      .data;
  const settleAt = async (when: Millis) => {
    await world.moveClock(when);
    return settle();
  };
  const books = async () =>
    (await world.documents<PointsBook>('books')).sort((a, b) => (a._id < b._id ? -1 : 1));
  const bookOf = async (id: string) => (await books()).find(({ _id }) => _id === id);
  /** What a book gives for what. */
  const given = async (id: string) =>
    Object.fromEntries(
      Object.values((await bookOf(id))?.entries ?? {}).map(({ cause, amount }) => [cause, amount]),
    );

  const met = (first: number, last: number, when: Millis) =>
    Array.from({ length: last - first + 1 }, (_, n) => ({
      household: `h${first + n}`,
      channel: 'home' as const,
      inPerson: true,
      at: when,
    }));
  const meet = (first: number, last: number, when: Millis, by = 'worker') =>
    world.ok(by, 'contact.save', { entries: met(first, last, when) });
  /** The worker brings something up, and the chief takes it. @returns the matter */
  async function found(): Promise<string> {
    const said = { category: 'road', text: '渠边的路又陡又窄', household: 'h1', consented: true } as const;
    const { problem } = await world.ok('worker', 'problem.report', said);
    await world.ok('chief', 'problem.accept', { problem });
    return problem;
  }
  /** Done by the worker, and the resident says so. @returns the matter */
  async function closed(): Promise<string> {
    const { problem } = await world.ok('resident', 'problem.report', { category: 'road', text: '桥面塌了' });
    await world.ok('chief', 'problem.assign', { problem, party: { person: 'worker' } });
    await world.ok('worker', 'problem.finish', { problem, text: '修好了' });
    await world.ok('resident', 'problem.confirm', { problem });
    return problem;
  }

  return {
    get world() {
      return world;
    },
    settle,
    settleAt,
    books,
    bookOf,
    given,
    met,
    meet,
    found,
    closed,
  };
}
