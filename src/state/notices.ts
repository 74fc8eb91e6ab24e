import { cloud } from '../services/cloud';
import { madeChange } from './sending';

/** Best effort: what could not be marked stays unread and is marked the next time. */
export function markRead(notices: string[]): void {
  cloud.call('notice.read', { notices }).then(madeChange, () => undefined);
}
