import { serve } from '../kit/serve';
import { clear } from './clear';
import { command } from './command';
import { list } from './list';
import { merge } from './merge';
import { report } from './report';
import { similar } from './similar';
import { split } from './split';
import { view } from './view';
import { whom } from './whom';

/** Problems of residents: report, follow, and the commands of the table in `domain/problem/commands`. */
export const main = serve('problem', {
  report,
  similar,
  clear,
  list,
  view,
  whom,
  merge,
  split,
  accept: (call) => command('accept', call),
  refuse: (call) => command('refuse', call),
  assign: (call) => command('assign', call),
  whistle: (call) => command('whistle', call),
  progress: (call) => command('progress', call),
  suspend: (call) => command('suspend', call),
  resume: (call) => command('resume', call),
  extend: (call) => command('extend', call),
  grant: (call) => command('grant', call),
  deny: (call) => command('deny', call),
  return: (call) => command('return', call),
  transfer: (call) => command('transfer', call),
  escalate: (call) => command('escalate', call),
  finish: (call) => command('finish', call),
  verify: (call) => command('verify', call),
  redo: (call) => command('redo', call),
  uphold: (call) => command('uphold', call),
  overturn: (call) => command('overturn', call),
  supervise: (call) => command('supervise', call),
  confirm: (call) => command('confirm', call),
  reopen: (call) => command('reopen', call),
  rate: (call) => command('rate', call),
  withdraw: (call) => command('withdraw', call),
  join: (call) => command('join', call),
  comment: (call) => command('comment', call),
});
