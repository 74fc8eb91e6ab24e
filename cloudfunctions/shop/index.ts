import { doorOf, type PlatformContext } from '../kit/door';
import { serve } from '../kit/serve';
import { serveTimer } from '../kit/timer';
import { cancel } from './cancel';
import { card } from './card';
import { goods } from './goods';
import { handOut } from './handOut';
import { join } from './join';
import { lapseOrders } from './lapse';
import { leave } from './leave';
import { open } from './open';
import { order } from './order';
import { request } from './request';
import { stock } from './stock';

/** What was not fetched in time goes back, by day, when people can be told. */
const tick = serveTimer(20, lapseOrders);

/** Points of the households that want to take part, and what they buy. */
const ask = serve('shop', {
  open,
  join,
  leave,
  request,
  order,
  cancel,
  stock,
  goods,
  handOut,
  card,
});

export const main = (event: unknown, context: PlatformContext): Promise<unknown> =>
  doorOf(event, context).kind === 'timer' ? tick(event, context) : ask(event, context);
