import { watch } from 'node:fs';

/** Runs `act` a moment after files below these folders have changed, one run at a time. */
export function onChange(folders: readonly string[], act: () => Promise<unknown>): void {
  let soon: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const changed = () => {
    clearTimeout(soon);
    soon = setTimeout(() => {
      running = running.then(act).catch((error: unknown) => console.error(String(error)));
    }, 300);
  };
  for (const folder of folders) watch(folder, { recursive: true }, changed);
}
