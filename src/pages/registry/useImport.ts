import { useState } from 'react';
import type { ImportCheck, ImportProgress } from '../../../domain/contract/views';
import { asCloudError, type CloudError, cloud } from '../../services/cloud';
import { chooseFile } from './file';

/** A whole banner is read and written for longer than a phone would wait, ms. */
const PATIENCE = 130_000;
/** Somebody else, or a run that died, is writing: ask again after this, ms. */
const PAUSE = 2_000;

export type Step =
  | { at: 'start' }
  | { at: 'sending'; part: number; of: number }
  | { at: 'checking' }
  | { at: 'checked'; found: ImportCheck }
  | { at: 'applying'; done: number; of: number }
  | { at: 'done'; of: number };

/** One file on its way: chosen, sent in parts, checked, and written call by call. */
export function useImport() {
  const [step, setStep] = useState<Step>({ at: 'start' });
  const [file, setFile] = useState({ hash: '', name: '' });
  const [error, setError] = useState<CloudError>();
  const ask = (action: string, input: object) =>
    cloud.call(`registry.${action}`, input, { patience: PATIENCE });

  const attempt = async (work: () => Promise<void>) => {
    setError(undefined);
    try {
      await work();
    } catch (reason) {
      setError(asCloudError(reason));
      setStep((was) => (was.at === 'sending' || was.at === 'checking' ? { at: 'start' } : was));
    }
  };

  const choose = () =>
    attempt(async () => {
      const chosen = await chooseFile();
      if (!chosen) return;
      const { hash, name, parts } = chosen;
      setFile({ hash, name });
      for (const [part, base64] of parts.entries()) {
        setStep({ at: 'sending', part: part + 1, of: parts.length });
        await ask('upload', { import: hash, name, part, of: parts.length, base64 });
      }
      setStep({ at: 'checking' });
      setStep({ at: 'checked', found: (await ask('check', { import: hash })) as ImportCheck });
    });

  const apply = () =>
    attempt(async () => {
      for (let before = -1; ; ) {
        const { state, done, of } = (await ask('apply', { import: file.hash })) as ImportProgress;
        setStep(state === 'done' ? { at: 'done', of } : { at: 'applying', done, of });
        if (state === 'done') return;
        if (done === before) await new Promise((resolve) => setTimeout(resolve, PAUSE));
        before = done;
      }
    });

  return { step, file, error, choose, apply, restart: () => setStep({ at: 'start' }) };
}
