import { COMMANDS, type CommandName, type Relation } from '../../domain/problem/commands';
import { type Actor, type Command, decide } from '../../domain/problem/decide';
import type { Party } from '../../domain/problem/party';
import type { Problem, Status } from '../../domain/problem/problem';
import { DAY, HOUR, type Millis } from '../../domain/time/shanghai';
import { aProblem, NOW } from './build';

export const SEATS = [
  { level: 'village', name: '张书记' },
  { level: 'township', name: '陈永' },
  { level: 'banner', name: '孙立' },
] as const;

export const UNIT: Party = {
  kind: 'desk',
  key: 'handler@150625:旗水利局',
  role: 'handler',
  area: '150625',
  unit: '旗水利局',
  name: '何平',
};
/** A worker of the grid, in person. */
export const WORKER: Party = {
  kind: 'person',
  key: 'w1',
  role: 'worker',
  area: '150625100208003',
  name: '刘志强',
};
const BESIDE: Party = {
  kind: 'desk',
  key: 'chief@150625100208004',
  role: 'chief',
  area: '150625100208004',
  name: '李玉',
};

/** Everything that any command may need, well-formed at `at`. */
export function saying(name: CommandName, problem: Problem, at: Millis): Command {
  const until = name === 'extend' ? (problem.deadline?.at ?? at) + DAY : at + DAY;
  return {
    name,
    text: '因为……',
    stars: 4,
    where: '旗供电局',
    other: 'p-other',
    until,
    party: name === 'transfer' ? beside(problem) : WORKER,
    parties: [UNIT],
    followers: [{ person: 'r9', name: '巴图' }],
  };
}

/** Another desk of the holder's level, where there is one. */
function beside({ holder }: Problem): Party {
  if (holder.level === 'banner') return UNIT;
  if (holder.level === 'grid' && holder.key !== BESIDE.key) return BESIDE;
  const area = `${holder.area.slice(0, -1)}${holder.area.endsWith('9') ? '8' : '9'}`;
  return { kind: 'desk', key: `${holder.role}@${area}`, role: holder.role, area, name: '别处' };
}

export function actor(...relations: Relation[]): Actor {
  const clock = relations.includes('clock');
  return {
    relations: new Set(relations),
    seats: SEATS,
    ...(clock ? {} : { by: { person: `x-${relations[0]}`, name: '某人', role: 'chief' as const } }),
  };
}

export function step(
  problem: Problem,
  name: CommandName,
  relation: Relation = COMMANDS[name].by[0],
  at: Millis = NOW,
  said: Partial<Command> = {},
): Problem {
  return decide(problem, { ...saying(name, problem, at), ...said }, actor(relation), at);
}

/** A problem in that state, brought there by commands. */
export function inStatus(status: Status): Problem {
  const reported = aProblem();
  const accepted = step(reported, 'accept', 'holder', NOW + HOUR);
  switch (status) {
    case 'reported':
      return reported;
    case 'accepted':
      return accepted;
    case 'suspended':
      return step(accepted, 'suspend', 'holder', NOW + HOUR);
    case 'finished':
      return step(accepted, 'finish', 'holder', NOW + HOUR);
    case 'closed':
      return step(inStatus('finished'), 'confirm', 'reporter', NOW + HOUR, { stars: undefined });
    case 'refused':
      return step(reported, 'refuse', 'holder', NOW + HOUR);
    case 'withdrawn':
      return step(reported, 'withdraw', 'reporter', NOW + HOUR);
    case 'merged':
      return step(reported, 'merge', 'holder', NOW + HOUR);
  }
}
