import { useState } from 'react';
import type { Channel } from '../../../domain/contact/channel';
import type { HouseholdCard } from '../../../domain/contract/views';
import { cloud } from '../../services/cloud';
import { broughtUpToDate, type Draft, hasWords, type Mark, newMark, through } from './draft';
import { heldDraft, holdDraft } from './held';

export interface Marks {
  draft: Draft;
  /** Marks every household that is still due; a second time takes the bare marks away. */
  markAll(channel: Channel): void;
  /** Whether every due household is marked through that channel. */
  allMarked(channel: Channel): boolean;
  /** One household by phone; a second time takes the mark away. */
  toggle(household: string): void;
  set(household: string, mark: Mark | undefined): void;
  /** These are in the books. */
  drop(households: readonly string[]): void;
  /** The page stood open over the end of a week. */
  renew(): void;
}

/** What has been ticked and not saved yet; it outlives the page. */
export function useMarks(households: readonly HouseholdCard[]): Marks {
  const [all, setShown] = useState<Draft>(() => broughtUpToDate(heldDraft(), cloud.now()));
  /** Held before it is drawn: saving closes the page in the same breath. */
  const setAll = (change: (was: Draft) => Draft) => {
    const next = change(broughtUpToDate(heldDraft(), cloud.now()));
    holdDraft(next);
    setShown(next);
  };
  const linked = new Set(households.map((one) => one.id));
  // A household that was handed over meanwhile cannot be saved any more.
  const draft = Object.fromEntries(Object.entries(all).filter(([id]) => linked.has(id)));
  const due = households.filter((one) => one.standing.state === 'due');
  const allMarked = (channel: Channel) =>
    due.length > 0 && due.every(({ id }) => draft[id]?.channel === channel && !draft[id].missed);
  const set: Marks['set'] = (household, mark) =>
    setAll(({ [household]: _, ...rest }) => (mark ? { ...rest, [household]: mark } : rest));
  return {
    draft,
    allMarked,
    markAll(channel) {
      const off = allMarked(channel);
      const at = cloud.now();
      setAll((was) => {
        const next = { ...was };
        for (const { id } of due) {
          const mark = next[id];
          if (!mark) next[id] = newMark(channel, at);
          else if (!off && !mark.missed) next[id] = through(mark, channel);
          else if (off && !hasWords(mark)) delete next[id];
        }
        return next;
      });
    },
    toggle: (household) => set(household, draft[household] ? undefined : newMark('phone', cloud.now())),
    set,
    drop: (saved) =>
      setAll((was) => Object.fromEntries(Object.entries(was).filter(([id]) => !saved.includes(id)))),
    renew: () => setAll((was) => was),
  };
}
