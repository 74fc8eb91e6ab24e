import { useState } from 'react';
import { isLastWeek } from '../../../domain/contact/days';
import { toast } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { goBack } from '../../routes';
import { asCloudError, type CloudError, cloud } from '../../services/cloud';
import { askConsent, send, upload } from '../../state';
import { type Draft, filesOf, saveOf } from './draft';
import type { Marks } from './useMarks';

interface Options {
  marks: Marks;
  /** A week has ended meanwhile. */
  onNewWeek(): Promise<void>;
}

/** The whole batch in one call (two when last week is filled in too); photos and voices, if any, before it. */
export function useSave({ marks, onNewWeek }: Options) {
  const words = useWords().contact;
  const said = useSaid();
  const [error, setError] = useState<string>();

  const refused = async (refusal: CloudError, batch: Draft) => {
    // Without files it is in the queue of this phone and goes out by itself.
    if (refusal.code === 'OFFLINE' && Object.values(batch).flatMap(filesOf).length === 0) {
      marks.drop(Object.keys(batch));
      toast(words.kept, 'due');
      return true;
    }
    if (refusal.code === 'PERIOD_CLOSED' || refusal.path?.endsWith('.at')) {
      await onNewWeek();
      setError(words.again);
    } else {
      setError(said(refusal.words));
    }
    return false;
  };

  /** @returns whether this page has nothing more to do with it */
  const saveBatch = async (batch: Draft, past: boolean): Promise<boolean> => {
    try {
      const files = new Map<string, string>();
      for (const file of Object.values(batch).flatMap(filesOf)) files.set(file.path, await upload(file));
      const { reached, due } = await send('contact.save', saveOf(batch, files));
      marks.drop(Object.keys(batch));
      toast(past ? words.savedLast : words.saved(reached, due));
      return true;
    } catch (reason) {
      return refused(asCloudError(reason), batch);
    }
  };

  /** @param draft what to save; the marks of the page unless one was changed in the same tap */
  const save = async (draft: Draft = marks.draft) => {
    askConsent();
    setError(undefined);
    const [past, present] = byWeek(draft);
    if (past && !(await saveBatch(past, true))) return;
    if (present && !(await saveBatch(present, false))) return;
    goBack();
  };
  return { save, error };
}

/** One call takes the contacts of one week. */
function byWeek(draft: Draft): [past: Draft | undefined, present: Draft | undefined] {
  const now = cloud.now();
  const part = (past: boolean) => {
    const some = Object.entries(draft).filter(([, { at }]) => isLastWeek(at, now) === past);
    return some.length > 0 ? Object.fromEntries(some) : undefined;
  };
  return [part(true), part(false)];
}
