import { z } from 'zod';
import { isQuiet, whenAwake } from '../../domain/time/awake';
import { HOUR, type Millis } from '../../domain/time/shanghai';
import type { Cloud } from '../cloud';
import { SCALES } from './scale';
import { type Recipe, sow } from './seed';

/** Grows when the data of the same seed would come out differently: what stands then is planted anew. */
export const DEMO_VERSION = 6;

const FACT = 'demo';
const marker = z.object({
  state: z.enum(['planting', 'planted']),
  scale: z.enum(SCALES),
  seed: z.string(),
  version: z.number(),
});

/**
 * Makes sure that the store holds the demonstration data; what people did on it since stays.
 * @returns how many documents were planted, 0 when they stood there already
 * @throws Error in words for a person, when the store holds something else
 */
export async function plantOnce(
  cloud: Cloud,
  recipe: Omit<Recipe, 'now'>,
  progress: (documents: number) => void,
): Promise<number> {
  const standing = readMarker(cloud);
  const { scale, seed } = recipe;
  if (
    standing?.state === 'planted' &&
    standing.scale === scale &&
    standing.seed === seed &&
    standing.version === DEMO_VERSION
  )
    return 0;
  if (!standing && cloud.store.collections().some((name) => cloud.store.count(name) > 0)) {
    throw new Error(
      'the data folder holds data that is not this demonstration. Choose another --data, or add --fresh to start over.',
    );
  }
  return plantAnew(cloud, recipe, progress);
}

/** Empties the store and plants; a crash on the way is noticed by the marker at the next start. */
export async function plantAnew(
  { store, clock }: Cloud,
  recipe: Omit<Recipe, 'now'>,
  progress: (documents: number) => void,
): Promise<number> {
  const { scale, seed } = recipe;
  const mark = (state: 'planting' | 'planted') =>
    store.setFact(FACT, { state, scale, seed, version: DEMO_VERSION });
  mark('planting');
  clock.skipTo(daytime(clock.now()));
  store.clear();
  await store.settled();
  let planted = 0;
  await sow(store, { ...recipe, now: clock.now() }, (documents) => {
    planted = documents;
    progress(documents);
  });
  mark('planted');
  await store.settled();
  return planted;
}

/** Nobody is woken at night: who starts at night begins the next morning, so that messages arrive. */
function daytime(now: Millis): Millis {
  return isQuiet(now) ? whenAwake(now) + HOUR : now;
}

function readMarker({ store }: Cloud): z.infer<typeof marker> | undefined {
  let found: unknown;
  try {
    found = store.getFact(FACT);
  } catch {
    found = 'unreadable';
  }
  if (found === undefined) return undefined;
  const parsed = marker.safeParse(found);
  if (parsed.success) return parsed.data;
  throw new Error('the data folder is marked in a way that cannot be read. Add --fresh to start over.');
}
