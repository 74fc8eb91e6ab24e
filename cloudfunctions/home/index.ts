import type { HomeView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { templatesToAsk } from '../../domain/notice/consent';
import { type Person, type Role, rolesOf } from '../../domain/person/person';
import { noticeView } from '../kit/cards';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { newFolder } from '../kit/files';
import { serve } from '../kit/serve';
import { templateId } from '../kit/wx';
import { deskHome } from './desk';
import { residentHome } from './resident';
import { workerHome } from './worker';

/** Which home opens first for somebody with several posts. */
const FIRST: readonly Role[] = [
  'secretary',
  'chief',
  'official',
  'supervisor',
  'handler',
  'admin',
  'worker',
  'resident',
];
const MOST_UNREAD = 100;
const SHOWN = 3;

/** Everything the first screen shows: one call, at most four reads with the caller's own. */
export const main = serve('home', {
  async open({ input, caller: { person }, at }): Promise<HomeView> {
    const roles = rolesOf(person);
    const as = input.as ?? FIRST.find((role) => roles.includes(role)) ?? 'resident';
    if (input.as && !roles.includes(input.as)) throw new Refusal('NOT_YOURS', { path: 'as' });
    const [unread, own] = await Promise.all([unreadOf(person._id), ownPart(as, person, at)]);
    return {
      ...own,
      me: {
        id: person._id,
        name: person.name,
        roles,
        area: areaFor(person, as),
        folder: newFolder(person._id),
      },
      asOf: at,
      unread: unread.length,
      notices: unread.slice(0, SHOWN).map(noticeView),
      templates: templatesToAsk(person, as).flatMap((name) => templateId(name) ?? []),
    };
  },
});

async function ownPart(as: Role, person: Person, at: number) {
  if (as === 'worker') return workerHome(person, at);
  if (as === 'resident') return residentHome(person, at);
  return deskHome(as, person, at);
}

/** The newest unread notices; a screen says "many" beyond that. */
function unreadOf(person: string) {
  return all('notices', (notices) =>
    notices
      .where({ to: person, readAt: _.exists(false) })
      .orderBy('at', 'desc')
      .limit(MOST_UNREAD),
  );
}

function areaFor(person: Person, as: Role) {
  const post = person.posts.find((candidate) => candidate.role === as);
  return post ? { code: post.area, path: post.areaPath } : { code: person.area, path: person.areaPath };
}
