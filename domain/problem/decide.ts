import { levelsAbove } from '../area/area';
import { Refusal } from '../error/refusal';
import type { Seat } from '../person/desk';
import type { PostRole } from '../person/person';
import type { Millis } from '../time/shanghai';
import { type CommandName, mayRelate, possible, type Relation, target } from './commands';
import { acceptBy, answerBy, type Deadline, solveBy, superviseBy } from './ladder';
import { oweDesk, oweHolder, oweReporter } from './owe';
import {
  type Holder,
  holderAt,
  type Outcome,
  type Problem,
  supervisorAt,
  type TimelineEntry,
} from './problem';

/** A command upon an existing problem, with what the actor says. */
export interface Command {
  name: CommandName;
  text?: string | undefined;
  photos?: string[] | undefined;
  stars?: number | undefined;
}

export interface Actor {
  relations: ReadonlySet<Relation>;
  /** Absent for the clock. */
  by?: { person: string; name: string; role: 'reporter' | PostRole | 'worker' };
  /** Who sits at the desks above the matter, the nearest first; needed to move it up. */
  seats?: readonly Seat[];
}

/** A matter is not a chat: its history stays readable and its document small. */
const MOST_COMMENTS = 100;

/** A third "not solved" goes to a supervisor. */
const REOPENS_BEFORE_SUPERVISOR = 2;

/**
 * What a command makes of a problem: state, history line and notices owed, in one.
 * @throws Refusal NOT_YOURS when the actor's relation does not allow it, NOT_NOW when the state does not
 */
export function decide(problem: Problem, command: Command, actor: Actor, now: Millis): Problem {
  if (!mayRelate(actor.relations, command.name)) throw new Refusal('NOT_YOURS', { path: 'problem' });
  if (!possible(problem, command.name)) throw new Refusal('NOT_NOW', { path: 'problem' });
  const moved: Problem = { ...problem, status: target(command.name, problem.status) };
  const write = (next: Problem): Problem => log(next, command, actor, now, next.holder !== problem.holder);
  switch (command.name) {
    case 'accept': {
      const by = solveWhen(problem, now);
      return oweReporter(write(promise(named(moved, actor), by)), 'accepted', now);
    }
    case 'finish':
      return oweReporter(write(promise(moved, answerBy(problem.holder.level, now))), 'finished', now);
    case 'escalate':
      return told(write(up(moved, actor, now)), 'escalated', now);
    case 'climb':
      return oweDesk(told(write(up(moved, actor, now)), 'climbed', now), problem.holder, 'taken-up', now);
    case 'supervise':
      return oweHolder(write(promise(moved, superviseBy(now))), 'supervised', now);
    case 'reopen':
      return oweHolder(write(reopened(moved, actor, now)), 'reopened', now);
    case 'confirm':
      return oweHolder(write(ended(moved, 'solved', now)), 'answered', now);
    case 'lapse':
      return oweReporter(write(ended(moved, 'no-answer', now)), 'closed', now);
    case 'withdraw':
      return oweHolder(write(ended(moved, 'withdrawn', now)), 'answered', now);
    case 'comment':
      enoughSaid(problem);
      return actor.relations.has('reporter')
        ? oweHolder(write(moved), 'commented', now)
        : oweReporter(write(moved), 'commented', now);
  }
}

/** Counted from arrival at this level, not from a late acceptance; what is supervised stays supervised. */
function solveWhen({ ladder, holder, deadline }: Problem, now: Millis): Deadline {
  if (deadline?.kind === 'supervise') return deadline;
  return solveBy(ladder, holder.level, deadline?.from ?? now);
}

function promise(problem: Problem, deadline: Deadline): Problem {
  return { ...problem, deadline, nextAt: deadline.at };
}

function named(problem: Problem, actor: Actor): Problem {
  return actor.by ? { ...problem, holder: { ...problem.holder, name: actor.by.name } } : problem;
}

/**
 * To the next desk above at which somebody sits, with that level's clock started; past a vacant one, because
 * nobody could act there. At the top the matter stays where it is.
 */
function up(problem: Problem, { seats = [] }: Actor, now: Millis): Problem {
  const above = levelsAbove(problem.holder.level);
  const seat = seats.find(({ level }) => above.includes(level));
  const level = seat?.level ?? above[0] ?? problem.holder.level;
  return arrive(problem, holderAt(problem.area, level, seat?.name), now);
}

function arrive(problem: Problem, holder: Holder, now: Millis): Problem {
  return promise({ ...problem, holder }, acceptBy(problem.ladder, holder.level, now));
}

/** "Not solved" brings it one level up, at most twice; then a supervisor looks. */
function reopened(problem: Problem, actor: Actor, now: Millis): Problem {
  const again = { ...problem, reopens: problem.reopens + 1 };
  if (problem.reopens >= REOPENS_BEFORE_SUPERVISOR) return arrive(again, supervisorAt(problem.area), now);
  return up(again, actor, now);
}

function ended(problem: Problem, outcome: Outcome, now: Millis): Problem {
  const { deadline: _d, nextAt: _n, ...rest } = problem;
  return { ...rest, outcome, endedAt: now };
}

/** The new desk is alerted and the reporter told where the matter went. */
function told(problem: Problem, kind: 'escalated' | 'climbed', now: Millis): Problem {
  return oweReporter(oweHolder(problem, kind, now), 'moved', now);
}

function log(problem: Problem, command: Command, actor: Actor, now: Millis, newDesk: boolean): Problem {
  const entry: TimelineEntry = {
    n: problem.timeline.length + 1,
    at: now,
    what: command.name,
    ...(actor.by ? { by: actor.by } : {}),
    ...(command.text ? { text: command.text } : {}),
    ...(command.photos?.length ? { photos: command.photos } : {}),
    ...(command.stars ? { stars: command.stars } : {}),
    ...(newDesk ? { holder: problem.holder } : {}),
    ...(command.name !== 'comment' && problem.deadline ? { deadline: problem.deadline } : {}),
  };
  return { ...problem, timeline: [...problem.timeline, entry] };
}

function enoughSaid({ timeline }: Problem): void {
  if (timeline.filter((entry) => entry.what === 'comment').length < MOST_COMMENTS) return;
  throw new Refusal('NOT_NOW', {
    path: 'problem',
    words: { zh: '留言已经很多了，请直接打电话', en: 'There are many remarks already, please call' },
  });
}

/** What the clock does to a problem whose deadline has passed; null while nothing is due. */
export function whenDue(problem: Problem, now: Millis): CommandName | null {
  if (problem.nextAt === undefined || problem.nextAt > now) return null;
  return (['climb', 'supervise', 'lapse'] as const).find((name) => possible(problem, name)) ?? null;
}
