import { useState } from 'react';
import type { InputOf } from '../../../domain/contract/actions';
import type { Category } from '../../../domain/problem/category';
import { channelFor } from '../../../domain/problem/remit';
import { type PickedPlace, toast } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { goHome, showNewProblem } from '../../routes';
import { asCloudError, isUndecided } from '../../services/cloud';
import type { LocalFile, VoiceNote } from '../../services/device';
import { askConsent, useSend } from '../../state';

/** Who may see it: whoever deals with it, the neighbours too but no name, or nobody who said it. */
export type Visibility = 'staff' | 'neighbours' | 'secret';

/** What is being said; nothing but the category and words or voice is needed. */
export interface Report {
  category?: Category | undefined;
  text: string;
  voice?: VoiceNote | undefined;
  photos: LocalFile[];
  place: PickedPlace;
  urgent: boolean;
  visibility: Visibility;
  /** The household agreed that it is spoken for. */
  consented: boolean;
  /** Who of it said yes; empty: its head. */
  agreedBy: string;
  /** It sounds like something for another office, and is not. */
  ours: boolean;
}

const EMPTY: Report = {
  text: '',
  photos: [],
  place: { words: '' },
  urgent: false,
  visibility: 'staff',
  consented: false,
  agreedBy: '',
  ours: false,
};

/** @param household that somebody speaks for; absent: one's own */
export function useReport(household: string | undefined) {
  const { report: words, outbox } = useWords();
  const said = useSaid();
  const send = useSend();
  const [report, setReport] = useState(EMPTY);
  const [error, setError] = useState<string>();
  const change = (part: Partial<Report>) => {
    setError(undefined);
    setReport((was) => ({ ...was, ...part }));
  };

  const missing = (): string | undefined => {
    if (report.text.trim() === '' && report.voice === undefined) return words.wordsFirst;
    if (household && !report.consented) return words.consentFirst;
    return !report.ours && channelFor(report.text) ? words.elsewhereFirst : undefined;
  };

  const attempt = async (act: () => Promise<string>, done: string) => {
    askConsent();
    try {
      const problem = await act();
      toast(done);
      showNewProblem(problem);
    } catch (reason) {
      if (!isUndecided(reason)) return setError(said(asCloudError(reason).words));
      // It is in the queue of this phone and goes out by itself.
      toast(outbox.kept, 'due');
      goHome();
    }
  };

  const submit = async () => {
    const { category, photos, voice } = report;
    if (category === undefined) return;
    const lacks = missing();
    if (lacks !== undefined) return setError(lacks);
    const files = voice ? [...photos, voice.file] : photos;
    const input = inputOf(report, category, household);
    await attempt(async () => (await send('problem.report', input, { files })).problem, words.sent);
  };

  const join = (problem: string) =>
    attempt(async () => (await send('problem.join', { problem })).problem, words.joined);

  return { report, change, submit, join, error };
}

/** Photos and voice are named by their path on this phone; `send` puts their addresses in. */
function inputOf(
  report: Report,
  category: Category,
  household: string | undefined,
): InputOf<'problem.report'> {
  const { text, voice, photos, place, visibility } = report;
  return {
    category,
    ...(text.trim() ? { text: text.trim() } : {}),
    ...(voice ? { voice: { file: voice.file.path, seconds: voice.seconds } } : {}),
    ...(photos.length > 0 ? { photos: photos.map(({ path }) => path) } : {}),
    ...(place.words.trim() ? { place: { ...place, words: place.words.trim() } } : {}),
    ...(report.urgent ? { urgent: true } : {}),
    ...(visibility === 'secret' ? { confidential: true } : {}),
    ...(visibility === 'neighbours' ? { public: true } : {}),
    ...(report.ours ? { ours: true } : {}),
    ...(household ? behalf(household, report) : {}),
  };
}

function behalf(household: string, { consented, agreedBy }: Report) {
  return {
    household,
    ...(consented ? { consented: true as const } : {}),
    ...(agreedBy.trim() ? { agreedBy: agreedBy.trim() } : {}),
  };
}
