import { type Held, tiesToSign } from '../../domain/access/account';
import { mayTouch } from '../../domain/access/table';
import type { ActionName } from '../../domain/contract/actions';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';

/** @throws Refusal NOT_YOURS: only who looks after the account signs, and nobody for themselves */
export function mustSign(action: ActionName, book: Held, person: Person): void {
  if (!mayTouch(action, tiesToSign(book, person))) throw new Refusal('NOT_YOURS', { path: 'account' });
}
