import type { ProblemView } from '../../domain/contract/views';
import type { Dictionary } from './zh';

type Holder = ProblemView['holder'];
type RoleName = Exclude<keyof Dictionary['problem']['role'], 'official'> | 'official';

function roleWord(role: RoleName, level: Holder['level'], { problem }: Dictionary): string {
  return role === 'official' ? problem.role.official[level] : problem.role[role];
}

/** "网格长张三"; while nobody is named, the seat: "胜利村委会书记". */
export function deskWords({ role, level, name, areaName }: Holder, words: Dictionary): string {
  return name ? `${roleWord(role, level, words)}${name}` : words.problem.seat[role](areaName);
}

/** Somebody who acted: role and name, or only the role when the name is hidden. */
export function actorWords(
  { name, role }: { name: string; role: string },
  level: Holder['level'],
  words: Dictionary,
): string {
  const word = role in words.problem.role ? roleWord(role as RoleName, level, words) : '';
  if (role === 'reporter') return name || words.problem.line.resident;
  return `${word}${name}`.trim();
}
