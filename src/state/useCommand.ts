import { useCallback, useRef, useState } from 'react';
import type { CommandAction, InputOf, OutputOf } from '../../domain/contract/actions';
import { asCloudError, type CloudError } from '../services/cloud';
import { send } from './commands';

export interface Command<A extends CommandAction> {
  /** Resolves to undefined when it was refused (see `error`) or when one is already running. */
  run(input: InputOf<A>): Promise<OutputOf<A> | undefined>;
  busy: boolean;
  error: CloudError | undefined;
}

/** One action of one page: busy while it runs, deaf to a second tap, and the refusal in words when there is one. */
export function useCommand<A extends CommandAction>(name: A): Command<A> {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CloudError>();
  const run = useCallback(
    async (input: InputOf<A>) => {
      if (running.current) return undefined;
      running.current = true;
      setBusy(true);
      setError(undefined);
      try {
        return await send(name, input);
      } catch (reason) {
        setError(asCloudError(reason));
        return undefined;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [name],
  );
  return { run, busy, error };
}
