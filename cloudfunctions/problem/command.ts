import { relationsTo } from '../../domain/access/relation';
import type { ProblemAnswer } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import type { CommandName, Relation } from '../../domain/problem/commands';
import { type Actor, decide } from '../../domain/problem/decide';
import type { Problem } from '../../domain/problem/problem';
import type { Millis } from '../../domain/time/shanghai';
import { apply, type CommandStamp } from '../kit/aggregate';
import type { Caller } from '../kit/caller';
import { deliverSoon } from '../kit/dispatch';
import { ownFiles } from '../kit/files';

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
export async function command(name: CommandName, call: ProblemCall): Promise<ProblemAnswer> {
  const { input, caller, at } = call;
  const { problem: id, ...said } = input;
  ownFiles(said.photos, caller.person, 'photos');
  const { state, answer, replayed } = await apply('problems', {
    id,
    command: call.command,
    decide: (problem) => {
      const relations = relationsTo(problem, caller.person, at);
      // Who has nothing to do with it does not learn that it exists.
      if (relations.size === 0) throw new Refusal('NOT_FOUND', { path: 'problem' });
      return decide(problem, { name, ...said }, actor(problem, caller.person, relations), at);
    },
    answer: (problem) => answerOf(problem, at),
  });
  if (!replayed) await deliverSoon(state);
  return answer;
}

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
