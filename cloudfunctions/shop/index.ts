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
import { followMerges } from './merge';
import { open } from './open';
import { order } from './order';
import { renew } from './renew';
import { request } from './request';
import { stock } from './stock';

/** What was not fetched in time goes back, and points of merged households go over, by day, when people can be told. */
const tick = serveTimer(20, async (at, until) => ({
  ...(await lapseOrders(at, until)),
  ...(await followMerges(at, until)),
}));

/** Points of the households that want to take part, and what they buy. */
const ask = serve('shop', {
  open,
  join,
  leave,
  renew,
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
