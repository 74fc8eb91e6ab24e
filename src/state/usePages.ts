import { useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf } from '../../domain/contract/actions';
import { asCloudError, type CloudError, cloud } from '../services/cloud';
import { type Query, useQuery } from './useQuery';

/** Lists that are read page by page, and where the next page goes on: newest first, or oldest first. */
const CURSOR = {
  'problem.list': 'before',
  'notice.inbox': 'before',
  'deed.list': 'before',
  'points.asks': 'after',
} as const;
type Paged = keyof typeof CURSOR;

export interface Pages<A extends Paged> {
  query: Query<OutputOf<A>>;
  /** The first answer and those that were asked for after it. */
  answers: OutputOf<A>[];
  /** Absent at the end of the list. */
  more: (() => Promise<void>) | undefined;
  moreError: CloudError | undefined;
}

/** The first page lives like any query; the next ones are added below it and forgotten when it changes. */
export function usePages<A extends Paged>(name: A, input: InputOf<A>): Pages<A> {
  const query = useQuery(name, input);
  const [older, setOlder] = useState<OutputOf<A>[]>([]);
  const [moreError, setMoreError] = useState<CloudError>();
  const first = query.data;
  const latest = useRef(first);
  latest.current = first;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new first page makes the older ones stale
  useEffect(() => setOlder([]), [first]);
  const answers = first === undefined ? [] : [first, ...older];
  const next = answers.at(-1)?.next;
  const more = async () => {
    setMoreError(undefined);
    try {
      const answer = (await cloud.call(name, { ...input, [CURSOR[name]]: next })) as OutputOf<A>;
      if (latest.current === first) setOlder((was) => [...was, answer]);
    } catch (reason) {
      setMoreError(asCloudError(reason));
    }
  };
  return { query, answers, more: next === undefined ? undefined : more, moreError };
}
