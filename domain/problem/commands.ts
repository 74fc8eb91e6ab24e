import type { MatterKind } from '../notice/kinds';
import type { Problem, Status } from './problem';

/**
 * How a caller stands to a matter. `holder`, `lead`, `helper` by their desk or in person; `above`: sits over the holder's
 * level (over the banner: the supervisor); `teller`: the household's worker, where nobody there has a phone;
 * `neighbour`: lives in the same village and may join. `session`: a study session decides; `merge`: another matter is
 * merged into this one; `clock`: the sweep.
 */
export type Relation =
  | 'reporter'
  | 'teller'
  | 'follower'
  | 'neighbour'
  | 'holder'
  | 'lead'
  | 'helper'
  | 'above'
  | 'supervisor'
  | 'linked'
  | 'scope'
  | 'session'
  | 'merge'
  | 'clock';

/** What must be said with a command. */
export type Need = 'text' | 'where' | 'until' | 'party' | 'parties' | 'other' | 'stars';

/**
 * Who hears of it. `before`: the desk that held it until now. Followers hear what the reporter hears, of comments
 * nothing. Nobody is told what they did themselves.
 */
export type Ear = 'holder' | 'reporter' | 'followers' | 'before' | 'lead' | 'helpers' | 'above';

interface Rule {
  from: readonly Status[];
  /** `same` leaves the status as it is. */
  to: Status | 'same';
  by: readonly Relation[];
  needs: readonly Need[];
  tells: Partial<Record<Ear, MatterKind>>;
  /** Further condition on the matter's state. */
  when?: (problem: Problem, relations: ReadonlySet<Relation>) => boolean;
}

const belowTop = ({ holder }: Problem): boolean => holder.level !== 'banner';
/** What climbs when it is late, and can be stretched or stand still. */
const runs = ({ deadline }: Problem): boolean => deadline?.kind === 'solve' || deadline?.kind === 'promise';
const asked = ({ request }: Problem): boolean => request !== undefined;
/** More residents than this need a meeting, not a list. */
const MOST_FOLLOWERS = 100;

const working = ['reported', 'accepted'] as const;
const open = ['reported', 'accepted', 'suspended', 'finished'] as const;
const teller = ['reporter', 'teller'] as const;

/**
 * The one table of what may happen to a problem, read by the server and by the screens.
 * Whatever is not in it is refused with NOT_NOW (state) or NOT_YOURS (relation).
 */
