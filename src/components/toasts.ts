/** What the toast of the page on top says now. Plain: any page may speak, only one is seen. */
export interface ToastMessage {
  text: string;
  tone: 'done' | 'due' | 'danger';
}

type Watcher = (message: ToastMessage | undefined) => void;

/** Long enough to read twice; ms. */
const SHOWN_MS = 3_200;

const watchers = new Set<Watcher>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tell(message: ToastMessage | undefined): void {
  for (const watcher of watchers) watcher(message);
}

/** A short word after an action; never the only place where something is said. */
export function toast(text: string, tone: ToastMessage['tone'] = 'done'): void {
  if (timer !== undefined) clearTimeout(timer);
  tell({ text, tone });
  timer = setTimeout(() => tell(undefined), SHOWN_MS);
}

export function watchToasts(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}
