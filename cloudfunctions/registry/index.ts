import { all } from '../kit/collections';
import { serve } from '../kit/serve';

/** The public registry of areas: real codes and names. */
export const main = serve('registry', {
  /** The areas directly under one, or the banner itself. */
  async areas({ input }) {
    const scope = input.under ? { parent: input.under } : { level: 'banner' };
    const areas = await all('areas', (some) => some.where(scope).orderBy('_id', 'asc').limit(1000));
    return { areas };
  },
});
