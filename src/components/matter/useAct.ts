import { useState } from 'react';
import { toast } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { asCloudError, isUndecided } from '../../services/cloud';
import { askConsent, useSend } from '../../state';
import type { Act } from './acts';
import { give, NOTHING, type Saying } from './give';

/**
 * Gives one command to the problem, then reads it again.
 * @returns run resolves to whether it was done
 */
export function useAct(problem: string, refresh: () => Promise<void>) {
  const { acts: words, outbox } = useWords();
  const said = useSaid();
  const send = useSend();
  const [error, setError] = useState<string>();

  const attempt = async (act: () => Promise<unknown>, done: string): Promise<boolean> => {
    setError(undefined);
    try {
      await act();
      toast(done);
      await refresh();
      return true;
    } catch (reason) {
      if (isUndecided(reason)) {
        // It is in the queue of this phone and goes out by itself.
        toast(outbox.kept, 'due');
        return true;
      }
      const refusal = asCloudError(reason);
      setError(said(refusal.words));
      // Somebody else was quicker: show what they did.
      if (refusal.code === 'NOT_NOW' || refusal.code === 'NOT_YOURS') void refresh();
      return false;
    }
  };

  const run = (act: Act, saying: Saying = NOTHING): Promise<boolean> => {
    askConsent();
    return attempt(() => give(send, act, problem, saying), words.told[act]);
  };
  const clear = (verdict: 'passed' | 'hidden'): Promise<boolean> =>
    attempt(() => send('problem.clear', { problem, verdict }), words.content.told[verdict]);
  return { run, clear, error, forget: () => setError(undefined) };
}
