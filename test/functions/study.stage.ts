import { monthKey } from '../../domain/time/period';
import { TOWNSHIP, VILLAGE } from './people';
import { reported } from './problem.stage';
import type { World } from './world';

export const PERIOD = '2026-11B';
export const SESSION = `${VILLAGE}_${PERIOD}`;
export const HERE = { area: VILLAGE, period: PERIOD };

/** A problem that waits on the village's agenda. @returns its id */
export async function onVillageAgenda(world: World): Promise<string> {
  const problem = await reported(world);
  await world.ok('chief', 'problem.escalate', { problem, text: '要和扬水站协调' });
  return problem;
}

/** A problem that waits on the township's agenda. @returns its id */
export async function onTownshipAgenda(world: World): Promise<string> {
  const problem = await onVillageAgenda(world);
  await world.ok('secretary', 'problem.escalate', { problem, text: '要镇里立项' });
  return problem;
}

export function townshipNow(world: World) {
  return { area: TOWNSHIP, period: monthKey(world.cloud.clock.now()) };
}
