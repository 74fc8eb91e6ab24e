import { currentPerson } from '../../state/session';
import { keep, keptUnder } from '../../state/store';
import type { Draft } from './draft';

interface Held {
  person: string;
  draft: Draft;
}

const KEY = 'yige.sheet';

/** With the files; those live as long as the app does, so storage has the marks without them. */
let inHand: Held | undefined;

/** What this person ticked and has not saved yet. */
export function heldDraft(): Draft {
  const held = inHand ?? keptUnder<Held>(KEY);
  return held?.person === currentPerson() ? held.draft : {};
}

export function holdDraft(draft: Draft): void {
  const person = currentPerson();
  inHand = { person, draft };
  const words = Object.entries(draft).map(([id, { voice: _, ...mark }]) => [id, { ...mark, photos: [] }]);
  keep(KEY, { person, draft: Object.fromEntries(words) });
}
