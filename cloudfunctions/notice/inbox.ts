import type { Outputs } from '../../domain/contract/views';
import { noticeView } from '../kit/cards';
import { _ } from '../kit/cloud';
import { all, collection } from '../kit/collections';
import type { Call } from '../kit/serve';

const PAGE = 30;

/** Everything that was ever owed to the caller, newest first. */
export async function inbox({ input, caller, at }: Call<'notice.inbox'>): Promise<Outputs['notice.inbox']> {
  const found = await all('notices', (notices) =>
    notices
      .where({ to: caller.person._id, ...(input.before ? { at: _.lt(input.before) } : {}) })
      .orderBy('at', 'desc')
      .limit(PAGE),
  );
  const last = found.length === PAGE ? found.at(-1) : undefined;
  return { notices: found.map(noticeView), ...(last ? { next: last.at } : {}), asOf: at };
}

/** Reading twice is reading once; somebody else's notice is not found by the filter. */
export async function read({ input, caller, at }: Call<'notice.read'>): Promise<Outputs['notice.read']> {
  const { updated } = await collection('notices')
    .where({ _id: _.in(input.notices), to: caller.person._id, readAt: _.exists(false) })
    .update({ readAt: at });
  return { read: updated ?? 0, asOf: at };
}