export const COMMANDS = {
  // The desk that holds it, and whom it gave a hand in it.
  accept: {
    from: ['reported'],
    to: 'accepted',
    by: ['holder', 'lead'],
    needs: [],
    tells: { reporter: 'accepted' },
  },
  refuse: {
    from: working,
    to: 'refused',
    by: ['holder'],
    needs: ['text', 'where'],
    tells: { reporter: 'refused', lead: 'ended' },
    // Told once from above that it is theirs, they cannot say so again.
    when: ({ holder, returned }) => !returned?.includes(holder.key),
  },
  assign: {
    from: working,
    to: 'accepted',
    by: ['holder'],
    needs: ['party'],
    tells: { lead: 'assigned', reporter: 'accepted' },
  },
  whistle: {
    from: working,
    to: 'same',
    by: ['holder', 'lead'],
    needs: ['parties'],
    tells: { helpers: 'whistled' },
  },
  progress: {
    from: ['accepted'],
    to: 'same',
    by: ['holder', 'lead', 'helper'],
    needs: ['text'],
    tells: { reporter: 'progressed', holder: 'progressed' },
  },
  suspend: {
    from: ['accepted'],
    to: 'suspended',
    by: ['holder', 'lead'],
    needs: ['text', 'until'],
    tells: { reporter: 'suspended', holder: 'suspended', lead: 'suspended' },
    when: (problem) => runs(problem) && !asked(problem),
  },
  resume: {
    from: ['suspended'],
    to: 'accepted',
    by: ['holder', 'lead', 'clock'],
    needs: [],
    tells: { reporter: 'resumed', holder: 'resumed', lead: 'resumed' },
  },
  extend: {
    from: ['accepted'],
    to: 'same',
    by: ['holder', 'lead'],
    needs: ['text', 'until'],
    tells: { above: 'extension-asked' },
    when: (problem) =>
      runs(problem) &&
      !asked(problem) &&
      problem.holder.role !== 'supervisor' &&
      !problem.requested?.includes(problem.holder.level),
  },
  return: {
    from: working,
    to: 'reported',
    by: ['holder', 'lead'],
    needs: ['text'],
    tells: { holder: 'returned', reporter: 'moved' },
    when: ({ lead, passedBy, returned = [] }, relations) =>
      (relations.has('lead') && lead !== undefined && !returned.includes(lead.key)) ||
      (relations.has('holder') && passedBy !== undefined && !returned.includes(passedBy.key)),
  },
  transfer: {
    from: working,
    to: 'reported',
    by: ['holder'],
    needs: ['party', 'text'],
    tells: { holder: 'transferred', reporter: 'moved' },
  },
  escalate: {
    from: working,
    to: 'reported',
    by: ['holder', 'session'],
    needs: ['text'],
    tells: { holder: 'escalated', reporter: 'moved' },
    when: belowTop,
  },
  merge: {
    from: working,
    to: 'merged',
    by: ['holder'],
    needs: ['other'],
    tells: { reporter: 'merged', lead: 'ended' },
  },
  adopt: { from: open, to: 'same', by: ['merge'], needs: ['other'], tells: {} },
  split: {
    from: working,
    to: 'same',
    by: ['holder'],
    needs: ['text', 'other'],
    tells: { reporter: 'split' },
  },
  finish: {
    from: ['accepted'],
    to: 'finished',
    by: ['holder', 'lead'],
    needs: ['text'],
    tells: { reporter: 'finished', holder: 'progressed' },
  },

  // Who looks after the holder.
  grant: {
    from: ['accepted'],
    to: 'same',
    by: ['above'],
    needs: [],
    tells: { reporter: 'extended', holder: 'extended', lead: 'extended' },
    when: asked,
  },
  deny: {
    from: ['accepted'],
    to: 'same',
    by: ['above'],
    needs: ['text'],
    tells: { holder: 'not-extended', lead: 'not-extended' },
    when: asked,
  },
  verify: {
    from: ['finished'],
    to: 'same',
    by: ['above', 'supervisor'],
    needs: [],
    tells: { reporter: 'verified', holder: 'verified' },
    when: ({ verifiedAt, explained }) => verifiedAt === undefined && !explained,
  },
  redo: {
    from: ['finished'],
    to: 'accepted',
    by: ['above', 'supervisor'],
    needs: ['text'],
    tells: { holder: 'redo', lead: 'redo', reporter: 'redo' },
    when: ({ explained }) => !explained,
  },
  uphold: {
    from: ['refused'],
    to: 'same',
    by: ['above', 'supervisor'],
    needs: [],
    tells: { holder: 'upheld' },
    when: ({ outcome }) => outcome === 'refused',
  },
  overturn: {
    from: ['refused'],
    to: 'reported',
    by: ['above', 'supervisor'],
    needs: ['text'],
    tells: { holder: 'overturned', reporter: 'moved' },
    when: ({ outcome }) => outcome === 'refused',
  },
  supervise: {
    from: working,
    to: 'same',
    by: ['supervisor', 'clock'],
    needs: [],
    tells: { holder: 'supervised', lead: 'supervised' },
    when: (problem, relations) =>
      relations.has('clock') ? !belowTop(problem) : problem.supervisedAt === undefined,
  },

  // A study session, in the name of the desk it sits at.
  plan: {
    from: working,
    to: 'accepted',
    by: ['session'],
    needs: ['until'],
    tells: { reporter: 'planned', lead: 'assigned' },
  },
  explain: {
    from: working,
    to: 'finished',
    by: ['session'],
    needs: ['text'],
    tells: { reporter: 'explained', lead: 'ended' },
  },
  defer: {
    from: working,
    to: 'same',
    by: ['session'],
    needs: ['text'],
    tells: { reporter: 'deferred' },
    when: ({ deferred, holder, urgent }) => !urgent && !deferred?.includes(holder.level),
  },

  // Who reported it, and who has the same problem.
  confirm: {
    from: ['finished'],
    to: 'closed',
    by: teller,
    needs: [],
    tells: { holder: 'answered', lead: 'answered', followers: 'ended' },
  },
  reopen: {
    from: ['finished', 'refused'],
    to: 'reported',
    by: teller,
    needs: ['text'],
    tells: { holder: 'reopened', followers: 'moved' },
    when: ({ status, outcome }) => status === 'finished' || outcome === 'refused',
  },
  rate: {
    from: ['closed'],
    to: 'same',
    by: teller,
    needs: ['stars'],
    tells: {},
    when: ({ stars }) => stars === undefined,
  },
  withdraw: {
    from: ['reported', 'accepted', 'suspended'],
    to: 'withdrawn',
    by: teller,
    needs: [],
    tells: { holder: 'answered', lead: 'answered' },
    // Others have it too: one of them cannot end it for all.
    when: ({ followers = [] }) => followers.length === 0,
  },
  join: {
    from: open,
    to: 'same',
    by: ['neighbour'],
    needs: [],
    tells: {},
    when: ({ followers = [] }) => followers.length < MOST_FOLLOWERS,
  },
  comment: {
    from: open,
    to: 'same',
    by: ['reporter', 'teller', 'holder', 'lead', 'helper', 'linked'],
    needs: ['text'],
    tells: { holder: 'commented', reporter: 'commented' },
  },

  // The clock.
  warn: {
    from: working,
    to: 'same',
    by: ['clock'],
    needs: [],
    tells: { holder: 'warned', lead: 'warned' },
    when: ({ nextIs }) => nextIs === 'warn',
  },
  climb: {
    from: working,
    to: 'reported',
    by: ['clock'],
    needs: [],
    tells: { holder: 'climbed', reporter: 'moved', before: 'taken-up' },
    when: belowTop,
  },
  lapse: { from: ['finished'], to: 'closed', by: ['clock'], needs: [], tells: { reporter: 'closed' } },
} as const satisfies Record<string, Rule>;

