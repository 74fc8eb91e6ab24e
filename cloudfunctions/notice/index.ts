import { noticeView } from '../kit/cards';
import { _ } from '../kit/cloud';
import { all, collection } from '../kit/collections';
import { serve } from '../kit/serve';

const PAGE = 30;

/** A person's inbox: everything that was ever owed to them, newest first. */
export const main = serve('notice', {
  async inbox({ input, caller, at }) {
    const found = await all('notices', (notices) =>
      notices
        .where({ to: caller.person._id, ...(input.before ? { at: _.lt(input.before) } : {}) })
        .orderBy('at', 'desc')
        .limit(PAGE),
    );
    const last = found.length === PAGE ? found.at(-1) : undefined;
    return { notices: found.map(noticeView), ...(last ? { next: last.at } : {}), asOf: at };
  },

  /** Reading twice is reading once; somebody else's notice is not found by the filter. */
  async read({ input, caller, at }) {
    const { updated } = await collection('notices')
      .where({ _id: _.in(input.notices), to: caller.person._id, readAt: _.exists(false) })
      .update({ readAt: at });
    return { read: updated ?? 0, asOf: at };
  },
});
