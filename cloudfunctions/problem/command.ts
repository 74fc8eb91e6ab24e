import { relationsTo } from '../../domain/access/relation';
import { mayTouch } from '../../domain/access/table';
import type { ProblemAnswer } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { type ClientCommand, type CommandName, possible, type Relation } from '../../domain/problem/commands';
import { type Actor, decide } from '../../domain/problem/decide';
import type { Problem } from '../../domain/problem/problem';
import type { Millis } from '../../domain/time/shanghai';
import { apply, type CommandStamp } from '../kit/aggregate';
import type { Caller } from '../kit/caller';
import { deliverSoon } from '../kit/dispatch';
import { ownFiles } from '../kit/files';
import { seatsAbove } from '../kit/seats';

interface ProblemCall {
  input: {
    problem: string;
    text?: string | undefined;
    stars?: number | undefined;
    photos?: string[] | undefined;
  };
  caller: Caller;
  command: CommandStamp;
  at: Millis;
}

/** Any command of the table upon an existing problem: one read, one write, then its notices. */
export async function command(name: ClientCommand, call: ProblemCall): Promise<ProblemAnswer> {
  const { input, caller, at } = call;
  const { problem: id, ...said } = input;
  ownFiles(said.photos, caller.person, 'photos');
  const relate = (problem: Problem) => relationsTo(problem, caller.person, at);
  const { state, answer, replayed } = await apply('problems', {
    id,
    command: call.command,
    // Who has nothing to do with it does not learn that it exists.
    admit: (problem) => {
      if (relate(problem).size === 0) throw new Refusal('NOT_FOUND', { path: 'problem' });
    },
    decide: async (problem) => {
      const relations = relate(problem);
      if (!mayTouch(`problem.${name}`, relations)) throw new Refusal('NOT_YOURS', { path: 'problem' });
      const seats = UPWARD.includes(name) && possible(problem, name) ? await seatsAbove(problem.area) : [];
      return decide(problem, { name, ...said }, { ...actor(problem, caller.person, relations), seats }, at);
    },
    answer: (problem) => answerOf(problem, at),
  });
  if (!replayed) await deliverSoon('problems', state);
  return answer;
}

/** Commands that move a matter up ask who sits above. */
const UPWARD: readonly CommandName[] = ['escalate', 'reopen'];

function actor(problem: Problem, person: Person, relations: Set<Relation>): Actor {
  const role = relations.has('holder')
    ? problem.holder.role
    : relations.has('reporter')
      ? 'reporter'
      : 'worker';
  return { relations, by: { person: person._id, name: person.name, role } };
}

export function answerOf(problem: Problem, asOf: Millis): ProblemAnswer {
  const { role, level, name } = problem.holder;
  return {
    problem: problem._id,
    status: problem.status,
    holder: { role, level, ...(name ? { name } : {}) },
    ...(problem.deadline ? { deadline: { kind: problem.deadline.kind, at: problem.deadline.at } } : {}),
    asOf,
  };
}
