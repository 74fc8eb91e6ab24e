import { contains } from '../../domain/area/area';
import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { type Person, rolesOf } from '../../domain/person/person';
import { recentWeeks } from '../../domain/time/period';
import { _, $, db } from '../kit/cloud';
import { all, collection } from '../kit/collections';
import type { Call } from '../kit/serve';

const MOST = 200;
const WEEKS = 4;

/** The area asked for, or that of the caller's first leading post. @throws Refusal NOT_YOURS at `area` */
function areaFor(person: Person, asked: string | undefined): string {
  const leading = person.posts.filter(({ role }) => role !== 'worker' && role !== 'handler');
  const area = asked ?? leading[0]?.area;
  if (area === undefined || !leading.some((post) => contains(post.area, area)))
    throw new Refusal('NOT_YOURS', { path: 'area' });
  return area;
}

/** People on posts in the area whom no message reaches, or who never opened the app, longest first: somebody should phone them. */
export async function unreachable({
  input,
  caller,
  at,
}: Call<'notice.unreachable'>): Promise<Outputs['notice.unreachable']> {
  const area = areaFor(caller.person, input.area);
  const silent = await all('people', (people) =>
    people
      .where(
        _.and([
          { desks: db.RegExp({ regexp: `@${area}`, options: '' }) },
          _.or([{ 'push.silentSince': _.lte(at) }, { openid: _.exists(false) }]),
        ]),
      )
      .orderBy('push.silentSince', 'asc')
      .limit(MOST),
  );
  return {
    people: silent.map((person) => ({
      person: person._id,
      name: person.name,
      role: rolesOf(person)[0] ?? 'resident',
      areaPath: person.posts[0]?.areaPath ?? person.areaPath,
      ...(person.phone ? { phone: person.phone } : {}),
      since: person.push?.silentSince ?? at,
    })),
    asOf: at,
  };
}

/** Messages per worker and week: whether the product nags. */
export async function load({ input, caller, at }: Call<'notice.load'>): Promise<Outputs['notice.load']> {
  const area = areaFor(caller.person, input.area);
  const weeks = recentWeeks(at, WEEKS);
  const sums = Object.fromEntries(weeks.map((week, nth) => [`w${nth}`, $.sum(`$push.weeks.${week}`)]));
  const { data } = await collection('people')
    .aggregate()
    .match({ desks: db.RegExp({ regexp: `^worker@${area}`, options: '' }) })
    .group({ _id: null, workers: $.sum(1), ...sums })
    .end();
  const [row] = data as ({ workers: number } & Record<string, number>)[];
  return {
    weeks: weeks.map((week, nth) => {
      const workers = row?.workers ?? 0;
      const messages = row?.[`w${nth}`] ?? 0;
      return {
        week,
        workers,
        messages,
        mean: workers === 0 ? 0 : Math.round((messages / workers) * 10) / 10,
      };
    }),
    asOf: at,
  };
}
