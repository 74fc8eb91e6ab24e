import { deskKey } from '../person/person';
import type { Command } from '../problem/decide';
import type { Party } from '../problem/party';
import type { AgendaItem, Lead } from './session';

/** What a decision asks of its problem; nothing when it was carried on. */
export function commandOf({ decision }: AgendaItem): Command | null {
  switch (decision?.kind) {
    case 'solve': {
      const { lead, promisedAt, text } = decision;
      return { name: 'plan', party: partyOf(lead), until: promisedAt, text };
    }
    case 'escalate':
    case 'explain':
    case 'defer':
      return { name: decision.kind, text: decision.text };
    case 'carry':
    case undefined:
      return null;
  }
}

/**
 * A unit's desk, so that colleagues see it too, or the person; somebody the system does not know is only named, here
 * and on the list of deeds.
 */
function partyOf({ person, name, unit, role, area }: Lead): Party | undefined {
  if (!person || !role || !area) return undefined;
  if (role !== 'handler' || !unit) return { kind: 'person', key: person, role, area, name };
  return { kind: 'desk', key: deskKey(role, area, unit), role, area, unit, name: unit };
}
