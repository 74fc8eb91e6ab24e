import { join } from 'node:path';
import type { Millis } from '../../domain/time/shanghai';
import { readDeclarations } from '../../local/store/indexes';
import { openStore } from '../../local/store/store';
import { type RunningStage, startStage } from './stage';

/** The clock as the cloud keeps it beside the documents. */
const OFFSET = 'clock.offset';
const FIRED = 'timers.last';
const INDEXES = join('cloudfunctions', 'indexes.json');

/**
 * The stage is switched off and wakes at that instant, at the same address; what its timers would have done meanwhile is
 * not made up for. Months that a test has to pass would take their timers many minutes.
 */
export async function asleepUntil(stage: RunningStage, at: Millis): Promise<RunningStage> {
  await stage.kill();
  const store = openStore({
    dataDir: join(stage.data, 'village'),
    indexes: readDeclarations(INDEXES),
    durable: true,
    log: () => undefined,
  });
  const fired = store.getFact<Record<string, number>>(FIRED) ?? {};
  store.setFact(FIRED, Object.fromEntries(Object.keys(fired).map((trigger) => [trigger, at])));
  store.setFact(OFFSET, at - Date.now());
  await store.settled();
  store.close();
  return startStage({ data: stage.data, port: Number(new URL(stage.url).port) });
}
