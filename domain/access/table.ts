import type { ActionName } from '../contract/actions';
import { type Person, ROLES, type Role, rolesOf } from '../person/person';
import { type ClientCommand, COMMANDS, type Relation } from '../problem/commands';
import { EVALUATORS } from './evaluators';

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
/** Who can hold a matter. */
const desks = ['chief', 'secretary', 'official', 'supervisor', 'handler'] as const;
/** Who can be given a hand in one: units, and workers in person. */
const hands = [...desks, 'worker'] as const;
/** Who looks after a desk below. */
const above = ['secretary', 'official', 'supervisor'] as const;
const leaders = ['chief', 'secretary', 'official', 'supervisor', 'admin'] as const;
/** Who keeps the registry: of the own village, or of the banner. */
const registrars = ['secretary', 'admin'] as const;
const reporters = ['resident', 'worker'] as const;
/** Chief and secretary also speak for a household of their area. */
const tellers = ['resident', 'worker', 'chief', 'secretary'] as const;
const chairs = ['secretary', 'official'] as const;
/** Who may write down what a rule does not know, and who may agree. */
const signers = ['chief', 'secretary', 'official'] as const;
/** Whose household it is, its worker for people without a phone, and the village's counter. */
const shoppers = ['resident', 'worker', 'chief', 'secretary'] as const;
const counter = ['chief', 'secretary'] as const;
const members = ['worker', 'chief', 'secretary', 'official', 'handler'] as const;

/** Roles by command; the relations are the table's own. */
const COMMAND_ROLES = {
  accept: hands,
  refuse: desks,
  assign: desks,
  whistle: hands,
  progress: hands,
  suspend: hands,
  resume: hands,
  extend: hands,
  return: hands,
  transfer: desks,
  escalate: desks,
  merge: desks,
  split: desks,
  finish: hands,
  grant: above,
  deny: above,
  verify: above,
  redo: above,
  uphold: above,
  overturn: above,
  supervise: ['supervisor'],
  confirm: reporters,
  reopen: reporters,
  rate: reporters,
  withdraw: reporters,
  join: ['resident'],
  comment: [...reporters, ...desks],
} as const satisfies Record<ClientCommand, readonly Role[]>;

type CommandAccess = { [C in ClientCommand as `problem.${C}`]: Access };

const PROBLEM_COMMANDS = Object.fromEntries(
  Object.entries(COMMAND_ROLES).map(([name, roles]) => [
    `problem.${name}`,
    { roles, on: COMMANDS[name as ClientCommand].by },
  ]),
) as unknown as CommandAccess;

