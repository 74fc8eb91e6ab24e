import type { RefusalCode, Words } from '../../../domain/error/refusal';

export type CloudCode = RefusalCode | 'OFFLINE';

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

/** These say nothing about whether the command landed (or could land later), so its id must be kept. */
const UNDECIDED: readonly CloudCode[] = [
  'OFFLINE',
  'UNAVAILABLE',
  'INTERNAL',
  'CONFLICT',
  'UNAUTHENTICATED',
  'SESSION_EXPIRED',
];

export function isUndecided(error: unknown): boolean {
  return !(error instanceof CloudError) || UNDECIDED.includes(error.code);
}

/** What a page shows for anything thrown. */
export function asCloudError(error: unknown): CloudError {
  return error instanceof CloudError ? error : unavailable();
}
