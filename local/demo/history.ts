import type { Owed } from '../../domain/notice/notice';
import { possible } from '../../domain/problem/commands';
import { type Actor, type Command, decide, whenDue } from '../../domain/problem/decide';
import type { Problem } from '../../domain/problem/problem';
import { MINUTE, type Millis } from '../../domain/time/shanghai';
import type { Step } from './fate';
import type { Story } from './stories';

/** Who sits at a desk, by `role@area`. */
export type Desks = ReadonlyMap<string, { _id: string; name: string }>;

export interface Lived {
  problem: Problem;
  /** Everything that was owed on the way, in order; the outbox is empty again. */
  told: Owed[];
}

/** The sweep comes every ten minutes: what was due is moved a little later. */
const SWEEP: Millis = 7 * MINUTE;

/**
 * A problem as it stands at `now` after its steps, every move made by the domain's own rules: a legal state, whatever
 * the steps are. Where nobody acted before a deadline, the clock did.
 */
export function live(fresh: Problem, steps: readonly Step[], story: Story, desks: Desks, now: Millis): Lived {
  const told: Owed[] = [];
  let problem = taken(fresh, told);
  let at = fresh.createdAt;
  const clockUntil = (limit: Millis) => {
    while (problem.nextAt !== undefined && problem.nextAt + SWEEP <= limit) {
      const due = problem.nextAt + SWEEP;
      const name = whenDue(problem, due);
      if (!name) return;
      problem = taken(decide(problem, { name }, { relations: new Set(['clock']) }, due), told);
    }
  };
  const moved = (name: Step['name']): Problem => {
    const { command, actor } = said(name, problem, story, desks);
    if (!possible(problem, name, actor.relations)) return problem;
    return taken(decide(problem, command, actor, at), told);
  };
  for (const { name, wait } of steps) {
    at += wait;
    if (at > now) break;
    clockUntil(at);
    // The clock brought it to another desk in between: that one takes it up first.
    const moves: Step['name'][] =
      name === 'finish' && problem.status === 'reported' ? ['accept', name] : [name];
    for (const move of moves) problem = moved(move);
  }
  clockUntil(now);
  return { problem, told };
}

/** Its notices are on their way: the state as delivery leaves it. */
function taken({ owedAt: _, ...problem }: Problem, told: Owed[]): Problem {
  told.push(...problem.outbox);
  return { ...problem, rev: problem.rev + 1, outbox: [] };
}

function said(
  name: Step['name'],
  problem: Problem,
  story: Story,
  desks: Desks,
): { command: Command; actor: Actor } {
  const { person, name: reporter } = problem.reporter;
  const byReporter: Actor = {
    relations: new Set(['reporter']),
    by: { person, name: reporter, role: 'reporter' },
  };
  const seat = desks.get(problem.holder.key);
  const byHolder: Actor = {
    relations: new Set(['holder']),
    ...(seat ? { by: { person: seat._id, name: seat.name, role: problem.holder.role } } : {}),
  };
  switch (name) {
    case 'accept':
      return { command: { name }, actor: byHolder };
    case 'finish':
      return { command: { name, text: story.done }, actor: byHolder };
    case 'escalate':
      return { command: { name, text: story.upward }, actor: byHolder };
    case 'comment':
      return { command: { name, text: '已经去现场看过，材料在备，这两天动工' }, actor: byHolder };
    case 'confirm':
      return { command: { name, stars: 4 + (problem.timeline.length % 2) }, actor: byReporter };
    case 'reopen':
      return { command: { name, text: '修了以后又坏了，还是老样子，请再看看' }, actor: byReporter };
    case 'withdraw':
      return { command: { name, text: '自己解决了，不用麻烦了' }, actor: byReporter };
  }
}
