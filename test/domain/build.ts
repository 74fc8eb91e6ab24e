import type { Level } from '../../domain/area/area';
import { deskKey, type Person, type Post } from '../../domain/person/person';
import type { Problem } from '../../domain/problem/problem';
import type { Report } from '../../domain/problem/report';
import { reportProblem } from '../../domain/problem/report';
import { atShanghai, type Millis } from '../../domain/time/shanghai';

export const GRID = '150625100208003';
/** Monday. */
export const NOW: Millis = atShanghai('2026-11-23 10:00');

export const NAMES: Record<Level, string> = {
  banner: '杭锦旗',
  township: '锡尼镇',
  village: '胜利村委会',
  grid: '第3网格',
};

/** A worker with `count` households since the beginning of 2026. */
export function aWorker(count = 12, change: Partial<Person> = {}): Person {
  const from = atShanghai('2026-01-01');
  return {
    ...aPerson('w1', [{ role: 'worker', area: GRID, areaPath: '锡尼镇·胜利村委会·第3网格' }]),
    links: Array.from({ length: count }, (_, n) => ({ household: `h${n + 1}`, from })),
    ...change,
  };
}

export function aPerson(id: string, posts: Post[], change: Partial<Person> = {}): Person {
  return {
    _id: id,
    name: `人${id}`,
    posts,
    desks: posts.map((post) => deskKey(post.role, post.area)),
    area: posts[0]?.area ?? GRID,
    areaPath: posts[0]?.areaPath ?? '锡尼镇·胜利村委会·第3网格',
    ...change,
  };
}

export function aProblem(report: Partial<Report> = {}, at: Millis = NOW, level: Level = 'grid'): Problem {
  return reportProblem(
    { category: 'road', text: '渠边的路又陡又窄', ...report },
    {
      id: 'p1',
      area: GRID,
      areaPath: '锡尼镇·胜利村委会·第3网格',
      areaNames: NAMES,
      household: 'h1',
      reporter: { person: 'r1', name: '苏雅拉' },
      level,
      holderName: '王网格长',
    },
    at,
  );
}
