import { doorOf, type PlatformContext } from '../kit/door';
import { serve } from '../kit/serve';
import { serveTimer } from '../kit/timer';
import { allow, bases, basis, end } from './bases';
import { exportFile } from './export';
import { consent, recommend, retract, withdraw } from './honour';
import { makeRolls } from './making';
import { answer, object } from './objection';
import { open } from './open';
import { post } from './post';
import { publicNames } from './public';
import { repair, train } from './training';

/** Within the platform's limit there is time left to write down how far it came. */
const WORK_SECONDS = 40;

const actions = serve('roll', {
  open,
  public: publicNames,
  recommend,
  retract,
  consent,
  withdraw,
  train,
  repair,
  object,
  answer,
  basis,
  allow,
  end,
  bases,
  post,
  export: exportFile,
});

const timer = serveTimer(WORK_SECONDS, makeRolls);

/** 先进候选与培训建议: made by the clock of results that are final; what is shown of them is for people to say. */
export const main = (event: unknown, context: PlatformContext): Promise<unknown> =>
  doorOf(event, context).kind === 'timer' ? timer(event, context) : actions(event, context);
