import { useState } from 'react';
import { isLastWeek } from '../../../domain/contact/days';
import { weekAt } from '../../../domain/time/week';
import { toast } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { goBack } from '../../routes';
import { asCloudError, cloud, isUndecided } from '../../services/cloud';
import { askConsent, useSend } from '../../state';
import { type Draft, filesOf, saveOf } from './draft';
import type { Marks } from './useMarks';

interface Options {
  marks: Marks;
  /** A week has ended meanwhile. */
  onNewWeek(): Promise<void>;
}

/** The whole batch in one command with its photos and voices; two when last week is filled in too. */
export function useSave({ marks, onNewWeek }: Options) {
  const { contact: words, outbox } = useWords();
  const said = useSaid();
  const send = useSend();
  const [error, setError] = useState<string>();

  /** @returns whether this page has nothing more to do with it */
  const saveWeek = async ({ week, past, draft }: Batch): Promise<boolean> => {
    try {
      const files = Object.values(draft).flatMap(filesOf);
      const { reached, due } = await send('contact.save', saveOf(week, draft), { files });
      toast(past ? words.savedLast : words.saved(reached, due));
    } catch (reason) {
      const refusal = asCloudError(reason);
      if (!isUndecided(refusal)) {
        const closed = refusal.code === 'PERIOD_CLOSED' || refusal.path?.endsWith('.at');
        if (closed) await onNewWeek();
        setError(closed ? words.again : said(refusal.words));
        return false;
      }
      // It is in the queue of this phone and goes out by itself.
      toast(outbox.kept, 'due');
    }
    marks.drop(Object.keys(draft));
    return true;
  };

  /** @param draft what to save; the marks of the page unless one was changed in the same tap */
  const save = async (draft: Draft = marks.draft) => {
    askConsent();
    setError(undefined);
    for (const batch of byWeek(draft)) if (!(await saveWeek(batch))) return;
    goBack();
  };
  return { save, error };
}

interface Batch {
  week: string;
  past: boolean;
  draft: Draft;
}

/** One command takes the contacts of one week; the older one goes first. */
function byWeek(draft: Draft): Batch[] {
  const now = cloud.now();
  return [true, false].flatMap((past) => {
    const some = Object.entries(draft).filter(([, { at }]) => isLastWeek(at, now) === past);
    const [first] = some;
    return first === undefined ? [] : [{ week: weekAt(first[1].at), past, draft: Object.fromEntries(some) }];
  });
}
