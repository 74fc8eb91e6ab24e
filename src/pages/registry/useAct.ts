import { useState } from 'react';
import type { CommandAction, InputOf } from '../../../domain/contract/actions';
import { toast } from '../../components';
import { useSaid } from '../../i18n';
import { asCloudError } from '../../services/cloud';
import { send } from '../../state';

/** Sends one command of a sheet; what is refused stays on the sheet in words. */
export function useAct<A extends CommandAction>(name: A, done: string, onDone: () => void) {
  const said = useSaid();
  const [error, setError] = useState<string>();
  const act = async (input: InputOf<A>) => {
    setError(undefined);
    try {
      await send(name, input);
      toast(done);
      onDone();
    } catch (reason) {
      setError(said(asCloudError(reason).words));
    }
  };
  return { error, act };
}
