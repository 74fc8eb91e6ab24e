import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../domain/contract/actions';
import type { SimilarProblem } from '../../../domain/contract/views';
import { CATEGORIES } from '../../../domain/problem/category';
import { cloud } from '../../services/cloud';
import type { Report } from './useReport';

/** Asked when the writing pauses, not at every letter. */
const PAUSE_MS = 900;
/** Fewer characters tell nothing more than the category does. */
const FEWEST = 4;

/** Open matters that may be the same; none while offline, because the report itself must not wait for them. */
export function useSimilar({ category, text, place }: Report): SimilarProblem[] {
  const [found, setFound] = useState<SimilarProblem[]>([]);
  const said = text.trim().length >= FEWEST ? text.trim() : undefined;
  const { latitude, longitude } = place;
  useEffect(() => {
    // What is private is compared with what others told in public only, and needs words for that.
    if (category === undefined || (said === undefined && !CATEGORIES[category].shared)) {
      setFound([]);
      return undefined;
    }
    let left = false;
    const ask = async () => {
      const position = latitude === undefined ? {} : { place: { words: '·', latitude, longitude } };
      try {
        const sketch = { category, ...(said ? { text: said } : {}), ...position };
        const answer = (await cloud.call('problem.similar', sketch)) as OutputOf<'problem.similar'>;
        if (!left) setFound(answer.problems);
      } catch {
        if (!left) setFound([]);
      }
    };
    const pause = setTimeout(ask, said === undefined ? 0 : PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(pause);
    };
  }, [category, said, latitude, longitude]);
  return found;
}
