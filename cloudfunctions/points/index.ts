import { serve } from '../kit/serve';
import { approve, decline, recuse } from './answer';
import { award, reverse } from './asking';
import { asks } from './asks';
import { book } from './book';
import { books } from './books';
import { dryRun, replay } from './rerun';
import { draft, enable, rules } from './rules';

/** 积分: what is in the books and why, what is written down by hand and who agrees, and the rules. */
export const main = serve('points', {
  book,
  books,
  award,
  reverse,
  asks,
  approve,
  decline,
  recuse,
  rules,
  draft,
  dryRun,
  enable,
  replay,
});
