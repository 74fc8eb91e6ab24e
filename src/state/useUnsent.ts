import { useMemo } from 'react';
import { unsentContacts, withUnsent } from '../../domain/contact/unsent';
import type { HomeView } from '../../domain/contract/views';
import { useOutbox } from './useOutbox';

const NONE: ReadonlySet<string> = new Set();

/** Home with what waits on this phone counted as done, and the households of which that is true. */
export function useUnsent(home: HomeView | undefined): {
  home: HomeView | undefined;
  unsent: ReadonlySet<string>;
} {
  const { waiting } = useOutbox();
  return useMemo(() => {
    if (home?.as !== 'worker') return { home, unsent: NONE };
    const said = unsentContacts(waiting, home.week);
    return { home: withUnsent(home, said), unsent: new Set(said.keys()) };
  }, [home, waiting]);
}
