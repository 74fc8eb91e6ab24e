import { files } from './files.h5';
import { compressPhoto } from './photo.h5';
import {
  type Device,
  type LocalFile,
  type PlaceHint,
  type Recording,
  VOICE_MS,
  type VoiceNote,
} from './port';
import { previewPhotos } from './preview.h5';

/** A file input of our own: it must be clicked inside the tap, and its `cancel` is the only sign of a change of mind. */
function pick(count: number): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.multiple = count > 1;
    input.style.display = 'none';
    const finish = (files: File[]) => {
      input.remove();
      resolve(files.slice(0, count));
    };
    input.addEventListener('change', () => finish(Array.from(input.files ?? [])));
    input.addEventListener('cancel', () => finish([]));
    document.body.append(input);
    input.click();
  });
}

function asFile(kind: LocalFile['kind'], mime: LocalFile['mime'], blob: Blob): LocalFile {
  return { kind, path: URL.createObjectURL(blob), mime, size: blob.size, blob };
}

/** What this browser's recorder makes: Safari mp4, the others webm or ogg. */
function voiceType(recorder: MediaRecorder): LocalFile['mime'] {
  if (recorder.mimeType.includes('mp4')) return 'audio/mp4';
  return recorder.mimeType.includes('ogg') ? 'audio/ogg' : 'audio/webm';
}

async function record(): Promise<Recording | undefined> {
  const stream = await navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => undefined);
  if (stream === undefined || typeof MediaRecorder === 'undefined') return undefined;
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 24_000 });
  const parts: Blob[] = [];
  const begin = Date.now();
  let cancelled = false;
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const limit = setTimeout(stop, VOICE_MS);
  const ended = new Promise<VoiceNote | undefined>((resolve) => {
    recorder.ondataavailable = (event) => parts.push(event.data);
    recorder.onstop = () => {
      clearTimeout(limit);
      for (const track of stream.getTracks()) track.stop();
      const seconds = Math.max(1, Math.round((Date.now() - begin) / 1000));
      const file = asFile('voice', voiceType(recorder), new Blob(parts, { type: recorder.mimeType }));
      resolve(cancelled ? undefined : { file, seconds });
    };
  });
  recorder.start();
  return {
    ended,
    stop,
    cancel: () => {
      cancelled = true;
      stop();
    },
  };
}

/** A browser has no map of places to choose from: it knows coordinates, the person knows the words. */
function choosePlace(): Promise<PlaceHint | undefined> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          words: '',
          latitude: coords.latitude,
          longitude: coords.longitude,
          accuracy: Math.round(coords.accuracy),
        }),
      () => resolve(undefined),
      { timeout: 8_000, maximumAge: 60_000 },
    );
  });
}

function play(source: string, onEnd: () => void): () => void {
  const player = new Audio(source);
  player.onended = onEnd;
  player.onerror = onEnd;
  player.play().catch(onEnd);
  return () => player.pause();
}

export const device: Device = {
  async choosePhotos(count) {
    const photos = await Promise.all((await pick(count)).map(compressPhoto));
    return photos.filter((photo) => photo !== undefined).map((photo) => asFile('photo', 'image/jpeg', photo));
  },
  record,
  choosePlace,
  play,
  preview: previewPhotos,
  files,
  onOnline: (act) => window.addEventListener('online', act),
  async alone(name, work) {
    let begun = false;
    try {
      await navigator.locks.request(name, () => {
        begun = true;
        return work();
      });
    } catch (error) {
      // No locks on plain http, in old browsers and in shut-off frames: command ids keep two windows from doing harm,
      // only not from double work.
      if (begun) throw error;
      await work();
    }
  },
};
