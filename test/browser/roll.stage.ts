import type { Candidate } from '../../domain/evaluation/evaluation';
import { candidate, finalEvaluation, YEAR } from '../domain/evaluations';
import type { Member, Village } from './village';

/**
 * The village's evaluation of last year, final: `best` in front, `last` behind. Put in by the stage's own doors, as a
 * state that was exported and is imported again.
 */
export async function withFinalEvaluation({ url, cast, door }: Village): Promise<{ last: Member }> {
  const village = cast.worker.area.slice(0, 12);
  const query = new URLSearchParams({ role: 'worker', area: village, limit: '100' });
  const { people }: { people: Member[] } = await door(`/_local/people?${query}`);
  const others = people.filter(({ id }) => id !== cast.worker.id);
  const candidates = [cast.worker, ...others].map(({ id, name, area, areaPath }, n): Candidate => {
    const score = Math.round((95.5 - (n * 40) / people.length) * 10) / 10;
    return candidate(id, score, { name, area, areaPath });
  });
  const evaluation = finalEvaluation(candidates, {
    _id: `${village}_${YEAR}`,
    area: village,
    areaPath: cast.worker.areaPath.split('·').slice(0, -1).join('·'),
  });
  const exported = await (await fetch(`${url}/_local/export`)).text();
  // The stage has a year of its own behind it; this one is told anew.
  const state = exported
    .split('\n')
    .filter((line) => !/^\{"in":"(evaluations|rolls)"/.test(line))
    .join('\n');
  const more = [
    JSON.stringify({ collection: 'evaluations' }),
    JSON.stringify({ in: 'evaluations', doc: evaluation }),
  ];
  const body = `${state.trimEnd()}\n${more.join('\n')}\n`;
  const answer = await fetch(`${url}/_local/import`, { method: 'POST', body });
  if (!answer.ok) throw new Error(await answer.text());
  return { last: others.at(-1)! };
}

/** The clock passes a morning, when rolls are made. */
export async function passADay({ door }: Village): Promise<void> {
  await door('/_local/clock', { advance: 'P1D' });
}
