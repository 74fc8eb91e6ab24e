import type { Candidate, Evaluation } from '../../domain/evaluation/evaluation';
import { deskKey, type Person } from '../../domain/person/person';
import { HONOUR_VERSION } from '../../domain/roll/honour';
import type { Roll } from '../../domain/roll/roll';
import { DAY } from '../../domain/time/shanghai';
import { candidate, finalEvaluation, YEAR } from '../domain/evaluations';
import { GRID, NOW, VILLAGE } from './people';
import type { World } from './world';

export const ROLL = { village: VILLAGE, year: YEAR, subjects: 'worker' as const };
export const ROLL_ID = `${VILLAGE}_${YEAR}_worker`;
export const SAY = { ...ROLL, subject: 'worker', honour: '最美网格员', text: '随叫随到' };
export const AGREED = { ...ROLL, until: NOW + 100 * DAY, version: HONOUR_VERSION };

/** Eight workers beside the two of the village. */
const OTHERS: Person[] = Array.from({ length: 8 }, (_, n) => {
  const id = `w${n + 1}`;
  return {
    _id: id,
    name: `网格员${n + 1}`,
    openid: `openid-${id}`,
    posts: [{ role: 'worker', area: GRID, areaPath: '锡尼镇·胜利村委会·第1网格' }],
    desks: [deskKey('worker', GRID)],
    area: GRID,
    areaPath: '锡尼镇·胜利村委会·第1网格',
  };
});

/** Best is `worker`, last is `colleague`. */
export const CANDIDATES: Candidate[] = [
  candidate('worker', 95.5, { name: '刘志强' }),
  ...OTHERS.map(({ _id, name }, n) => candidate(_id, 90 - n, { name })),
  candidate('colleague', 61, { name: '乌云' }),
];

/** The village's evaluation, final unless said otherwise. */
export async function evaluated(
  world: World,
  change: Partial<Evaluation> = {},
  candidates: Candidate[] = CANDIDATES,
): Promise<void> {
  const evaluation = finalEvaluation(candidates, change);
  await world.cloud.store.bulkInsert(
    'people',
    OTHERS.map((one) => ({ ...one })),
  );
  await world.cloud.store.bulkInsert('evaluations', [{ ...evaluation }]);
}

/** As the clock makes it. */
export async function rolled(world: World): Promise<void> {
  await evaluated(world);
  await world.runTimer('roll');
}

/** `worker` is recommended by two and has agreed. */
export async function published(world: World): Promise<void> {
  await world.ok('chief', 'roll.recommend', SAY);
  await world.ok('secretary', 'roll.recommend', SAY);
  await world.ok('worker', 'roll.consent', AGREED);
}

/** A basis that holds. @returns its id */
export async function based(world: World, until = NOW + 60 * DAY): Promise<string> {
  const { basis } = await world.ok('admin', 'roll.basis', { text: '某条例第三条', until });
  await world.ok('bannerOfficial', 'roll.allow', { basis });
  return basis;
}

export async function rollOf(world: World): Promise<Roll> {
  const rolls = await world.documents<Roll>('rolls');
  return rolls.find(({ _id }) => _id === ROLL_ID)!;
}

export async function namesSeenBy(world: World, person: string): Promise<string[]> {
  const { names } = await world.ok(person, 'roll.public', { village: VILLAGE });
  return names.map(({ name }) => name);
}
