import type { Area } from '../../domain/area/area';
import { areasOf, countHouseholds, gridOf } from '../../domain/area/divisions';
import type { Household } from '../../domain/household/household';
import { deskKey, type Person, type Post, type PostRole } from '../../domain/person/person';
import { atShanghai, type Millis } from '../../domain/time/shanghai';

/** Monday; the world of every function test begins here. */
export const NOW: Millis = atShanghai('2026-11-23 10:00');

const DIVISIONS = {
  code: '150625',
  name: '杭锦旗',
  townships: [
    {
      code: '150625100',
      name: '锡尼镇',
      villages: [
        { code: '150625100208', name: '胜利村委会' },
        { code: '150625100211', name: '广丰村委会' },
      ],
    },
  ],
};

const divisions = areasOf(DIVISIONS);
const village = (code: string): Area => divisions.find((area) => area._id === code)!;
const grids = [
  gridOf(village('150625100208'), 1),
  gridOf(village('150625100208'), 2),
  gridOf(village('150625100211'), 1),
];

export const GRID = grids[0]!._id;
export const OTHER_GRID = grids[1]!._id;
export const FAR_GRID = grids[2]!._id;
export const VILLAGE = '150625100208';
export const TOWNSHIP = '150625100';
export const BANNER = '150625';

const LINKED_SINCE = atShanghai('2026-01-01');
const paths = new Map([...divisions, ...grids].map((area) => [area._id, area.path]));

function person(
  id: string,
  name: string,
  posts: [PostRole, string, unit?: string][],
  change: Partial<Person> = {},
): Person {
  const all: Post[] = posts.map(([role, area, unit]) => ({
    role,
    area,
    areaPath: paths.get(area) ?? '',
    ...(unit ? { unit } : {}),
  }));
  const area = change.area ?? all[0]?.area ?? GRID;
  return {
    _id: id,
    name,
    openid: `openid-${id}`,
    posts: all,
    desks: all.map((post) => deskKey(post.role, post.area, post.unit)),
    area,
    areaPath: paths.get(area) ?? '',
    phone: '19900000001',
    ...change,
  };
}

const links = (first: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({ household: `h${first + n}`, from: LINKED_SINCE }));

/** One person for each way of standing to the village; `far…` belong to the village next to it. */
export const PEOPLE = [
  person('resident', '苏雅拉', [], { household: 'h1' }),
  person('neighbour', '巴图', [], { household: 'h2' }),
  person('worker', '刘志强', [['worker', GRID]], { links: links(1, 12) }),
  person('colleague', '乌云', [['worker', GRID]], { links: links(13, 12) }),
  person('chief', '王海', [['chief', GRID]]),
  person('farChief', '李玉', [['chief', FAR_GRID]]),
  person('secretary', '张建国', [['secretary', VILLAGE]]),
  person('farSecretary', '赵敏', [['secretary', '150625100211']]),
  person('official', '陈永', [['official', TOWNSHIP]]),
  person('bannerOfficial', '孙立', [['official', BANNER]]),
  person('handler', '何平', [['handler', TOWNSHIP]]),
  person('waterUnit', '高平', [['handler', BANNER, '旗水利局']]),
  person('powerUnit', '丁一', [['handler', BANNER, '旗供电局']]),
  person('besideChief', '周强', [['chief', OTHER_GRID]]),
  person('supervisor', '那仁', [['supervisor', BANNER]]),
  person('admin', '白音', [['admin', BANNER]]),
] as const satisfies readonly Person[];

export const AREAS = countHouseholds(
  [...divisions, ...grids],
  new Map([
    [GRID, 24],
    [OTHER_GRID, 0],
    [FAR_GRID, 0],
  ]),
);

export const HOUSEHOLDS: Household[] = Array.from({ length: 24 }, (_, n) => ({
  _id: `h${n + 1}`,
  rev: 0,
  applied: [],
  outbox: [],
  area: GRID,
  head: `户主${n + 1}`,
  members: 3,
  phone: '19900001234',
  address: `一社${n + 1}号`,
}));
