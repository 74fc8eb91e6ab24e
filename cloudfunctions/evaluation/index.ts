import { doorOf, type PlatformContext } from '../kit/door';
import { serve } from '../kit/serve';
import { serveTimer } from '../kit/timer';
import { answer } from './answer';
import { appeal, appeals, decide } from './appeal';
import { begin } from './begin';
import { follow } from './follow';
import { exempt, grade } from './grade';
import { list } from './list';
import { open } from './open';
import { review } from './review';
import { sign } from './sign';

/** Within the platform's limit there is time left to answer and to count. */
const WORK_SECONDS = 20;

/** 年度评议: a village's year of service, told from points, residents and reviewers; a person signs, and can be appealed to. */
const actions = serve('evaluation', {
  open,
  list,
  begin,
  answer,
  review,
  exempt,
  grade,
  sign,
  appeal,
  appeals,
  decide,
});

const timer = serveTimer(WORK_SECONDS, follow);

export const main = (event: unknown, context: PlatformContext): Promise<unknown> =>
  doorOf(event, context).kind === 'timer' ? timer(event, context) : actions(event, context);