/** The one table of action × role × relation. A role that is not listed is refused with FORBIDDEN. */
export const ACCESS = {
  'session.mint': { roles: 'strangers', on: 'self' },
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
  'household.answer': { roles: ['worker', 'chief'], on: ['linked', 'scope'] },
  // Who has left is a stranger, and may say so again.
  'household.leave': { roles: 'strangers', on: 'self' },
  'household.vouch': { roles: ['resident'], on: 'self' },
  'household.callMe': { roles: ['resident'], on: 'self' },
  'problem.report': { roles: tellers, on: ['own', 'linked', 'scope'] },
  'problem.similar': { roles: tellers, on: 'post' },
  'problem.clear': { roles: ['secretary', 'supervisor'], on: ['scope'] },
  'problem.list': { roles: everybody, on: 'post' },
  'study.open': { roles: leaders, on: ['holder', 'scope'] },
  'study.add': { roles: chairs, on: ['holder'] },
  'study.decide': { roles: chairs, on: ['holder'] },
  'study.hold': { roles: chairs, on: ['holder'] },
  'study.calendar': { roles: leaders, on: ['holder', 'scope'] },
  'deed.list': { roles: everybody, on: 'public' },
  'deed.totals': { roles: everybody, on: 'public' },
  'deed.view': { roles: everybody, on: 'public' },
  'deed.promise': { roles: members, on: 'post' },
  'deed.progress': { roles: members, on: ['holder', 'own'] },
  'deed.done': { roles: members, on: ['holder', 'own'] },
  'deed.drop': { roles: members, on: ['holder', 'own'] },
  'points.book': { roles: everybody, on: ['own', 'scope'] },
  'points.books': { roles: EVALUATORS, on: ['scope'] },
  'points.award': { roles: signers, on: ['scope'] },
  'points.reverse': { roles: signers, on: ['scope'] },
  'points.asks': { roles: signers, on: 'post' },
  'points.approve': { roles: signers, on: ['scope'] },
  'points.decline': { roles: signers, on: ['scope'] },
  'points.recuse': { roles: signers, on: ['scope'] },
  'points.rules': { roles: everybody, on: 'public' },
  'points.draft': { roles: ['admin'], on: 'post' },
  'points.dryRun': { roles: ['official', 'admin'], on: ['scope'] },
  'points.enable': { roles: ['official'], on: 'post' },
  'points.replay': { roles: EVALUATORS, on: ['scope'] },
  'shop.open': { roles: shoppers, on: ['own', 'linked', 'scope'] },
  'shop.join': { roles: shoppers, on: ['own', 'linked'] },
  'shop.renew': { roles: shoppers, on: ['own', 'linked'] },
  'shop.leave': { roles: shoppers, on: ['own', 'linked'] },
  'shop.request': { roles: shoppers, on: ['own', 'linked'] },
  'shop.order': { roles: shoppers, on: ['own', 'linked', 'scope'] },
  'shop.cancel': { roles: shoppers, on: ['own', 'linked', 'scope'] },
  'shop.stock': { roles: ['secretary'], on: 'post' },
  'shop.goods': { roles: counter, on: 'post' },
  'shop.handOut': { roles: counter, on: ['scope'] },
  'shop.card': { roles: ['worker', ...counter], on: ['linked', 'scope'] },
  'evaluation.open': { roles: everybody, on: ['own', 'scope'] },
  'evaluation.list': { roles: ['official', 'supervisor'], on: 'post' },
  // Who leads holds it: the village's secretary, or the township's official where the secretary is graded or kin.
  'evaluation.begin': { roles: chairs, on: ['holder'] },
  'evaluation.answer': { roles: ['resident', 'chief'], on: ['own', 'scope'] },
  // Whoever was named a reviewer, also a resident.
  'evaluation.review': { roles: everybody, on: ['own'] },
  'evaluation.exempt': { roles: chairs, on: ['holder'] },
  'evaluation.grade': { roles: chairs, on: ['holder'] },
  'evaluation.sign': { roles: chairs, on: ['holder'] },
  // Also who is no worker any more by the time the result is told.
  'evaluation.appeal': { roles: everybody, on: ['own'] },
  'evaluation.appeals': { roles: ['supervisor'], on: 'post' },
  'evaluation.decide': { roles: ['supervisor'], on: ['scope'] },
  // Also whose own line, or own recommendation, stands on it: `concerns` (access/roll).
  'roll.open': { roles: everybody, on: ['own', 'scope'] },
  'roll.public': { roles: everybody, on: ['own', 'scope'] },
  'roll.recommend': { roles: signers, on: ['scope'] },
  // Whatever post somebody has by now, the own word can be taken back.
  'roll.retract': { roles: everybody, on: ['own'] },
  // Whoever has a line has it whatever they became meanwhile.
  'roll.consent': { roles: everybody, on: ['own'] },
  'roll.withdraw': { roles: everybody, on: ['own'] },
  'roll.train': { roles: everybody, on: ['own', 'holder'] },
  'roll.object': { roles: everybody, on: ['own'] },
  'roll.answer': { roles: ['supervisor'], on: ['scope'] },
  'roll.basis': { roles: ['admin'], on: 'post' },
  'roll.allow': { roles: ['official'], on: 'post' },
  'roll.end': { roles: ['official', 'admin'], on: 'post' },
  'roll.bases': { roles: [...EVALUATORS, 'admin'], on: 'post' },
  'roll.post': { roles: ['secretary'], on: ['holder'] },
  'roll.repair': { roles: ['secretary'], on: ['holder'] },
  'roll.export': { roles: EVALUATORS, on: ['scope'] },
  'indicator.table': { roles: leaders, on: ['holder', 'scope'] },
  'problem.view': {
    roles: everybody,
    on: ['reporter', 'teller', 'follower', 'holder', 'lead', 'helper', 'above', 'linked', 'scope'],
  },
  'problem.whom': { roles: desks, on: 'post' },
  ...PROBLEM_COMMANDS,
  'notice.inbox': { roles: everybody, on: 'self' },
  'notice.read': { roles: everybody, on: 'self' },
  'notice.consent': { roles: everybody, on: 'self' },
  'notice.choose': { roles: everybody, on: 'self' },
  'notice.choices': { roles: everybody, on: 'self' },
  'notice.unreachable': { roles: leaders, on: 'post' },
  'notice.load': { roles: leaders, on: 'post' },
  'media.put': { roles: everybody, on: 'self' },
  'audit.health': { roles: ['official', 'supervisor', 'admin'], on: 'public' },
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

/** Actions for whoever the platform knows; every other one knows its caller as a registered person. */
export type StrangerAction = {
  [A in ActionName]: (typeof ACCESS)[A]['roles'] extends 'strangers' ? A : never;
}[ActionName];

export function forStrangers(action: ActionName): action is StrangerAction {
  const { roles }: Access = ACCESS[action];
  return roles === 'strangers';
}

export function mayCall(action: ActionName, person: Person): boolean {
  const { roles }: Access = ACCESS[action];
  return roles === 'strangers' || rolesOf(person).some((role) => roles.includes(role));
}

/** Whether one of these ties suffices for the action. */
export function mayTouch(action: ActionName, ties: ReadonlySet<Tie>): boolean {
  const { on }: Access = ACCESS[action];
  return typeof on !== 'string' && on.some((tie) => ties.has(tie));
}
