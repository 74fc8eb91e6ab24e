import { serve } from '../kit/serve';
import { command } from './command';
import { list } from './list';
import { promise } from './promise';
import { totals } from './totals';
import { view } from './view';

/** 办实事清单: what organisations and members promised to the people, and what came of it. */
export const main = serve('deed', {
  list,
  totals,
  view,
  promise,
  progress: (call) => command('progress', call),
  done: (call) => command('done', call),
  drop: (call) => command('drop', call),
});
