import { type Digest, digestDue, digestKey } from '../../domain/contact/digest';
import type { Millis } from '../../domain/time/shanghai';
import { all } from '../kit/collections';
import { goRound } from '../kit/round';
import { serveTimer } from '../kit/timer';
import { tellChiefs } from './help';
import { tellWorkers } from './left';

/**
 * Digests, never one notice for each household: on Friday and Sunday at noon who is left, on Monday at nine who may
 * need help. Village by village; each notice has a derived key, so that twice is once.
 */
export const main = serveTimer(40, async (at, until) => {
  const digest = digestDue(at);
  if (!digest) return { told: 0, failed: 0, left: 0 };
  const { worked, failed, left } = await goRound(digestKey(digest), villages, until, (village) =>
    tell(village, digest, at),
  );
  return { told: worked, failed, left };
});

async function villages(): Promise<string[]> {
  return (await all('areas', (areas) => areas.where({ level: 'village' }).limit(1000))).map(({ _id }) => _id);
}

function tell(village: string, digest: Digest, at: Millis): Promise<number> {
  return digest.kind === 'left' ? tellWorkers(village, digest, at) : tellChiefs(village, digest.week, at);
}
