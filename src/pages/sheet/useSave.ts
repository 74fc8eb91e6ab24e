import { useState } from 'react';
import { toast } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { goBack } from '../../routes';
import { asCloudError, type CloudError, isUndecided } from '../../services/cloud';
import { askConsent, useSend } from '../../state';
import { type Draft, entriesOf } from './draft';

interface Options {
  /** Of the answer that the households came from. */
  week: string | undefined;
  draft: Draft;
  /** The week has ended meanwhile. */
  onNewWeek(): Promise<void>;
}

/** The whole batch in one command, with its photos. */
export function useSave({ week, draft, onNewWeek }: Options) {
  const { contact: words, outbox } = useWords();
  const said = useSaid();
  const send = useSend();
  const [error, setError] = useState<string>();

  const refused = async (refusal: CloudError) => {
    if (isUndecided(refusal)) {
      // It is in the queue of this phone and goes out by itself.
      toast(outbox.kept, 'due');
      goBack();
    } else if (refusal.code === 'PERIOD_CLOSED' || refusal.path?.endsWith('.at')) {
      await onNewWeek();
      setError(words.again);
    } else {
      setError(said(refusal.words));
    }
  };

  const save = async () => {
    askConsent();
    setError(undefined);
    try {
      const entries = entriesOf(draft);
      const files = Object.values(draft).flatMap((mark) => mark.photos);
      const input = week ? { week, entries } : { entries };
      const { reached, due } = await send('contact.save', input, { files });
      toast(words.saved(reached, due));
      goBack();
    } catch (reason) {
      await refused(asCloudError(reason));
    }
  };
  return { save, error };
}
