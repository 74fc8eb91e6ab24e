import Taro from '@tarojs/taro';
import type { Queued } from '../../domain/command/queue';
import { forgetAnswers } from './answers';
import { forget, keep, keptUnder } from './store';

/**
 * Where commands wait on this phone: one key each, written and removed whole. The platform's own list of keys is
 * the index, so there is no second write that a killed app could miss.
 */
const PREFIX = 'yige.command.';

let held: Map<string, Queued> | undefined;
const watchers = new Set<() => void>();

/** Everything that waits or was set aside, whoever made it. The same array until something changes. */
let listed: Queued[] = [];

function all(): Map<string, Queued> {
  if (held === undefined) {
    held = new Map();
    for (const key of Taro.getStorageInfoSync().keys) {
      const command = key.startsWith(PREFIX) ? keptUnder<Queued>(key) : undefined;
      if (command) held.set(command.id, command);
    }
    listed = [...held.values()];
  }
  return held;
}

function changed(): void {
  listed = [...all().values()];
  for (const watcher of watchers) watcher();
}

export const shelf = {
  list(): Queued[] {
    all();
    return listed;
  },

  /** As it lies in storage now: another tab may have sent it meanwhile. */
  look(id: string): Queued | undefined {
    const command = keptUnder<Queued>(PREFIX + id);
    if (command) all().set(id, command);
    else if (all().delete(id)) changed();
    return command;
  },

  /** @returns false when there is no room, even without what was only kept for reading */
  put(command: Queued): boolean {
    const key = PREFIX + command.id;
    if (!keep(key, command)) {
      forgetAnswers();
      if (!keep(key, command)) return false;
    }
    all().set(command.id, command);
    changed();
    return true;
  },

  remove(id: string): void {
    forget(PREFIX + id);
    all().delete(id);
    changed();
  },

  /** @returns what stops watching */
  watch(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
};

// Other tabs write to the same storage.
if (process.env.TARO_ENV === 'h5') {
  window.addEventListener('storage', ({ key }) => {
    if (key !== null && !key.startsWith(PREFIX)) return;
    held = undefined;
    changed();
  });
}
