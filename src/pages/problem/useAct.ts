import { useState } from 'react';
import { toast } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { asCloudError, isUndecided } from '../../services/cloud';
import type { LocalFile } from '../../services/device';
import { askConsent, send } from '../../state';
import type { Act } from './acts';

export interface Saying {
  text: string;
  photos: LocalFile[];
  /** 0: not given. */
  stars: number;
}

export const NOTHING: Saying = { text: '', photos: [], stars: 0 };

/**
 * Gives one command to the problem, then reads it again.
 * @returns run resolves to whether it was done
 */
export function useAct(problem: string, refresh: () => Promise<void>) {
  const { problem: words, outbox } = useWords();
  const said = useSaid();
  const [error, setError] = useState<string>();
  const run = async (act: Act, saying: Saying = NOTHING): Promise<boolean> => {
    askConsent();
    setError(undefined);
    try {
      await give(act, problem, saying);
      toast(words.told[act]);
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
  return { run, error, forget: () => setError(undefined) };
}

async function give(act: Act, problem: string, { text, photos, stars }: Saying): Promise<unknown> {
  const words = text.trim();
  const optional = words ? { text: words } : {};
  switch (act) {
    case 'accept':
    case 'withdraw':
      return send(`problem.${act}`, { problem, ...optional });
    case 'confirm':
      return send('problem.confirm', { problem, ...(stars > 0 ? { stars } : {}), ...optional });
    case 'finish': {
      const paths = photos.map(({ path }) => path);
      const input = { problem, text: words, ...(paths.length > 0 ? { photos: paths } : {}) };
      return send('problem.finish', input, { files: photos });
    }
    default:
      return send(`problem.${act}`, { problem, text: words });
  }
}
