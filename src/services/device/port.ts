import type { InputOf } from '../../../domain/contract/actions';

export type MediaType = InputOf<'media.put'>['type'];

/** A file on this phone, ready to be shown (`path`) and uploaded. */
export interface LocalFile {
  kind: 'photo' | 'voice';
  /** A path of WeChat, or an object URL in a browser; fit for `<Image src>`. */
  path: string;
  /** One of those that the contract's `media.put` takes. */
  mime: MediaType;
  /** Bytes. */
  size: number;
  /** Browsers only: what the path points to. */
  blob?: Blob;
}

export interface VoiceNote {
  file: LocalFile;
  seconds: number;
}

/** A recording that is running. */
export interface Recording {
  /** Resolves when it ended, by `stop` or by the time limit; undefined after `cancel`. */
  ended: Promise<VoiceNote | undefined>;
  stop(): void;
  cancel(): void;
}

/** A hint where something is, never proof. `words` may be empty in a browser: the person then names the place. */
export interface PlaceHint {
  words: string;
  latitude: number;
  longitude: number;
  /** Metres, when the phone said so. */
  accuracy?: number;
}

/** Photos and voice notes that outlive the app until they are uploaded. No member throws. */
export interface KeptFiles {
  /** @returns false when the phone has no room for it */
  keep(id: string, file: LocalFile): Promise<boolean>;
  /** @returns undefined when the phone has lost it */
  open(id: string, like: Pick<LocalFile, 'kind' | 'mime' | 'size'>): Promise<LocalFile | undefined>;
  drop(ids: readonly string[]): Promise<void>;
  ids(): Promise<string[]>;
}

/** Each member resolves to nothing chosen when the person changes their mind or the phone refuses. */
export interface Device {
  /** Photos of at most `PHOTO_BYTES` each. */
  choosePhotos(count: number): Promise<LocalFile[]>;
  /** @returns undefined when there is no microphone or no leave to use it */
  record(): Promise<Recording | undefined>;
  choosePlace(): Promise<PlaceHint | undefined>;
  /** Plays a file of this phone or a URL; the returned function stops it. */
  play(source: string, onEnd: () => void): () => void;
  preview(photos: string[], current: string): void;
  files: KeptFiles;
  /** The network is back, as far as the phone can tell. */
  onOnline(act: () => void): void;
  /** Runs the work when no other window of this app is doing work of that name. */
  alone(name: string, work: () => Promise<void>): Promise<void>;
}

/** Herders send over weak lines: 300 kB a photo. */
export const PHOTO_BYTES = 300 * 1024;
/** Longest edge in pixels; a road sign stays readable. */
export const PHOTO_EDGE = 1280;
/** A voice note ends by itself after this, ms. */
export const VOICE_MS = 60_000;
