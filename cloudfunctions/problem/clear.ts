import { relationsTo } from '../../domain/access/relation';
import { mayTouch } from '../../domain/access/table';
import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { cleared } from '../../domain/problem/content';
import type { Problem } from '../../domain/problem/problem';
import { apply } from '../kit/aggregate';
import type { Call } from '../kit/serve';

/** A secretary or supervisor passes or hides what the check was not sure of, or hides what it let pass. */
export async function clear({
  input,
  caller: { person },
  command,
  at,
}: Call<'problem.clear'>): Promise<Outputs['problem.clear']> {
  const relate = (problem: Problem) => relationsTo(problem, person, at);
  const { answer } = await apply('problems', {
    id: input.problem,
    command,
    admit: (problem) => {
      if (relate(problem).size === 0) throw new Refusal('NOT_FOUND', { path: 'problem' });
    },
    decide: (problem) => {
      if (!mayTouch('problem.clear', relate(problem))) throw new Refusal('NOT_YOURS', { path: 'problem' });
      if (problem.content.state === input.verdict) throw new Refusal('NOT_NOW', { path: 'verdict' });
      const by = { person: person._id, name: person.name };
      return { ...problem, content: cleared(problem.content, input.verdict, by) };
    },
    answer: ({ _id, content }) => ({ problem: _id, state: content.state, asOf: at }),
  });
  return answer;
}
