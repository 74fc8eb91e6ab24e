import { useState } from 'react';
import type { CommandAction, InputOf } from '../../domain/contract/actions';
import { useSaid, useWords } from '../i18n';
import { asCloudError } from '../services/cloud';
import { askConsent, send } from '../state';
import { toast } from './toasts';

/** One short answer of a person, and what to say when it does not get through. */
/** @param onChange the page's figures are old now */
export function useTell(onChange: () => unknown) {
  const { kept } = useWords().state;
  const said = useSaid();
  const [error, setError] = useState<string>();
  /** @returns whether it is told, or waits on this phone and will be */
  const tell = async <A extends CommandAction>(
    name: A,
    input: InputOf<A>,
    thanks: string,
  ): Promise<boolean> => {
    askConsent();
    setError(undefined);
    try {
      await send(name, input);
      toast(thanks);
      await onChange();
      return true;
    } catch (reason) {
      const refusal = asCloudError(reason);
      if (refusal.code === 'OFFLINE') toast(kept, 'due');
      else setError(said(refusal.words));
      return refusal.code === 'OFFLINE';
    }
  };
  return { tell, error };
}
