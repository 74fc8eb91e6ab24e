import { useState } from 'react';
import type { CommandAction, InputOf } from '../../../domain/contract/actions';
import { toast } from '../../components';
import { useSaid } from '../../i18n';
import { asCloudError } from '../../services/cloud';
import { useSend } from '../../state';

type RollCommand = Extract<CommandAction, `roll.${string}`>;

/** Sends one command and looks anew; what is refused stays there in words. */
export function useRollAct(onDone: () => unknown) {
  const said = useSaid();
  const send = useSend();
  const [error, setError] = useState<string>();
  const act = async <A extends RollCommand>(name: A, input: InputOf<A>, done: string): Promise<void> => {
    setError(undefined);
    try {
      await send(name, input);
      toast(done);
      await onDone();
    } catch (reason) {
      setError(said(asCloudError(reason).words));
    }
  };
  return { error, setError, act };
}
