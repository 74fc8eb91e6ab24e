import { useEffect } from 'react';
import type { Role } from '../../domain/person/person';
import { rememberHome, useMe } from './session';
import { useQuery } from './useQuery';

/** What the reader is here; a message can open a page on a phone where home was never seen: then home is asked. */
export function useRoles(): readonly Role[] {
  const known = useMe();
  const { data } = useQuery(known ? undefined : 'home.open', {});
  useEffect(() => {
    if (data) rememberHome(data);
  }, [data]);
  return (known ?? data?.me)?.roles ?? [];
}
