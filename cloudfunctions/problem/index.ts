import { serve } from '../kit/serve';
import { clear } from './clear';
import { command } from './command';
import { list } from './list';
import { report } from './report';
import { similar } from './similar';
import { view } from './view';

/** Problems of residents: report, follow, and the commands of the table in `domain/problem/commands`. */
export const main = serve('problem', {
  report,
  similar,
  clear,
  list,
  view,
  accept: (call) => command('accept', call),
  finish: (call) => command('finish', call),
  escalate: (call) => command('escalate', call),
  confirm: (call) => command('confirm', call),
  reopen: (call) => command('reopen', call),
  withdraw: (call) => command('withdraw', call),
  comment: (call) => command('comment', call),
});
