import { belongs, concerns, mayIn, ownSubject, type RollTies, tiesToVillage } from '../../domain/access/roll';
import { areaAt } from '../../domain/area/area';
import type { Outputs, RollReader, RollView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { maskedName } from '../../domain/registry/mask';
import { holds } from '../../domain/roll/basis';
import { HONOUR_VERSION } from '../../domain/roll/honour';
import { isNotice, postableLines, posting } from '../../domain/roll/internal';
import type { Roll, RollBasis } from '../../domain/roll/roll';
import type { Ground } from '../../domain/roll/shown';
import type { Millis } from '../../domain/time/shanghai';
import { logAccess } from '../kit/access-log';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';
import { basesOf, basisView } from './bases';
import { bottomLines, topLines } from './lines';
import { groundFor, pathOf, villageOf } from './place';

/** What the caller may see of a village's year: all who evaluate see the candidates, everybody else only themselves. */
export async function open({
  input,
  caller: { person },
  at,
}: Call<'roll.open'>): Promise<Outputs['roll.open']> {
  const village = villageOf(input.village, person);
  const ties = tiesToVillage(village, person);
  const as = readerOf(ties);
  const subjects = input.subjects ?? (person.posts.length > 0 ? 'worker' : 'household');
  const [path, rolls, bases] = await Promise.all([
    pathOf(village),
    all('rolls', (some) => some.where({ area: village, subjects }).limit(100)),
    basesOf(areaAt(village, 'banner')),
  ]);
  // Whoever has moved away still has the own line, and the own word for somebody.
  if (as === 'own' && !belongs(village, person) && !rolls.some((roll) => concerns(roll, person)))
    throw new Refusal('NOT_YOURS', { path: 'village' });
  const years = rolls.map(({ year }) => year).sort((a, b) => b.localeCompare(a));
  const year = input.year ?? years[0];
  const roll = rolls.find((one) => one.year === year);
  const { share, fewestRanked: fewest } = DEFAULT_RULES.scheme;
  const frame = {
    village: { code: village, path },
    year: year ?? '',
    years,
    subjects,
    as,
    consentVersion: HONOUR_VERSION,
    asOf: at,
  };
  if (!roll)
    return { ...frame, made: false, ranked: 0, fewest, share, top: [], bottom: [], bases: [], may: [] };
  const ground = await groundFor(roll, at);
  const view = { ...frame, ...told(roll, { person, ties, as, ground, bases, at }) };
  await logLook(view, person);
  return view;
}

/** Who sees somebody else's line is written down. */
async function logLook(view: RollView, person: Person): Promise<void> {
  const others = [...view.top, ...view.bottom].filter(({ mine }) => !mine).length;
  // The same people once more; a chief sees them only there.
  const count = Math.max(others, view.as === 'own' ? 0 : (view.internal?.names.length ?? 0));
  if (count === 0) return;
  await logAccess(person, {
    at: view.asOf,
    what: 'evaluation',
    area: view.village.code,
    masked: view.as === 'above' && view.top.length === 0,
    count,
  });
}

interface Reading {
  person: Person;
  ties: RollTies;
  as: RollReader;
  ground: Ground;
  bases: readonly RollBasis[];
  at: Millis;
}

type Told = Pick<
  RollView,
  | 'made'
  | 'ranked'
  | 'fewest'
  | 'share'
  | 'hash'
  | 'version'
  | 'top'
  | 'bottom'
  | 'internal'
  | 'bases'
  | 'may'
>;

function told(roll: Roll, { person, ties, as, ground, bases, at }: Reading): Told {
  const { ranked, fewest, share, hash, version } = roll;
  const mine = ownSubject(roll, person);
  const mayPost = as === 'secretary' && ground.final && postableLines(roll).length > 0;
  const holding = mayPost ? bases.filter((one) => holds(one, at)) : [];
  const internal = internalOf(roll, { as, ground, bases, at, mine });
  return {
    made: true,
    ranked,
    fewest,
    share,
    hash,
    version,
    top: topLines(roll, { mine, ties, person, ground, at }),
    bottom: bottomLines(roll, { mine, as, judge: mayIn('roll.answer', roll.area, person), at }),
    ...(internal ? { internal } : {}),
    bases: holding.map((one) => basisView(one, person, at)),
    may: [
      ...(holding.length > 0 ? (['post'] as const) : []),
      ...(ties.evaluator && roll.subjects === 'worker' && ground.final ? (['export'] as const) : []),
    ],
  };
}

/** Everybody's name inside the village organisation, one's own for who is on it, masked for who evaluates from above. */
function internalOf(
  roll: Roll,
  {
    as,
    ground,
    bases,
    at,
    mine,
  }: Pick<Reading, 'as' | 'ground' | 'bases' | 'at'> & { mine: string | undefined },
): RollView['internal'] {
  const basis = bases.find(({ _id }) => _id === roll.internal?.basis);
  const stands = posting(roll, basis, ground, at);
  if (!stands || !basis) return undefined;
  // While there is time to object, only the desk that posts it and whoever is to stand on it know.
  const only = as === 'own' || (isNotice(stands, at) && as !== 'secretary');
  const lines = postableLines(roll).filter(({ subject }) => !only || subject === mine);
  if (lines.length === 0) return undefined;
  const masked = as === 'above';
  return {
    basis: basis.text,
    from: stands.from,
    until: Math.min(stands.until, basis.until),
    names: lines.map(({ name }) => (masked ? maskedName(name) : name)),
    masked,
  };
}

function readerOf({ holder, organisation, evaluator }: RollTies): RollReader {
  if (holder) return 'secretary';
  if (organisation) return 'chief';
  return evaluator ? 'above' : 'own';
}
