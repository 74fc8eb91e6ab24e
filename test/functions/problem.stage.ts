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
