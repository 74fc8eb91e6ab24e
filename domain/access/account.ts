import { type AreaCode, contains } from '../area/area';
import { caseload, type Person, type PostRole } from '../person/person';
import { type AccountId, isOwnAccount, ownerOf } from '../points/account';
import type { Millis } from '../time/shanghai';
import { EVALUATORS } from './evaluators';

/** What of a book says who may look. */
export interface Held {
  account: AccountId;
  area: AreaCode;
  grid?: AreaCode;
}

/** Who may write something down, or agree to it. */
export const SIGNERS: readonly PostRole[] = ['chief', 'secretary', 'official'];
/** Who serves households at the village's counter. */
const COUNTER: readonly PostRole[] = ['chief', 'secretary'];

function over({ area, grid }: Held, person: Person, roles: readonly PostRole[]): boolean {
  return person.posts.some((post) => roles.includes(post.role) && contains(post.area, grid ?? area));
}

/** How somebody stands to a points book when reading it: `own`, or `scope` as one who evaluates. */
export function tiesToBook(held: Held, person: Person): Set<'own' | 'scope'> {
  const ties = new Set<'own' | 'scope'>();
  if (isOwnAccount(held.account, person)) ties.add('own');
  // A household's book is its own affair, and that of the counter it goes to.
  const roles = ownerOf(held.account).kind === 'household' ? COUNTER : EVALUATORS;
  if (over(held, person, roles)) ties.add('scope');
  return ties;
}

/** As `tiesToBook`, when something is written down or agreed to; nobody signs for themselves. */
export function tiesToSign(held: Held, person: Person): Set<'scope'> {
  return over(held, person, SIGNERS) && !isOwnAccount(held.account, person) ? new Set(['scope']) : new Set();
}

/** How somebody stands to a household that takes part in points. */
export function tiesToShop(
  household: { _id: string; area: AreaCode },
  person: Person,
  at: Millis,
): Set<'own' | 'linked' | 'scope'> {
  const ties = new Set<'own' | 'linked' | 'scope'>();
  if (person.household === household._id) ties.add('own');
  if (caseload(person, at).includes(household._id)) ties.add('linked');
  if (person.posts.some((post) => COUNTER.includes(post.role) && contains(post.area, household.area)))
    ties.add('scope');
  return ties;
}
