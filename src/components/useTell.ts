import { useState } from 'react';
import type { CommandAction, InputOf } from '../../domain/contract/actions';
import { useSaid, useWords } from '../i18n';
import { asCloudError, isUndecided } from '../services/cloud';
import { askConsent, useSend } from '../state';
import { toast } from './toasts';

/** One short answer of a person, and what to say when it does not get through. */
/** @param onChange the page's figures are old now */
export function useTell(onChange: () => unknown) {
  const { kept } = useWords().outbox;
  const said = useSaid();
  const send = useSend();
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
      const waits = isUndecided(refusal);
      if (waits) toast(kept, 'due');
      else setError(said(refusal.words));
      return waits;
    }
  };
  return { tell, error };
}
