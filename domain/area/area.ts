/** 旗 6 digits / 苏木镇 9 / 嘎查村·社区 12 / 网格 15. A child's code starts with its parent's, so a prefix is a scope. */
export const LEVELS = ['banner', 'township', 'village', 'grid'] as const;
export type Level = (typeof LEVELS)[number];

export type AreaCode = string;

export interface Area {
  _id: AreaCode;
  level: Level;
  name: string;
  /** Names from the township down, `锡尼镇·胜利村委会·第3网格`. */
  path: string;
  parent: AreaCode | null;
  /** How many households live here, kept by the registry import. */
  households: number;
}

/** Digits of a code. */
export const LENGTH: Record<Level, number> = { banner: 6, township: 9, village: 12, grid: 15 };

export function isAreaCode(code: string): boolean {
  return /^\d+$/.test(code) && LEVELS.some((level) => LENGTH[level] === code.length);
}

/** @throws RangeError when the code has no level's length */
export function levelOf(code: AreaCode): Level {
  const level = LEVELS.find((candidate) => LENGTH[candidate] === code.length);
  if (!level) throw new RangeError(`not an area code: ${code}`);
  return level;
}

/** The area of that level that `code` lies in. @throws RangeError when `level` lies below the code's own */
export function areaAt(code: AreaCode, level: Level): AreaCode {
  if (code.length < LENGTH[level]) throw new RangeError(`${code} has no ${level}`);
  return code.slice(0, LENGTH[level]);
}

export function parentOf(code: AreaCode): AreaCode | null {
  const above = levelAbove(levelOf(code));
  return above ? areaAt(code, above) : null;
}

export function levelAbove(level: Level): Level | null {
  return LEVELS[LEVELS.indexOf(level) - 1] ?? null;
}

/** The levels above, the nearest first. */
export function levelsAbove(level: Level): Level[] {
  return LEVELS.slice(0, LEVELS.indexOf(level)).reverse();
}

export function levelBelow(level: Level): Level | null {
  return LEVELS[LEVELS.indexOf(level) + 1] ?? null;
}

/** Whether `inner` is `scope` itself or lies inside it. */
export function contains(scope: AreaCode, inner: AreaCode): boolean {
  return inner.startsWith(scope);
}

/** The code and its parents, banner first. */
export function lineage(code: AreaCode): AreaCode[] {
  return LEVELS.filter((level) => LENGTH[level] <= code.length).map((level) => areaAt(code, level));
}
