import type { Outputs, PublicName } from '../../domain/contract/views';
import type { Evaluation } from '../../domain/evaluation/evaluation';
import type { Roll } from '../../domain/roll/roll';
import { groundOf, isShown, lastConsent, objectionsUntil } from '../../domain/roll/shown';
import type { Millis } from '../../domain/time/shanghai';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';
import { pathOf, villageOf } from './place';

/** Names that everybody may see now: their owners agreed, two people stand for them, and the time is not up. Three reads. */
export async function publicNames({
  input,
  caller: { person },
  at,
}: Call<'roll.public'>): Promise<Outputs['roll.public']> {
  const village = villageOf(input.village, person);
  const [path, rolls, evaluations] = await Promise.all([
    pathOf(village),
    all('rolls', (some) => some.where({ area: village }).limit(100)),
    all('evaluations', (some) => some.where({ area: village }).limit(100)),
  ]);
  const byYear = new Map(evaluations.map((one) => [one.year, one]));
  const names = rolls.flatMap((roll) => shownOf(roll, byYear.get(roll.year), at));
  return {
    village: { code: village, path },
    // By name, not by rank: an honour is an honour.
    names: names.sort((a, b) => b.year.localeCompare(a.year) || a.name.localeCompare(b.name, 'zh')),
    asOf: at,
  };
}

function shownOf(roll: Roll, evaluation: Evaluation | undefined, at: Millis): PublicName[] {
  const ground = groundOf(roll, evaluation);
  return roll.top.flatMap((line): PublicName[] => {
    const until = lastConsent(line)?.until;
    if (!isShown(line, ground, at) || until === undefined || line.honour === undefined) return [];
    const objections = objectionsUntil(line);
    return [
      {
        name: line.name,
        areaPath: line.areaPath,
        honour: line.honour,
        year: roll.year,
        subjects: roll.subjects,
        until,
        ...(objections !== undefined && at < objections ? { objectionsUntil: objections } : {}),
        hash: roll.hash,
      },
    ];
  });
}
