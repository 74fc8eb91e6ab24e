import { healthOf } from '../../domain/health/health';
import { all } from '../kit/collections';
import { doorOf, type PlatformContext } from '../kit/door';
import { serve } from '../kit/serve';
import { serveTimer } from '../kit/timer';
import { countFaults } from './faults';

/** Counts what should not exist and says that it looked; silence is an alarm. */
const tick = serveTimer(20, countFaults);

const ask = serve('audit', {
  /** When each timer last ran, and what is wrong. One read. */
  async health({ at }) {
    const heartbeats = await all('heartbeats', (beats) => beats.limit(100));
    return { ...healthOf(heartbeats, at), asOf: at };
  },
});

export const main = (event: unknown, context: PlatformContext): Promise<unknown> =>
  doorOf(event, context).kind === 'timer' ? tick(event, context) : ask(event, context);
