/** What happens in the cloud, for a page that watches it. Times are ms of the moved clock. */
export type CloudEvent =
  | { type: 'clock'; now: number; offset: number }
  | { type: 'message'; message: Message }
  | { type: 'call'; call: Call };

/** A subscription message that has arrived on somebody's phone. */
export interface Message {
  id: string;
  openid: string;
  template: string;
  title: string;
  page: string;
  /** Labels as the person reads them, in the template's order. */
  fields: { name: string; label: string; value: string }[];
  at: number;
}

/** One finished invocation of a function. */
export interface Call {
  requestId: string;
  function: string;
  action: string;
  trigger: 'call' | 'http' | 'timer' | 'function';
  ok: boolean;
  code?: string;
  /** ms of real time. */
  duration: number;
  at: number;
}

export interface Events {
  subscribe(listener: (event: CloudEvent) => void): () => void;
  emit(event: CloudEvent): void;
}

export function openEvents(): Events {
  const listeners = new Set<(event: CloudEvent) => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    emit(event) {
      for (const listener of listeners) listener(event);
    },
  };
}
