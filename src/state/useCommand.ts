import { useCallback, useRef, useState } from 'react';
import { asCloudError, type CloudError } from '../services/cloud';
import { send } from './commands';

export interface Command<Input, Output> {
  /** Resolves to undefined when it was refused (see `error`) or when one is already running. */
  run(input: Input): Promise<Output | undefined>;
  busy: boolean;
  error: CloudError | undefined;
}

/** One action of one page: busy while it runs, deaf to a second tap, and the refusal in words when there is one. */
export function useCommand<Input, Output = unknown>(name: string): Command<Input, Output> {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CloudError>();
  const run = useCallback(
    async (input: Input) => {
      if (running.current) return undefined;
      running.current = true;
      setBusy(true);
      setError(undefined);
      try {
        return (await send(name, input)) as Output;
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
