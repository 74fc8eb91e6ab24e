import type { InputOf, OutputOf } from '../../../domain/contract/actions';
import type { LocalFile } from '../device/port';
import { openAnswer } from './answer';
import { askHostForConsent } from './consent.h5';
import { offline, unavailable } from './error';
import { newCommandId } from './id';
import { splitName } from './name';
import type { Cloud } from './port';
import { serverNow } from './time';

/** Written by whatever signed the person in (the stage, a login page); a bearer minted by the `session` function. */
export const SESSION_KEY = 'yige.session';

/** Below this a rural line that still moves is not called dead. */
const PATIENCE_MS = 20_000;

async function post(name: string, input: unknown, id: string, patience = PATIENCE_MS): Promise<unknown> {
  const { fn, action } = splitName(name);
  const session = localStorage.getItem(SESSION_KEY);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const reply = await fetch(`${process.env.YIGE_API ?? ''}/call/${fn}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(session ? { authorization: `Bearer ${session}` } : {}),
      },
      body: JSON.stringify({ id, action, input }),
      signal: stop.signal,
    }).catch(() => {
      throw offline();
    });
    return await reply.json().catch(() => {
      throw stop.signal.aborted ? offline() : unavailable();
    });
  } finally {
    clearTimeout(timer);
  }
}

function asBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** A short, stable name for a token, so that the token itself is not spread over storage keys. */
function fingerprint(words: string): string {
  let hash = 5381;
  for (let at = 0; at < words.length; at += 1) hash = (hash * 33 + words.charCodeAt(at)) >>> 0;
  return hash.toString(36);
}

export const cloud: Cloud = {
  async call(name, input, options) {
    return openAnswer(await post(name, input, options?.id ?? newCommandId(), options?.patience));
  },

  // A browser has no key to cloud storage: photos and voice notes (≤ 300 kB) go through the same door as words.
  async upload(file: LocalFile) {
    const { blob } = file;
    if (blob === undefined) throw unavailable();
    const input: InputOf<'media.put'> = { kind: file.kind, type: file.mime, base64: await asBase64(blob) };
    const answer = openAnswer(await post('media.put', input, newCommandId())) as OutputOf<'media.put'>;
    return answer.file;
  },

  requestConsent: askHostForConsent,

  now: serverNow,

  scope: () => fingerprint(localStorage.getItem(SESSION_KEY) ?? ''),
};
