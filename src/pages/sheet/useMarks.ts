import { useState } from 'react';
import type { Channel } from '../../../domain/contact/channel';
import type { HouseholdCard } from '../../../domain/contract/views';
import { cloud } from '../../services/cloud';
import { type Draft, type Mark, newMark, through } from './draft';

export interface Marks {
  draft: Draft;
  /** Marks every household that is still due; a second time takes those marks away. */
  markAll(channel: Channel): void;
  /** Whether every due household is marked through that channel. */
  allMarked(channel: Channel): boolean;
  set(household: string, mark: Mark | undefined): void;
  /** The page stood open over the end of a week: the same marks, made now. */
  renew(): void;
}

/** What has been ticked and not saved yet. */
export function useMarks(households: readonly HouseholdCard[]): Marks {
  const [draft, setDraft] = useState<Draft>({});
  const due = households.filter((one) => one.standing.state === 'due');
  const allMarked = (channel: Channel) =>
    due.length > 0 && due.every(({ id }) => draft[id]?.channel === channel);
  return {
    draft,
    allMarked,
    markAll(channel) {
      const off = allMarked(channel);
      const at = cloud.now();
      setDraft((was) => {
        const next = { ...was };
        for (const { id } of due) {
          if (off) delete next[id];
          else next[id] = next[id] ? through(next[id], channel) : newMark(channel, at);
        }
        return next;
      });
    },
    set(household, mark) {
      setDraft(({ [household]: _, ...rest }) => (mark ? { ...rest, [household]: mark } : rest));
    },
    renew() {
      const at = cloud.now();
      setDraft((was) => Object.fromEntries(Object.entries(was).map(([id, mark]) => [id, { ...mark, at }])));
    },
  };
}
