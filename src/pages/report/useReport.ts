import { useState } from 'react';
import type { InputOf } from '../../../domain/contract/actions';
import type { Category } from '../../../domain/problem/category';
import { type PickedPlace, toast } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { goHome, showNewProblem } from '../../routes';
import { asCloudError, type CloudError, isUndecided } from '../../services/cloud';
import type { LocalFile, VoiceNote } from '../../services/device';
import { askConsent, send } from '../../state';

/** What is being said; nothing but the category and words or voice is needed. */
export interface Report {
  category?: Category;
  text: string;
  voice?: VoiceNote | undefined;
  photos: LocalFile[];
  place: PickedPlace;
  confidential: boolean;
}

const EMPTY: Report = { text: '', photos: [], place: { words: '' }, confidential: false };

/** @param household for whom a worker speaks; absent: one's own */
export function useReport(household: string | undefined) {
  const { report: words, outbox } = useWords();
  const said = useSaid();
  const [report, setReport] = useState(EMPTY);
  const [error, setError] = useState<string>();
  const change = (part: Partial<Report>) => {
    setError(undefined);
    setReport((was) => ({ ...was, ...part }));
  };

  const refused = (refusal: CloudError) => {
    if (!isUndecided(refusal)) setError(said(refusal.words));
    else {
      // It is in the queue of this phone and goes out by itself.
      toast(outbox.kept, 'due');
      goHome();
    }
  };

  const submit = async () => {
    const { category } = report;
    if (category === undefined) return;
    if (report.text.trim() === '' && report.voice === undefined) {
      setError(words.wordsFirst);
      return;
    }
    askConsent();
    try {
      const { photos, voice } = report;
      const files = voice ? [...photos, voice.file] : photos;
      const { problem } = await send('problem.report', inputOf(report, category, household), { files });
      toast(words.sent);
      showNewProblem(problem);
    } catch (reason) {
      refused(asCloudError(reason));
    }
  };
  return { report, change, submit, error };
}

/** Photos and voice are named by their path on this phone; `send` puts their addresses in. */
function inputOf(
  { text, voice, photos, place, confidential }: Report,
  category: Category,
  household: string | undefined,
): InputOf<'problem.report'> {
  return {
    category,
    ...(text.trim() ? { text: text.trim() } : {}),
    ...(voice ? { voice: { file: voice.file.path, seconds: voice.seconds } } : {}),
    ...(photos.length > 0 ? { photos: photos.map(({ path }) => path) } : {}),
    ...(place.words.trim() ? { place: { ...place, words: place.words.trim() } } : {}),
    ...(confidential ? { confidential } : {}),
    ...(household ? { household } : {}),
  };
}
