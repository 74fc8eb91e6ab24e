import type { Call, Message, Usage } from '../../cloud';
import type { Cast, StageRole } from '../../demo/cast';
import type { NextDeadline } from '../../demo/deadline';
import type { PersonCard } from '../../demo/directory';
import { language, words } from './words';

export type { Call, Cast, Message, NextDeadline, PersonCard, StageRole, Usage };

export interface Bill {
  scale: string;
  cast: Cast;
  phones: string[];
  templates: string[];
}

interface Time {
  ms: number;
  offset: number;
}

const JSON_HEADERS = { 'content-type': 'application/json' };

/** @throws Error with the door's own words */
async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const reply = await fetch(path, init);
  const body = (await reply.json()) as T & { error?: { message: { zh: string; en: string } } };
  if (!reply.ok) throw new Error(body.error?.message[language] ?? words.failed);
  return body;
}

const post = <T>(path: string, body: unknown) =>
  ask<T>(path, { method: 'POST', headers: JSON_HEADERS, body: JSON.stringify(body) });

export const doors = {
  bill: (around?: string) =>
    ask<Bill>(`/_local/cast${around ? `?around=${encodeURIComponent(around)}` : ''}`),
  people: (query: Record<string, string>) =>
    ask<{ total: number; people: PersonCard[] }>(`/_local/people?${new URLSearchParams(query)}`),
  time: () => ask<Time>('/_local/clock'),
  advance: (duration: string) => post<Time>('/_local/clock', { advance: duration }),
  moveTo: (now: number) => post<Time>('/_local/clock', { now }),
  nextDeadline: (query: Record<string, string>) =>
    ask<{ next: NextDeadline | null }>(`/_local/next-deadline?${new URLSearchParams(query)}`),
  messages: (openid: string) =>
    ask<{ messages: Message[] }>(`/_local/messages?limit=30&openid=${encodeURIComponent(openid)}`),
  consent: (openid: string, template: string) =>
    post<unknown>('/_local/consent', { openid, template, times: 1 }),
  usage: () => ask<Usage>('/_local/usage'),
  clearUsage: () => ask<unknown>('/_local/usage', { method: 'DELETE' }),
  reset: () => post<unknown>('/_local/reset', {}),
};

interface Hearing {
  clock(offset: number): void;
  message(message: Message): void;
  call(call: Call): void;
  /** The line to this machine's cloud broke, or is back. */
  line(up: boolean): void;
}

/** What happens in the cloud, as it happens. The browser takes the line up again by itself. */
export function listen(hearing: Hearing): void {
  const source = new EventSource('/_local/events');
  const hear = <T>(type: string, act: (event: T) => void) =>
    source.addEventListener(type, (event) => act(JSON.parse((event as MessageEvent<string>).data) as T));
  hear<{ offset: number }>('clock', ({ offset }) => hearing.clock(offset));
  hear<{ message: Message }>('message', ({ message }) => hearing.message(message));
  hear<{ call: Call }>('call', ({ call }) => hearing.call(call));
  source.onopen = () => hearing.line(true);
  source.onerror = () => hearing.line(false);
}
