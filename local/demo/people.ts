import type { Area } from '../../domain/area/area';
import { deskKey, type Person, type PostRole } from '../../domain/person/person';
import { nameOf, phoneOf } from './names';
import type { Landscape } from './plan';
import type { Random } from './random';
import { type Synthetic, synthetic } from './synthetic';

export type DemoPerson = Synthetic<Person> & { openid: string };

const LETTER: Record<PostRole, string> = {
  worker: 'w',
  chief: 'c',
  secretary: 's',
  official: 'o',
  handler: 'h',
  supervisor: 'v',
  admin: 'a',
};

export const MONGOLIAN_SHARE: Record<Landscape, number> = { community: 0.3, fields: 0.25, pasture: 0.75 };

interface Seat {
  role: PostRole;
  area: Pick<Area, '_id' | 'path' | 'name'>;
  number: number;
  unit?: string;
}

/** Somebody on a post; the id tells post and place, `w150625103212001-03`. */
export function seated({ role, area, number, unit }: Seat, random: Random, mongolian: number): DemoPerson {
  const id = `${LETTER[role]}${area._id}-${String(number).padStart(2, '0')}`;
  const areaPath = area.path || area.name;
  return synthetic({
    _id: id,
    name: nameOf(random, mongolian),
    openid: openidOf(id),
    phone: phoneOf(random),
    posts: [{ role, area: area._id, areaPath, ...(unit ? { unit } : {}) }],
    desks: [deskKey(role, area._id, unit)],
    area: area._id,
    areaPath,
  });
}

/** As WeChat would give one: opaque to us, the same in every run. */
export function openidOf(person: string): string {
  return `odemo_${person}`;
}

const UNITS = [
  '旗交通运输局',
  '旗水利局',
  '旗农牧局',
  '旗住房和城乡建设局',
  '旗民政局',
  '旗供电局',
  '黄河灌排服务中心',
  '旗司法局',
];

/** Who sits above the villages: officials of banner and townships, handlers, supervisors, the administrator. */
export function leaders(banner: Area, townships: readonly Area[], random: Random): DemoPerson[] {
  const several = (count: number, seat: Omit<Seat, 'number'>) =>
    Array.from({ length: count }, (_, index) => seated({ ...seat, number: index + 1 }, random, 0.4));
  return [
    ...several(1, { role: 'admin', area: banner }),
    ...several(3, { role: 'official', area: banner }),
    ...several(2, { role: 'supervisor', area: banner }),
    ...UNITS.map((unit, index) =>
      seated({ role: 'handler', area: banner, number: index + 1, unit }, random, 0.4),
    ),
    ...townships.flatMap((area) => several(2, { role: 'official', area })),
  ];
}
