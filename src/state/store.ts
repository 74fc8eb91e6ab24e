import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

/** One value that outlives the app and that components can watch. */
export interface Store<T> {
  get(): T;
  set(next: T): void;
  /** @returns what stops watching */
  watch(watcher: () => void): () => void;
}

/**
 * @param key where it lives in the phone's storage
 * @param initial read once, when nothing is stored yet
 */
export function stored<T extends object>(key: string, initial: () => T): Store<T> {
  let value: T | undefined;
  const watchers = new Set<() => void>();
  const get = (): T => {
    value ??= { ...initial(), ...keptUnder(key) };
    return value;
  };
  return {
    get,
    set(next) {
      value = next;
      keep(key, next);
      for (const watcher of watchers) watcher();
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** Re-renders the component when the value changes. */
export function useStored<T>(store: Store<T>): T {
  return useSyncExternalStore(store.watch, store.get, store.get);
}

/** What is kept under a key; undefined when nothing is, or when it cannot be read. */
export function keptUnder<T extends object>(key: string): T | undefined {
  try {
    const kept: unknown = Taro.getStorageSync(key);
    return typeof kept === 'object' && kept !== null ? (kept as T) : undefined;
  } catch {
    return undefined;
  }
}

/** A full storage must not break the page: what cannot be kept is lost at the next start, nothing else. */
export function keep(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value);
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // Nothing to forget.
  }
}
