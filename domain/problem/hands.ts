import { areaAt, contains } from '../area/area';
import { Refusal } from '../error/refusal';
import type { Millis } from '../time/shanghai';
import { type Deadline, solveBy } from './ladder';
import type { Follower, Party } from './party';
import type { Problem } from './problem';
import { due } from './running';

const MOST_HELPERS = 10;

/**
 * The time to solve: counted from arrival at this level, not from a late acceptance. A deadline of any other kind
 * (supervised, promised, running already) stays as it is.
 */
export function take(problem: Problem, now: Millis): Problem {
  const { deadline } = problem;
  return deadline?.kind === 'accept' ? due(problem, solveWhen(problem, deadline), now) : problem;
}

function solveWhen({ ladder, holder }: Problem, { from }: Deadline): Deadline {
  return solveBy(ladder, holder.level, from);
}

/** One lead, inside the holder's own area; the holder still answers for it. */
export function assign(problem: Problem, party: Party, now: Millis): Problem {
  const { holder } = problem;
  if (party.key === holder.key || !contains(holder.area, party.area)) {
    throw new Refusal('BAD_INPUT', {
      path: 'party',
      words: {
        zh: '只能交给自己辖区内的单位或人，别处的请吹哨',
        en: 'Only to somebody inside your own area; others are called in to help',
      },
    });
  }
  return take({ ...problem, lead: party }, now);
}

/** Helpers may come from the whole banner: villages whistle, departments report. */
export function whistle(problem: Problem, parties: readonly Party[]): Problem {
  const { area, helpers = [], holder, lead } = problem;
  const banner = areaAt(area, 'banner');
  const far = parties.findIndex((party) => !contains(banner, party.area));
  if (far >= 0) throw new Refusal('NOT_YOURS', { path: `parties.${far}` });
  const known = new Set([holder.key, lead?.key, ...helpers.map(({ key }) => key)]);
  const fresh = parties.filter(({ key }, nth) => !known.has(key) && firstAt(parties, key) === nth);
  if (fresh.length === 0) {
    throw new Refusal('NOT_NOW', {
      path: 'parties',
      words: { zh: '他们已经在了', en: 'They have a hand in it already' },
    });
  }
  if (helpers.length + fresh.length > MOST_HELPERS) {
    throw new Refusal('BAD_INPUT', {
      path: 'parties',
      words: { zh: `最多请${MOST_HELPERS}家帮忙`, en: `At most ${MOST_HELPERS} helpers` },
    });
  }
  return { ...problem, helpers: [...helpers, ...fresh] };
}

function firstAt(parties: readonly Party[], key: string): number {
  return parties.findIndex((party) => party.key === key);
}

/** Whoever is new among them hears from now on what the reporter hears. */
export function follow(problem: Problem, people: readonly Follower[]): Problem {
  const { followers = [], reporter } = problem;
  const known = new Set([reporter.person, ...followers.map(({ person }) => person)]);
  const fresh = people.filter(({ person }) => !known.has(person));
  return { ...problem, followers: [...followers, ...fresh] };
}
