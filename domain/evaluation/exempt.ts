import type { Candidate, Evaluation, Exemption } from './evaluation';
import { unsigned } from './grade';
import { withResult } from './score';

/**
 * Who leads states that somebody is not graded this year, and why, or takes that back. After grading it changes the
 * result at once; what the registry says by itself stays when nothing is stated.
 * @param automatic what the registry says of this person
 * @throws Refusal NOT_NOW once it is signed
 */
export function exempted(
  evaluation: Evaluation,
  person: string,
  stated: Exemption | undefined,
  automatic: Exemption | undefined,
): Evaluation {
  unsigned(evaluation);
  const { [person]: _, ...others } = evaluation.exemptions;
  const exemptions = stated ? { ...others, [person]: stated } : others;
  const change = (candidate: Candidate): Candidate => {
    if (candidate.person !== person) return candidate;
    const { exempt: _was, ...rest } = candidate;
    const exempt = stated ?? automatic;
    return withResult(exempt ? { ...rest, exempt } : rest, evaluation.scheme);
  };
  return { ...evaluation, exemptions, candidates: evaluation.candidates.map(change) };
}
