import type { Area } from '../../domain/area/area';
import { doneDeed, type NewDeed, promiseDeed } from '../../domain/deed/decide';
import type { Deed, DeedList } from '../../domain/deed/deed';
import { DAY, HOUR, type Millis, shanghai } from '../../domain/time/shanghai';
import { ARTICLE_DEEDS, type DeedStory, MEMBER_DEEDS, ORGANISATION_DEEDS } from './deed-stories';
import { share, type VillagePlan } from './plan';
import type { Random } from './random';
import { type Synthetic, synthetic } from './synthetic';

/** The article (FIELD §1): listed and done, by organisations and by members. */
const LISTED = { organisation: { total: 703, done: 380 }, member: { total: 3_072, done: 1_290 } } as const;
/** Of the organisations' lists, what the banner and each township have promised themselves. */
const BANNER_OWN = 12;
const TOWNSHIP_OWN = 9;
/** Of those still open, so many are past their day. */
const LATE = 0.06;

interface Count {
  total: number;
  done: number;
}

/** How long each area's lists are and how much of them is done; shared out over the whole banner, whatever the scale. */
export type DeedPlan = ReadonlyMap<string, Record<DeedList, Count>>;

export function deedPlanOf(
  banner: string,
  townships: readonly string[],
  villages: readonly VillagePlan[],
): DeedPlan {
  const weights = villages.map(({ workers }) => workers.reduce((sum, count) => sum + count, 0));
  const above = [BANNER_OWN, ...townships.map(() => TOWNSHIP_OWN)];
  const inVillages = LISTED.organisation.total - above.reduce((sum, count) => sum + count, 0);
  const organisation = [...above, ...share(inVillages, weights)];
  const member = [...above.map(() => 0), ...share(LISTED.member.total, weights)];
  const organisationDone = share(LISTED.organisation.done, organisation);
  const memberDone = share(LISTED.member.done, member);
  const codes = [banner, ...townships, ...villages.map(({ code }) => code)];
  return new Map(
    codes.map((code, at) => [
      code,
      {
        organisation: { total: organisation[at]!, done: organisationDone[at]! },
        member: { total: member[at]!, done: memberDone[at]! },
      },
    ]),
  );
}

interface Owner {
  _id: string;
  name: string;
  posts: { area: string; areaPath: string }[];
}

/** One area's organisation list, by those who sit at its desk. */
export function* organisationDeeds(
  { _id, path, name }: Pick<Area, '_id' | 'path' | 'name'>,
  { total, done }: Count,
  owners: readonly Owner[],
  now: Millis,
  random: Random,
  first: readonly DeedStory[] = [],
): Generator<Synthetic<Deed>> {
  const place = { list: 'organisation' as const, area: _id, areaPath: path || name };
  for (let nth = 0; nth < total; nth += 1) {
    const story = first[nth] ?? random.pick(ORGANISATION_DEEDS);
    yield deedOf(place, `${_id}-o${nth}`, story, random.pick(owners), nth < done, now, random);
  }
}

/** One village's members' lists, spread over its workers and chiefs. */
export function* memberDeeds(
  village: string,
  { total, done }: Count,
  owners: readonly Owner[],
  now: Millis,
  random: Random,
): Generator<Synthetic<Deed>> {
  for (let nth = 0; nth < total; nth += 1) {
    const owner = owners[(nth * 7) % owners.length]!;
    const { area, areaPath } = owner.posts[0]!;
    const place = { list: 'member' as const, area, areaPath };
    yield deedOf(place, `${village}-m${nth}`, random.pick(MEMBER_DEEDS), owner, nth < done, now, random);
  }
}

/** The stage's township did what the article tells, a month after its session. */
export const FIRST_OF_TOWNSHIP = ARTICLE_DEEDS;

function deedOf(
  place: Pick<NewDeed, 'list' | 'area' | 'areaPath'>,
  id: string,
  story: DeedStory,
  owner: Owner,
  done: boolean,
  now: Millis,
  random: Random,
): Synthetic<Deed> {
  const by = { person: owner._id, name: owner.name };
  const count = String(random.int(story.from, story.to));
  const year = shanghai(now).startOf('year').valueOf();
  const createdAt = byDay(year + Math.floor(random.next() * (now - year) * 0.8));
  const left = Math.max(0, now - createdAt);
  const late = !done && random.chance(LATE);
  const dueAt = late ? now - random.int(1, 12) * DAY : Math.max(createdAt, now) + random.int(6, 100) * DAY;
  const promised = promiseDeed(
    {
      id: `d${id}`,
      ...place,
      owner: by,
      promise: story.promise.replace('#', count),
      responsible: by,
      dueAt: done ? createdAt + random.int(20, 120) * DAY : dueAt,
      source: { kind: 'own' },
    },
    createdAt,
  );
  if (done) {
    const said = {
      text: story.done.replace('#', count),
      benefit: { households: random.int(1, story.households) },
    };
    return synthetic({
      ...doneDeed(
        promised,
        said,
        by,
        Math.min(now, byDay(createdAt + Math.floor(left * (0.2 + 0.7 * random.next())))),
      ),
      rev: 2,
    });
  }
  if (!late) return synthetic({ ...promised, rev: 1 });
  const { nextAt: _, ...rest } = promised;
  return synthetic({ ...rest, rev: 2, lateAt: dueAt + HOUR });
}

/** Nobody writes lists at night: the same day, in working hours. */
function byDay(at: Millis): Millis {
  return shanghai(at).startOf('day').valueOf() + 9 * HOUR + (at % (8 * HOUR));
}
