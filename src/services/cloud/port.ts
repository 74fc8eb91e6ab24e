import type { LocalFile } from '../device/port';

export type ConsentAnswer = 'accept' | 'reject' | 'ban';

/** The one way to the backend. Pages never see which adapter answers. */
export interface Cloud {
  /**
   * Calls `function.action`, e.g. `contact.save`.
   * @param options.id the command's id; without it each call is its own (reads)
   * @param options.patience ms until silence means a dead line; only browsers can wait longer than usual
   * @throws CloudError every refusal, and `OFFLINE` when nothing answered
   */
  call(name: string, input: unknown, options?: { id?: string; patience?: number }): Promise<unknown>;
  /**
   * @param person whose file it is; the server refuses files of others
   * @returns the file's id in cloud storage
   * @throws CloudError
   */
  upload(file: LocalFile, folder: string): Promise<string>;
  /** Asks for one message per template; must be called inside a tap. Never throws: no answer is `reject`. */
  requestConsent(templateIds: string[]): Promise<Record<string, ConsentAnswer>>;
  /** The server's clock, ms since the epoch: deadlines are compared with it, not with the phone's. */
  now(): number;
  /** Whose data this device is showing; what is kept on the phone is kept under this key. */
  scope(): string;
}
