import { useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf } from '../../../domain/contract/actions';
import { useSaid } from '../../i18n';
import { asCloudError, cloud } from '../../services/cloud';
import { useQuery } from '../../state';

type Page = OutputOf<'contact.blind'>;

/** The list page by page; what comes after the first is forgotten when that changes. */
export function useBlind(input: InputOf<'contact.blind'>) {
  const said = useSaid();
  const query = useQuery('contact.blind', input);
  const [later, setLater] = useState<Page[]>([]);
  const [error, setError] = useState<string>();
  const first = query.data;
  const latest = useRef(first);
  latest.current = first;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new first page makes the later ones stale
  useEffect(() => setLater([]), [first]);
  const pages = first === undefined ? [] : [first, ...later];
  const after = pages.at(-1)?.next;
  const more = async () => {
    setError(undefined);
    try {
      const page = (await cloud.call('contact.blind', { ...input, after })) as Page;
      if (latest.current === first) setLater((was) => [...was, page]);
    } catch (reason) {
      setError(said(asCloudError(reason).words));
    }
  };
  return {
    query,
    households: pages.flatMap((page) => page.households),
    total: first?.total,
    more: after === undefined ? undefined : more,
    error,
  };
}
