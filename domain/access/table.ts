import type { ActionName } from '../contract/actions';
import { type Person, ROLES, type Role, rolesOf } from '../person/person';
import { COMMANDS, type Relation } from '../problem/commands';

/** How a caller must stand to what an action touches; `own` and `linked` also to a household. */
export type Tie = Relation | 'own';

interface Access {
  /** Who may call it at all, before anything is read. `strangers`: whoever the platform knows, registered or not. */
  roles: readonly Role[] | 'strangers';
  /**
   * `self`: touches only what is the caller's by key. `public`: tells what everybody may know.
   * `post`: the query itself is built from the caller's posts. Else one of these ties, checked on what was loaded.
   */
  on: 'self' | 'public' | 'post' | readonly Tie[];
}

const everybody = ROLES;
const desks = ['chief', 'secretary', 'official', 'supervisor'] as const;
const leaders = ['chief', 'secretary', 'official', 'supervisor', 'admin'] as const;
/** Who keeps the registry: of the own village, or of the banner. */
const registrars = ['secretary', 'admin'] as const;
const reporters = ['resident', 'worker'] as const;

/** The one table of action × role × relation. A role that is not listed is refused with FORBIDDEN. */
export const ACCESS = {
  'session.mint': { roles: everybody, on: 'self' },
  'home.open': { roles: everybody, on: 'self' },
  'contact.save': { roles: ['worker'], on: ['linked'] },
  'contact.reviews': { roles: ['chief', 'secretary'], on: 'post' },
  'contact.review': { roles: ['chief', 'secretary'], on: ['scope'] },
  'contact.coverage': { roles: leaders, on: 'post' },
  'contact.blind': { roles: leaders, on: 'post' },
  'contact.help': { roles: ['chief', 'secretary'], on: 'post' },
  'contact.callbacks': { roles: ['chief', 'secretary'], on: 'post' },
  'contact.callBack': { roles: ['chief', 'secretary'], on: ['scope'] },
  'household.view': { roles: ['worker', 'chief', 'secretary'], on: ['linked', 'scope'] },
  'household.invite': { roles: ['worker'], on: ['linked'] },
  'household.ask': { roles: 'strangers', on: 'public' },
  'household.answer': { roles: ['worker'], on: ['linked'] },
  'household.leave': { roles: ['resident'], on: 'self' },
  'household.vouch': { roles: ['resident'], on: 'self' },
  'household.callMe': { roles: ['resident'], on: 'self' },
  'problem.report': { roles: reporters, on: ['own', 'linked'] },
  'problem.list': { roles: everybody, on: 'post' },
  'problem.view': { roles: everybody, on: ['reporter', 'holder', 'linked', 'scope'] },
  'problem.accept': { roles: desks, on: COMMANDS.accept.by },
  'problem.finish': { roles: desks, on: COMMANDS.finish.by },
  'problem.escalate': { roles: desks, on: COMMANDS.escalate.by },
  'problem.confirm': { roles: reporters, on: COMMANDS.confirm.by },
  'problem.reopen': { roles: reporters, on: COMMANDS.reopen.by },
  'problem.withdraw': { roles: reporters, on: COMMANDS.withdraw.by },
  'problem.comment': { roles: [...reporters, ...desks], on: COMMANDS.comment.by },
  'notice.inbox': { roles: everybody, on: 'self' },
  'notice.read': { roles: everybody, on: 'self' },
  'media.put': { roles: everybody, on: 'self' },
  'registry.areas': { roles: everybody, on: 'public' },
  'registry.template': { roles: ['admin'], on: 'public' },
  'registry.upload': { roles: ['admin'], on: 'self' },
  'registry.check': { roles: ['admin'], on: 'post' },
  'registry.apply': { roles: ['admin'], on: 'post' },
  'registry.export': { roles: registrars, on: 'post' },
  'registry.households': { roles: registrars, on: 'post' },
  'registry.limits': { roles: registrars, on: 'post' },
  'registry.handOver': { roles: registrars, on: ['scope'] },
  'registry.leave': { roles: registrars, on: ['scope'] },
  'registry.move': { roles: registrars, on: ['scope'] },
  'registry.end': { roles: registrars, on: ['scope'] },
  'registry.merge': { roles: registrars, on: ['scope'] },
} as const satisfies Record<ActionName, Access>;

export function mayCall(action: ActionName, person: Person): boolean {
  const { roles }: Access = ACCESS[action];
  return roles === 'strangers' || rolesOf(person).some((role) => roles.includes(role));
}

/** Whether one of these ties suffices for the action. */
export function mayTouch(action: ActionName, ties: ReadonlySet<Tie>): boolean {
  const { on }: Access = ACCESS[action];
  return typeof on !== 'string' && on.some((tie) => ties.has(tie));
}
