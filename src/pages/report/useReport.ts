import { useState } from 'react';
import type { InputOf } from '../../../domain/contract/actions';
import type { Category } from '../../../domain/problem/category';
import { type PickedPlace, toast } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { goHome, showNewProblem } from '../../routes';
import { asCloudError, type CloudError } from '../../services/cloud';
import type { LocalFile, VoiceNote } from '../../services/device';
import { askConsent, send, upload, uploadAll } from '../../state';

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
  const words = useWords().report;
  const said = useSaid();
  const [report, setReport] = useState(EMPTY);
  const [error, setError] = useState<string>();
  const change = (part: Partial<Report>) => {
    setError(undefined);
    setReport((was) => ({ ...was, ...part }));
  };

  const refused = (refusal: CloudError) => {
    const files = report.photos.length > 0 || report.voice !== undefined;
    if (refusal.code !== 'OFFLINE') setError(said(refusal.words));
    else if (files) setError(words.filesNeedNet);
    else {
      // It is in the queue of this phone and goes out by itself.
      toast(words.kept, 'due');
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
      const { problem } = await send('problem.report', await inputOf(report, category, household));
      toast(words.sent);
      showNewProblem(problem);
    } catch (reason) {
      refused(asCloudError(reason));
    }
  };
  return { report, change, submit, error };
}

/** Uploads first: what the command names must exist. */
async function inputOf(
  { text, voice, photos, place, confidential }: Report,
  category: Category,
  household: string | undefined,
): Promise<InputOf<'problem.report'>> {
  const files = await uploadAll(photos);
  return {
    category,
    ...(text.trim() ? { text: text.trim() } : {}),
    ...(voice ? { voice: { file: await upload(voice.file), seconds: voice.seconds } } : {}),
    ...(files.length > 0 ? { photos: files } : {}),
    ...(place.words.trim() ? { place: { ...place, words: place.words.trim() } } : {}),
    ...(confidential ? { confidential } : {}),
    ...(household ? { household } : {}),
  };
}
