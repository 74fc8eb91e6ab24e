import { relationsTo } from '../../domain/access/relation';
import { mayTouch } from '../../domain/access/table';
import type { ProblemAnswer } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { type ClientCommand, type CommandName, possible } from '../../domain/problem/commands';
import { type Command, decide } from '../../domain/problem/decide';
import type { Problem } from '../../domain/problem/problem';
import type { Millis } from '../../domain/time/shanghai';
import { apply, type CommandStamp } from '../kit/aggregate';
import type { Caller } from '../kit/caller';
import { deliverSoon } from '../kit/dispatch';
import { ownFiles } from '../kit/files';
import { seatsAbove } from '../kit/seats';
import { actorOf } from './actor';
import { type PartyInput, resolve } from './parties';

interface ProblemCall {
  input: Omit<Command, 'name' | 'party' | 'parties' | 'followers'> & {
    problem: string;
    party?: PartyInput | undefined;
    parties?: PartyInput[] | undefined;
  };
  caller: Caller;
  command: CommandStamp;
  at: Millis;
}

/** Commands that move a matter up ask who sits above. */
const UPWARD: readonly CommandName[] = ['escalate', 'reopen'];

/**
 * Any command of the table upon an existing problem: one read, one write, then its notices.
 * @param first what must have happened elsewhere before this one is written; repeated when this one is
 */
export async function command(
  name: ClientCommand,
  call: ProblemCall,
  first?: (problem: Problem) => Promise<Partial<Command>>,
): Promise<ProblemAnswer> {
  const { input, caller, at } = call;
  const { problem: id, party, parties, ...said } = input;
  ownFiles(said.photos, caller.person, 'photos');
  const relate = (problem: Problem) => relationsTo(problem, caller.person, at);
  const { state, answer, replayed } = await apply('problems', {
    id,
    command: call.command,
    // Who has nothing to do with it does not learn that it exists.
    admit: (problem) => {
      const ties = relate(problem);
      if (!mayTouch('problem.view', ties) && !mayTouch(`problem.${name}`, ties))
        throw new Refusal('NOT_FOUND', { path: 'problem' });
    },
    decide: async (problem) => {
      const relations = relate(problem);
      if (!mayTouch(`problem.${name}`, relations)) throw new Refusal('NOT_YOURS', { path: 'problem' });
      if (!possible(problem, name, relations)) throw new Refusal('NOT_NOW', { path: 'problem' });
      const [seats, given, also] = await Promise.all([
        UPWARD.includes(name) ? seatsAbove(problem.area) : [],
        resolve({ party, parties }),
        first?.(problem),
      ]);
      const actor = { ...actorOf(problem, caller.person, relations), seats };
      return decide(problem, { name, ...said, ...given, ...also }, actor, at);
    },
    answer: (problem) => answerOf(problem, at),
  });
  if (!replayed) await deliverSoon('problems', state);
  return answer;
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
