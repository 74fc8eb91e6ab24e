import type { Area } from '../../domain/area/area';
import { gridOf } from '../../domain/area/divisions';
import type { Household } from '../../domain/household/household';
import type { Link } from '../../domain/person/person';
import type { Millis } from '../../domain/time/shanghai';
import { addressOf } from './address';
import { nameOf, phoneOf } from './names';
import { type DemoPerson, MONGOLIAN_SHARE, openidOf, seated } from './people';
import type { Landscape, VillagePlan } from './plan';
import type { Random } from './random';
import { STAGE_VILLAGE } from './scale';
import { type Synthetic, synthetic } from './synthetic';

export type DemoHousehold = Synthetic<Household>;

export interface DemoGrid {
  area: Area;
  chief: DemoPerson;
  workers: DemoPerson[];
  households: DemoHousehold[];
  residents: DemoPerson[];
}

export interface DemoVillage {
  area: Area;
  secretary: DemoPerson;
  grids: DemoGrid[];
}

/** The article: each worker is linked to 10–15 households. */
const FEWEST = 10;
const MOST = 15;
/** Of a grid's households every such one has a member who uses the app; denser where the stage plays. */
const BOUND_EVERY = 12;
const BOUND_EVERY_ON_STAGE = 4;

/** Everybody of one village, from its own stream of chance. */
export function peopleVillage(
  area: Area,
  plan: VillagePlan,
  linkedFrom: Millis,
  random: Random,
): DemoVillage {
  const share = MONGOLIAN_SHARE[plan.landscape];
  const secretary = seated({ role: 'secretary', area, number: 1 }, random, share);
  const grids = plan.workers.map((count, index) =>
    peopleGrid(gridOf(area, index + 1), count, plan.landscape, linkedFrom, random),
  );
  return { area, secretary, grids };
}

function peopleGrid(
  area: Area,
  count: number,
  landscape: Landscape,
  linkedFrom: Millis,
  random: Random,
): DemoGrid {
  const share = MONGOLIAN_SHARE[landscape];
  const grid: DemoGrid = {
    area,
    chief: seated({ role: 'chief', area, number: 1 }, random, share),
    workers: [],
    households: [],
    residents: [],
  };
  const every = area._id.startsWith(STAGE_VILLAGE) ? BOUND_EVERY_ON_STAGE : BOUND_EVERY;
  for (let number = 1; number <= count; number += 1) {
    const links: Link[] = [];
    for (let left = random.int(FEWEST, MOST); left > 0; left -= 1) {
      const before = grid.households.length;
      const household = householdOf(area, before + 1, landscape, random);
      grid.households.push(household);
      links.push({ household: household._id, from: linkedFrom });
      if (before % every === 0) grid.residents.push(residentOf(household, area, share, random));
    }
    grid.workers.push({ ...seated({ role: 'worker', area, number }, random, share), links });
  }
  return grid;
}

function householdOf(grid: Area, number: number, landscape: Landscape, random: Random): DemoHousehold {
  return synthetic({
    _id: `h${grid._id}-${String(number).padStart(3, '0')}`,
    rev: 0,
    applied: [],
    outbox: [],
    area: grid._id,
    head: nameOf(random, MONGOLIAN_SHARE[landscape]),
    members: random.int(1, 6),
    ...(random.chance(0.94) ? { phone: phoneOf(random) } : {}),
    address: addressOf(number, landscape, random),
  });
}

/** The head of the household, or a member of it. */
function residentOf(household: DemoHousehold, grid: Area, share: number, random: Random): DemoPerson {
  const id = household._id.replace('h', 'r');
  const phone = household.phone ?? phoneOf(random);
  return synthetic({
    _id: id,
    name: random.chance(0.7) ? household.head : nameOf(random, share),
    openid: openidOf(id),
    phone,
    posts: [],
    desks: [],
    household: household._id,
    area: grid._id,
    areaPath: grid.path,
  });
}
