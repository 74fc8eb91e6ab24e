import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The phone itself: it outlives the app that runs on it. Booting again on the same one is opening a killed app. */
export interface Handset {
  storage: Map<string, unknown>;
  /** Folder of `wx.env.USER_DATA_PATH`. */
  files: string;
  /** Whether a call to `function.action` (or an `upload`) gets out. */
  gets(call: string): boolean;
  /** No room for another key. */
  full: boolean;
  /** Who listens to the network. */
  ears: Set<(status: { isConnected: boolean; networkType: string }) => void>;
}

export function newHandset(storage = new Map<string, unknown>()): Handset {
  const files = mkdtempSync(join(tmpdir(), 'yige-handset-'));
  return { storage, files, gets: () => true, full: false, ears: new Set() };
}

/** Into the valley, or out of it; the app is told, as WeChat tells it. */
export function network(handset: Handset, up: boolean): void {
  handset.gets = () => up;
  for (const ear of handset.ears) ear({ isConnected: up, networkType: up ? '4g' : 'none' });
}

/** One life of the app on it. After the kill nothing of it happens any more: no write, no call, no answer. */
export interface Life {
  alive: boolean;
  /** Storage operations left until it is killed, in the middle of whatever it does. */
  left: number;
}

/** What a killed app asks for is never answered. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}
