import { tiesToShop } from '../../domain/access/account';
import { mayTouch } from '../../domain/access/table';
import { Refusal } from '../../domain/error/refusal';
import type { Household } from '../../domain/household/household';
import type { Person } from '../../domain/person/person';
import type { Signatory } from '../../domain/points/entry';
import type { Millis } from '../../domain/time/shanghai';
import { one } from '../kit/collections';

type Action =
  `shop.${'open' | 'join' | 'renew' | 'leave' | 'request' | 'order' | 'cancel' | 'handOut' | 'card'}`;
type Ties = ReturnType<typeof tiesToShop>;

/** A household whose points the caller may touch by this action, and how the caller stands to it. */
export interface Whose {
  household: Household;
  ties: Ties;
}

/**
 * One read. Without an id: the caller's own household.
 * @throws Refusal BAD_INPUT, NOT_FOUND also for who has nothing to do with it
 */
export async function whose(
  action: Action,
  named: string | undefined,
  person: Person,
  at: Millis,
  path: 'household' | 'code' = 'household',
): Promise<Whose> {
  const id = named ?? person.household;
  if (id === undefined) throw new Refusal('BAD_INPUT', { path: 'household' });
  const household = await one('households', id);
  const ties: Ties = household ? tiesToShop(household, person, at) : new Set();
  if (!household || !mayTouch(action, ties)) throw new Refusal('NOT_FOUND', { path });
  return { household, ties };
}

/** At the counter, for somebody else's household. */
export function serves({ ties }: Pick<Whose, 'ties'>): boolean {
  return ties.has('scope') && !ties.has('own');
}

/** @throws Refusal NOT_NOW for a household that lives here no longer */
export function mustLiveHere({ ended }: Household): void {
  if (!ended) return;
  throw new Refusal('NOT_NOW', { path: 'household', ...(ended.why === 'merged' ? { words: MERGED } : {}) });
}

export function signed({ _id, name }: Person): Signatory {
  return { person: _id, name };
}

/** What it had goes over to the household that lives on. */
const MERGED = {
  zh: '这一户已经并到另一户，积分也转到那一户，请从那一户办',
  en: 'This household was merged into another, and its points go over to it; please do it there',
};
