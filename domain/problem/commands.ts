import type { Problem, Status } from './problem';

/** How a caller stands to a matter. `clock` is the sweep. */
export type Relation = 'reporter' | 'holder' | 'linked' | 'scope' | 'clock';

export type CommandName =
  | 'accept'
  | 'finish'
  | 'escalate'
  | 'confirm'
  | 'reopen'
  | 'withdraw'
  | 'comment'
  | 'climb'
  | 'supervise'
  | 'lapse';

/** What a person can ask for; the rest the clock does. */
export type ClientCommand = Exclude<CommandName, 'climb' | 'supervise' | 'lapse'>;

interface Rule {
  from: readonly Status[];
  /** `same` leaves the status as it is. */
  to: Status | 'same';
  by: readonly Relation[];
  /** Further condition on the matter's state. */
  when?: (problem: Pick<Problem, 'holder'>) => boolean;
}

const belowTop = ({ holder }: Pick<Problem, 'holder'>): boolean => holder.level !== 'banner';
const atTop = ({ holder }: Pick<Problem, 'holder'>): boolean => holder.level === 'banner';

/**
 * The one table of what may happen to a problem, read by the server and by the screens.
 * Whatever is not in it is refused with NOT_NOW (state) or NOT_YOURS (relation).
 */
export const COMMANDS = {
  accept: { from: ['reported'], to: 'accepted', by: ['holder'] },
  finish: { from: ['accepted'], to: 'finished', by: ['holder'] },
  escalate: { from: ['reported', 'accepted'], to: 'reported', by: ['holder'], when: belowTop },
  confirm: { from: ['finished'], to: 'closed', by: ['reporter'] },
  reopen: { from: ['finished'], to: 'reported', by: ['reporter'] },
  withdraw: { from: ['reported', 'accepted'], to: 'withdrawn', by: ['reporter'] },
  comment: { from: ['reported', 'accepted', 'finished'], to: 'same', by: ['reporter', 'holder', 'linked'] },
  climb: { from: ['reported', 'accepted'], to: 'reported', by: ['clock'], when: belowTop },
  supervise: { from: ['reported', 'accepted'], to: 'same', by: ['clock'], when: atTop },
  lapse: { from: ['finished'], to: 'closed', by: ['clock'] },
} as const satisfies Record<CommandName, Rule>;

const rule = (name: CommandName): Rule => COMMANDS[name];

/** Whether the state lets this command happen, whoever asks. */
export function possible(problem: Pick<Problem, 'status' | 'holder'>, name: CommandName): boolean {
  const { from, when } = rule(name);
  return from.includes(problem.status) && (when?.(problem) ?? true);
}

export function mayRelate(relations: ReadonlySet<Relation>, name: CommandName): boolean {
  return rule(name).by.some((relation) => relations.has(relation));
}

/** Exactly the commands a screen offers. */
export function allowed(
  problem: Pick<Problem, 'status' | 'holder'>,
  relations: ReadonlySet<Relation>,
): CommandName[] {
  return (Object.keys(COMMANDS) as CommandName[]).filter(
    (name) => mayRelate(relations, name) && possible(problem, name),
  );
}

export function target(name: CommandName, status: Status): Status {
  const { to } = rule(name);
  return to === 'same' ? status : to;
}
