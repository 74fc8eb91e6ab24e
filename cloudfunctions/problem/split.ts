import { createHash } from 'node:crypto';
import type { ProblemAnswer } from '../../domain/contract/views';
import { splitOff } from '../../domain/problem/split';
import { insert } from '../kit/aggregate';
import type { Call } from '../kit/serve';
import { command } from './command';

/**
 * Two writes, the part first, under a key derived from the command: said again, it finds itself. A crash in between
 * leaves a part that has its own holder and deadline.
 */
export function split(call: Call<'problem.split'>): Promise<ProblemAnswer> {
  const { input, caller, command: stamp, at } = call;
  const { category, ...said } = input;
  return command('split', { ...call, input: said }, async (problem) => {
    const other = partId(caller.person._id, stamp.id);
    const by = { person: caller.person._id, name: caller.person.name, role: problem.holder.role };
    await insert('problems', splitOff(problem, { id: other, text: input.text, category }, by, at));
    return { other };
  });
}

function partId(person: string, command: string): string {
  return `p${createHash('sha256').update(`split ${person} ${command}`).digest('hex').slice(0, 20)}`;
}
