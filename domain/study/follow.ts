import type { Command } from '../problem/decide';
import type { AgendaItem } from './session';

/** What a decision asks of its problem; nothing when it was carried on. */
export function commandOf({ decision }: AgendaItem): Command | null {
  switch (decision?.kind) {
    case 'escalate':
      return { name: 'escalate', text: decision.text };
    default:
      return null;
  }
}
