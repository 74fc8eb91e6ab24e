import { useMemo, useSyncExternalStore } from 'react';
import { byOrder, type Queued } from '../../domain/command/queue';
import { isMine } from './sending';
import { useMe } from './session';
import { shelf } from './shelf';

export interface Outbox {
  /** Goes out by itself, oldest first. */
  waiting: Queued[];
  /** Refused for good; waits for the person. */
  aside: Queued[];
}

/** What of this person's lies on the phone and not in the cloud. */
export function useOutbox(): Outbox {
  const queue = useSyncExternalStore(shelf.watch, shelf.list, shelf.list);
  const me = useMe();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whose commands count follows who is signed in
  return useMemo(() => {
    const own = queue.filter(isMine).sort(byOrder);
    return {
      waiting: own.filter((one) => one.aside === undefined),
      aside: own.filter((one) => one.aside !== undefined),
    };
  }, [queue, me?.id]);
}
