import { useState } from 'react';
import { toast } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { goBack } from '../../routes';
import { asCloudError, type CloudError } from '../../services/cloud';
import { askConsent, send, upload } from '../../state';
import { type Draft, entriesOf } from './draft';

interface Options {
  /** Of the answer that the households came from. */
  week: string | undefined;
  draft: Draft;
  /** The week has ended meanwhile. */
  onNewWeek(): Promise<void>;
}

/** The whole batch in one call; photos, if any, before it. */
export function useSave({ week, draft, onNewWeek }: Options) {
  const words = useWords().contact;
  const said = useSaid();
  const [error, setError] = useState<string>();
  const photos = Object.values(draft).flatMap((mark) => mark.photos);

  const refused = async (refusal: CloudError) => {
    // Without photos it is in the queue of this phone and goes out by itself.
    if (refusal.code === 'OFFLINE' && photos.length === 0) {
      toast(words.kept, 'due');
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
      const files = new Map<string, string>();
      for (const photo of photos) files.set(photo.path, await upload(photo));
      const entries = entriesOf(draft, files);
      const { reached, due } = await send('contact.save', week ? { week, entries } : { entries });
      toast(words.saved(reached, due));
      goBack();
    } catch (reason) {
      await refused(asCloudError(reason));
    }
  };
  return { save, error };
}
