import type { ActionName } from '../contract/actions';
import { type Person, ROLES, type Role, rolesOf } from '../person/person';

/**
 * Who may call an action at all, before anything is read.
 * - `relation` says what is checked on the aggregate once it is loaded; nothing else lets a caller in.
 */
interface Access {
  roles: readonly Role[];
  relation:
    | 'self'
    | 'linked household'
    | 'own or linked household'
    | 'reporter, holder, linked or scope'
    | 'holder'
    | 'reporter'
    | 'reporter, holder or linked'
    | 'own post'
    | 'public';
}

const everybody = ROLES;
const desks = ['chief', 'secretary', 'official', 'supervisor'] as const;

/** The one table of action × role. A role that is not listed is refused with FORBIDDEN. */
export const ACCESS = {
  'session.mint': { roles: everybody, relation: 'self' },
  'home.open': { roles: everybody, relation: 'self' },
  'contact.save': { roles: ['worker'], relation: 'linked household' },
  'problem.report': { roles: ['resident', 'worker'], relation: 'own or linked household' },
  'problem.list': { roles: everybody, relation: 'own post' },
  'problem.view': { roles: everybody, relation: 'reporter, holder, linked or scope' },
  'problem.accept': { roles: desks, relation: 'holder' },
  'problem.finish': { roles: desks, relation: 'holder' },
  'problem.escalate': { roles: desks, relation: 'holder' },
  'problem.confirm': { roles: ['resident', 'worker'], relation: 'reporter' },
  'problem.reopen': { roles: ['resident', 'worker'], relation: 'reporter' },
  'problem.withdraw': { roles: ['resident', 'worker'], relation: 'reporter' },
  'problem.comment': { roles: ['resident', 'worker', ...desks], relation: 'reporter, holder or linked' },
  'notice.inbox': { roles: everybody, relation: 'self' },
  'notice.read': { roles: everybody, relation: 'self' },
  'media.put': { roles: everybody, relation: 'self' },
  'registry.areas': { roles: everybody, relation: 'public' },
} as const satisfies Record<ActionName, Access>;

export function mayCall(action: ActionName, person: Person): boolean {
  const { roles }: Access = ACCESS[action];
  return rolesOf(person).some((role) => roles.includes(role));
}