export type CommandName = keyof typeof COMMANDS;

/** Only by the clock, by a session or by another command; the rest a person can ask for. */
export const UNASKED = [
  'warn',
  'climb',
  'lapse',
  'adopt',
  'plan',
  'explain',
  'defer',
] as const satisfies CommandName[];

/** What a person can ask for. */
export type ClientCommand = Exclude<CommandName, (typeof UNASKED)[number]>;

export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];

export function ruleOf(name: CommandName): Rule {
  return COMMANDS[name];
}

/** Whether the state lets this command happen to somebody who stands so. */
export function possible(problem: Problem, name: CommandName, relations: ReadonlySet<Relation>): boolean {
  const { from, when } = ruleOf(name);
  return from.includes(problem.status) && (when?.(problem, relations) ?? true);
}

export function mayRelate(relations: ReadonlySet<Relation>, name: CommandName): boolean {
  return ruleOf(name).by.some((relation) => relations.has(relation));
}

/** Exactly the commands a screen offers. */
export function allowed(problem: Problem, relations: ReadonlySet<Relation>): CommandName[] {
  return COMMAND_NAMES.filter((name) => mayRelate(relations, name) && possible(problem, name, relations));
}

export function target(name: CommandName, status: Status): Status {
  const { to } = ruleOf(name);
  return to === 'same' ? status : to;
}
