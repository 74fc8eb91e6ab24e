import type { Outputs } from '../../domain/contract/views';
import type { Person } from '../../domain/person/person';
import { shanghai } from '../../domain/time/shanghai';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';
import { deedCard, seesNames } from './card';

const PAGE = 20;

/** The list of an area and of what lies in it, newest first; or the caller's own. Names are masked for the public. */
export async function list({
  input,
  caller: { person },
  at,
}: Call<'deed.list'>): Promise<Outputs['deed.list']> {
  const { list: which, status, before } = input;
  const year = input.year ?? shanghai(at).format('YYYY');
  const scope =
    input.scope === 'mine'
      ? _.or([{ 'owner.person': person._id }, { 'responsible.person': person._id }])
      : { rollup: input.area ?? defaultArea(person), year };
  const deeds = await all('deeds', (some) =>
    some
      .where(
        _.and([
          scope,
          ...(which ? [{ list: which }] : []),
          ...(status ? [{ status }] : []),
          ...(before ? [{ createdAt: _.lt(before) }] : []),
        ]),
      )
      .orderBy('createdAt', 'desc')
      .limit(PAGE),
  );
  const last = deeds.length === PAGE ? deeds.at(-1) : undefined;
  return {
    deeds: deeds.map((deed) => deedCard(deed, seesNames(deed, person), at)),
    ...(last ? { next: last.createdAt } : {}),
    asOf: at,
  };
}

/** Whoever looks without naming a place looks at the own village, or at what the post looks after. */
export function defaultArea(person: Person): string {
  const post = person.posts[0];
  const area = post?.area ?? person.area;
  return area.length > 12 ? area.slice(0, 12) : area;
}
