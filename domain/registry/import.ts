import type { AreaCode } from '../area/area';
import type { Millis } from '../time/shanghai';
import type { Tally } from './plan';
import type { Kind } from './sheets';

/**
 * One file on its way into the registry. The key is the hash of its content, so the same file is the same import
 * however often it is sent.
 */
export interface Import {
  /** SHA-256 of the content, hexadecimal. */
  _id: string;
  /** Guards every write. */
  rev: number;
  state: ImportState;
  /** Name of the file, for people. */
  name: string;
  by: { person: string; name: string };
  at: Millis;
  /** Where the administrator might write when it was applied. */
  scope: AreaCode[];
  /** Storage ids of the parts, by number; `of` of them make the file. */
  parts: Record<string, string>;
  of: number;
  tallies?: Record<Kind, Tally>;
  faults?: number;
  /** When it was applied; new links hold from then. */
  from?: Millis;
  /** Documents to write in all / written so far. */
  total?: number;
  done?: number;
  /** Somebody is writing until then, unless the process died. */
  leaseUntil?: Millis;
  doneAt?: Millis;
}

/** `applying` is the point of no return: from there it only goes on, by the page or by the timer. */
export type ImportState = 'uploading' | 'checked' | 'refused' | 'applying' | 'done';

/** Lines of faults that are told; all are counted. */
export const FAULTS_TOLD = 500;
/** Parts of a file, and characters of base64 in each; a call carries less than 1 MB. */
export const PARTS_MOST = 60;
export const PART_CHARS = 600_000;
