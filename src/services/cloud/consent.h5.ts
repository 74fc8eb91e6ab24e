import { newCommandId } from './id';
import type { ConsentAnswer } from './port';

/** A page that shows this app in a frame has to answer within this time, ms. */
const HOST_ANSWERS_MS = 1_500;

interface HostAnswer {
  yige: 'consent';
  id: string;
  answers: Record<string, ConsentAnswer>;
}

function isAnswer(data: unknown, id: string): data is HostAnswer {
  return (
    typeof data === 'object' &&
    data !== null &&
    'yige' in data &&
    data.yige === 'consent' &&
    'id' in data &&
    data.id === id &&
    'answers' in data
  );
}

/**
 * Subscription messages belong to WeChat. In a browser only a host frame that plays WeChat (the stage) can say yes:
 * we post `{ yige: 'consent', id, templates }` to it and it answers `{ yige: 'consent', id, answers }`.
 */
export function askHostForConsent(templates: string[]): Promise<Record<string, ConsentAnswer>> {
  const none = Object.fromEntries(templates.map((id) => [id, 'reject' as const]));
  if (window.parent === window) return Promise.resolve(none);
  const id = newCommandId();
  return new Promise((resolve) => {
    const finish = (answers: Record<string, ConsentAnswer>) => {
      clearTimeout(timer);
      window.removeEventListener('message', hear);
      resolve(answers);
    };
    const hear = (event: MessageEvent) => {
      if (event.source === window.parent && isAnswer(event.data, id))
        finish({ ...none, ...event.data.answers });
    };
    const timer = setTimeout(() => finish(none), HOST_ANSWERS_MS);
    window.addEventListener('message', hear);
    // Nothing secret is in it, and the host's origin is not known at build time.
    window.parent.postMessage({ yige: 'consent', id, templates }, '*');
  });
}
