import { belongs, tiesToVillage } from '../../domain/access/roll';
import type { Outputs, PublicName } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Roll } from '../../domain/roll/roll';
import { type Ground, isShown, lastConsent, objectionsUntil, publishedName } from '../../domain/roll/shown';
import type { Millis } from '../../domain/time/shanghai';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';
import { groundFor, pathOf, villageOf } from './place';

/**
 * Names that the village may see now, and who looks after it: their owners agreed to that, two people stand for them, and
 * the time is not up.
 */
export async function publicNames({
  input,
  caller: { person },
  at,
}: Call<'roll.public'>): Promise<Outputs['roll.public']> {
  const village = villageOf(input.village, person);
  const { organisation, evaluator, signer } = tiesToVillage(village, person);
  const [path, rolls] = await Promise.all([
    pathOf(village),
    all('rolls', (some) => some.where({ area: village }).limit(100)),
  ]);
  if (!belongs(village, person) && !organisation && !evaluator && !signer)
    throw new Refusal('NOT_YOURS', { path: 'village' });
  const each = await Promise.all(rolls.map(async (roll) => shownOf(roll, await groundFor(roll, at), at)));
  const names = each.flat();
  return {
    village: { code: village, path },
    // By name, not by rank: an honour is an honour.
    names: names.sort((a, b) => b.year.localeCompare(a.year) || a.name.localeCompare(b.name, 'zh')),
    asOf: at,
  };
}

function shownOf(roll: Roll, ground: Ground, at: Millis): PublicName[] {
  return roll.top.flatMap((line): PublicName[] => {
    const until = lastConsent(line)?.until;
    if (!isShown(line, ground, at) || until === undefined || line.honour === undefined) return [];
    const objections = objectionsUntil(line);
    return [
      {
        name: publishedName(line, roll),
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
