import type { PersonCard, StageRole } from './doors';
import { remember, remembered } from './memory';
import { language } from './words';

/** Sessions last thirty simulated days; a phone that was entered earlier than this is entered anew. */
const SESSION_MS = 25 * 86_400_000;

/** What the stage says to the script in the product's page. */
export type Order = { stage: 'refresh' } | { stage: 'open'; page: string };

export interface Holder {
  readonly person: PersonCard;
  /** Signs the frame in as this person, at the page where they were. */
  enter(now: number): void;
  hand(person: PersonCard, now: number): void;
  /** The page that the frame says it shows. */
  at(page: string): void;
  order(order: Order): void;
  /** Whether the session is still good at that time. */
  fresh(now: number): boolean;
}

interface Kept {
  person: PersonCard;
  page: string;
}

/** Who is signed in on a phone's origin, and where in the product they are; outlives a reload of the stage. */
export function openHolder(
  role: StageRole,
  origin: string,
  frame: HTMLIFrameElement,
  first: PersonCard,
): Holder {
  const key = `phone.${role}`;
  let kept = remembered<Kept>(key, { person: first, page: '' });
  let entered = 0;

  function keep(change: Partial<Kept>): void {
    kept = { ...kept, ...change };
    remember(key, kept);
  }

  function enter(now: number): void {
    entered = now;
    const { person, page } = kept;
    const query = new URLSearchParams({ person: person.id, lang: language, ...(page ? { to: page } : {}) });
    frame.src = `${origin}/_local/enter?${query}`;
  }

  return {
    get person() {
      return kept.person;
    },
    enter,
    hand(person, now) {
      keep(person.id === kept.person.id ? { person } : { person, page: '' });
      enter(now);
    },
    at: (page) => keep({ page }),
    order: (order) => frame.contentWindow?.postMessage(order, origin),
    fresh: (now) => now - entered < SESSION_MS,
  };
}
