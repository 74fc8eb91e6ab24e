import { relationsTo } from '../../domain/access/relation';
import type { ProblemAnswer } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { decide } from '../../domain/problem/decide';
import type { Problem } from '../../domain/problem/problem';
import type { Millis } from '../../domain/time/shanghai';
import { apply } from '../kit/aggregate';
import type { Call } from '../kit/serve';
import { actorOf } from './actor';
import { command } from './command';

/**
 * Two writes, the other matter first: it takes over who reported and followed this one, then this one ends. A crash in
 * between leaves this one open, and saying it again changes the other nothing.
 */
export function merge(call: Call<'problem.merge'>): Promise<ProblemAnswer> {
  const { input, caller, at } = call;
  if (input.other === input.problem) throw new Refusal('BAD_INPUT', { path: 'other' });
  return command('merge', call, async (problem) => {
    await adopt(input.other, problem, caller.person, at);
    return {};
  });
}

/** The id of this command has a colon, so that no client can have used it. */
async function adopt(other: string, problem: Problem, person: Person, at: Millis): Promise<void> {
  const { _id, reporter, followers = [] } = problem;
  const relate = (target: Problem) => relationsTo(target, person, at);
  await apply('problems', {
    id: other,
    command: { id: `merge:${_id}`, print: _id, at },
    admit: (target) => {
      const ties = relate(target);
      if (!ties.has('holder') && !ties.has('scope')) throw new Refusal('NOT_FOUND', { path: 'other' });
    },
    decide: (target) =>
      decide(
        target,
        { name: 'adopt', other: _id, followers: [reporter, ...followers] },
        { ...actorOf(target, person, relate(target)), relations: new Set(['merge']) },
        at,
      ),
    answer: () => null,
  });
}
