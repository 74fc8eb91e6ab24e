import { heard } from '../../domain/problem/content';
import { all } from '../kit/collections';
import { verdictOf } from '../kit/content';
import { keep } from './keep';

/** WeChat's `wxa_media_check`, as far as it is read. */
interface MediaVerdict {
  trace_id: string;
  result?: { suggest?: string };
}

const TRIES = 3;

export function isVerdict(event: unknown): event is MediaVerdict {
  return (
    typeof event === 'object' &&
    event !== null &&
    'Event' in event &&
    event.Event === 'wxa_media_check' &&
    'trace_id' in event &&
    typeof event.trace_id === 'string'
  );
}

/** A verdict that comes twice, or for a matter decided meanwhile, changes nothing; one that is lost is asked for again. */
export async function hear({ trace_id: trace, result }: MediaVerdict): Promise<{ ok: true; heard: boolean }> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const [problem] = await all('problems', (problems) =>
      problems.where({ 'content.waiting': trace }).limit(1),
    );
    if (!problem) return { ok: true, heard: false };
    if (await keep(problem, heard(problem.content, trace, verdictOf(result?.suggest))))
      return { ok: true, heard: true };
  }
  return { ok: true, heard: false };
}
