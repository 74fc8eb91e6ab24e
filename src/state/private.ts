/**
 * What a phone never keeps: who stands how in an evaluation, on a roll, in points. A name that was withdrawn or a score
 * that was corrected would go on showing where there is no signal, and to whoever picks the phone up.
 */
const NEVER_KEPT = /^(evaluation|roll)\.|^points\.(book|books|asks|dryRun|replay)$/;

export function mayKeep(name: string): boolean {
  return !NEVER_KEPT.test(name);
}
