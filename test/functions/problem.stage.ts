import type { World } from './world';

/** Brings a problem of `resident` to a state, through the doors. @returns its id */
export async function reported(world: World): Promise<string> {
  const { problem } = await world.ok('resident', 'problem.report', {
    category: 'road',
    text: '渠边的路又陡又窄',
  });
  return problem;
}

export async function accepted(world: World): Promise<string> {
  const problem = await reported(world);
  await world.ok('chief', 'problem.accept', { problem });
  return problem;
}

export async function finished(world: World): Promise<string> {
  const problem = await accepted(world);
  await world.ok('chief', 'problem.finish', { problem, text: '路面铺了砂石' });
  return problem;
}

/** Units of the banner and people, as the commands want them. */
export const WATER = { role: 'handler', area: '150625', unit: '旗水利局' } as const;
export const POWER = { role: 'handler', area: '150625', unit: '旗供电局' } as const;

/** On the village's desk, passed up by the chief, and taken up there. */
export async function escalated(world: World): Promise<string> {
  const problem = await accepted(world);
  await world.ok('chief', 'problem.escalate', { problem, text: '要和扬水站商量' });
  await world.ok('secretary', 'problem.accept', { problem });
  return problem;
}

/** Taken up at the banner. */
export async function atBanner(world: World): Promise<string> {
  const problem = await escalated(world);
  await world.ok('secretary', 'problem.escalate', { problem, text: '村里办不了' });
  await world.ok('official', 'problem.escalate', { problem, text: '镇里办不了' });
  await world.ok('bannerOfficial', 'problem.accept', { problem });
  return problem;
}

/** The kind of the latest notice in that person's inbox, and what it is about. */
export async function told(world: World, person: string): Promise<[kind: string, id: string]> {
  const [latest] = (await world.ok(person, 'notice.inbox', {})).notices;
  return [latest?.kind ?? 'nothing', latest?.about.id ?? ''];
}

export async function code(world: World, ...call: Parameters<World['refused']>): Promise<string> {
  return (await world.refused(...call)).code;
}
