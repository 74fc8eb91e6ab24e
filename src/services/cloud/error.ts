import { verdictOf } from '../../../domain/command/queue';
import type { RefusalCode, Words } from '../../../domain/error/refusal';

/** `FULL`: this phone has no room to keep the command. `FILE_LOST`: a photo of it is gone from the phone. */
export type CloudCode = RefusalCode | 'OFFLINE' | 'FULL' | 'FILE_LOST';

/** A refusal as the page meets it; the words are ready to be shown. */
export class CloudError extends Error {
  readonly code: CloudCode;
  readonly words: Words;
  /** The refused field, `entries.2.household`. */
  readonly path: string | undefined;

  constructor(code: CloudCode, words: Words, path?: string) {
    super(`${code}${path ? ` at ${path}` : ''}: ${words.en}`);
    this.name = 'CloudError';
    this.code = code;
    this.words = words;
    this.path = path;
  }
}

export function offline(): CloudError {
  return new CloudError('OFFLINE', {
    zh: '网络不通，内容已留在手机里',
    en: 'No connection; what you entered is kept on this phone',
  });
}

export function unavailable(): CloudError {
  return new CloudError('UNAVAILABLE', {
    zh: '服务暂时不可用，请稍后再试',
    en: 'The service is unavailable, please try again later',
  });
}

export function full(): CloudError {
  return new CloudError('FULL', {
    zh: '手机存不下了，这一条没有留下，也没有送出。请清理手机空间，再点一次',
    en: 'This phone is full: this was neither kept nor sent. Make some room, then tap once more',
  });
}

export function fileLost(): CloudError {
  return new CloudError('FILE_LOST', {
    zh: '照片或录音已经不在手机里，没法送出。请重新拍，再报一次',
    en: 'The photo or voice note is no longer on this phone. Please take it again and send anew',
  });
}

/** Says nothing about whether the command landed (or could land later): it stays in the queue and goes out by itself. */
export function isUndecided(error: unknown): boolean {
  return !(error instanceof CloudError) || (error.code !== 'FULL' && verdictOf(error.code) !== 'refused');
}

/** What a page shows for anything thrown. */
export function asCloudError(error: unknown): CloudError {
  return error instanceof CloudError ? error : unavailable();
}
