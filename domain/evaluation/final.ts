import type { Millis } from '../time/shanghai';
import { openAppeals } from './appeal';
import type { Candidate, Evaluation } from './evaluation';

/** Whether time to appeal is over and no appeal is open: only then may anything be made from the result. */
export function isDue(evaluation: Evaluation, at: Millis): boolean {
  const { state, appealUntil } = evaluation;
  return (
    state === 'signed' && appealUntil !== undefined && at >= appealUntil && openAppeals(evaluation) === 0
  );
}

/**
 * The evaluation made final; the same one while it may not be.
 * @param hash of `listText`, SHA-256 in hexadecimal digits
 */
export function finalised(evaluation: Evaluation, hash: string, at: Millis): Evaluation {
  if (!isDue(evaluation, at)) return evaluation;
  const { nextAt: _, ...rest } = evaluation;
  return { ...rest, state: 'final', finalAt: at, hash };
}

/**
 * The list in its canonical form, the same whatever order its lines come in: one line for each person, by their ids,
 * fields parted by tabs. Who has the list can hash it again and compare.
 */
export function listText({
  area,
  year,
  version,
  candidates,
}: Pick<Evaluation, 'area' | 'year' | 'version' | 'candidates'>): string {
  const lines = candidates.map(lineOf).sort();
  return [`evaluation\t${area}\t${year}\t${version}`, ...lines, ''].join('\n');
}

function lineOf({ person, exempt, score, grade, points, residents, review }: Candidate): string {
  const parts = [points, residents, review].map((part) => `${figure(part.score)}/${part.n}`);
  return [person, exempt?.why ?? '-', figure(score), grade ?? '-', points.total, ...parts].join('\t');
}

/** One decimal, always. */
function figure(score: number | undefined): string {
  return score === undefined ? '-' : score.toFixed(1);
}
