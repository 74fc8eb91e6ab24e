import { useCallback, useEffect, useRef } from 'react';
import { send } from './commands';

/** `send` for a page: when it has been left before the answer came, a no is set aside instead of lost. */
export function useSend(): typeof send {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return useCallback(
    (name, input, options = {}) => send(name, input, { ...options, here: () => here.current }),
    [],
  );
}
