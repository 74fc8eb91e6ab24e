import { accountOf } from '../../domain/points/account';
import { approve } from '../../domain/points/answer';
import { newBook, type PointsBook } from '../../domain/points/book';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { join } from '../../domain/points/join';
import { POINTS_CONSENT_VERSION } from '../../domain/points/membership';
import type { Good } from '../../domain/points/order';
import { request } from '../../domain/points/request';
import { DAY, type Millis, shanghai } from '../../domain/time/shanghai';
import type { DemoPerson } from './people';
import type { Random } from './random';
import { type Synthetic, synthetic } from './synthetic';
import type { DemoHousehold, DemoVillage } from './village';

/** What families of the stage did; one kind each, so that no cap is met. */
const GOOD_TURNS = [
  { rule: 'courtyard', text: '院里院外都收拾了，柴草码整齐' },
  { rule: 'volunteer', text: '参加了村里清渠，干了一上午' },
  { rule: 'neighbour', text: '帮隔壁老人送药、劈柴' },
  { rule: 'warning', text: '发现渠边塌了一块，马上打了电话' },
] as const;
/** Of the residents who use the app, every such one's household takes part. */
const JOINED_EVERY = 2;

/** Households that take part, with what they asked for and the village has agreed to. */
export function* householdBooks(
  { area, grids }: DemoVillage,
  now: Millis,
  random: Random,
): Generator<Synthetic<PointsBook>> {
  for (const { chief, residents, households } of grids) {
    for (const [nth, resident] of residents.entries()) {
      const household = households.find(({ _id }) => _id === resident.household);
      if (household && nth % JOINED_EVERY === 0)
        yield synthetic(bookOf(household, area._id, resident, chief, now, random));
    }
  }
}

function bookOf(
  { _id, head, address, area: grid }: DemoHousehold,
  area: string,
  resident: DemoPerson,
  chief: DemoPerson,
  now: Millis,
  random: Random,
): PointsBook {
  const year = shanghai(now).format('YYYY');
  const by = { person: resident._id, name: resident.name };
  const second = { person: chief._id, name: chief.name };
  const since = Math.max(shanghai(now).startOf('year').valueOf(), now - random.int(40, 60) * DAY);
  const fresh = newBook({
    account: accountOf('household', _id),
    year,
    area,
    areaPath: address,
    grid,
    name: head,
  });
  const first = random.int(0, GOOD_TURNS.length - 1);
  const count = random.int(1, GOOD_TURNS.length);
  let book = join(fresh, { at: since, by, version: POINTS_CONSENT_VERSION });
  for (let nth = 0; nth < count; nth += 1) {
    const { rule, text } = GOOD_TURNS[(first + nth) % GOOD_TURNS.length]!;
    const at = since + (nth + 1) * 9 * DAY;
    if (at + DAY > now) break;
    const id = `a${_id}-${nth}`;
    const asked = request(book, [DEFAULT_RULES], { rule, text, photos: [] }, { id, by, at });
    book = approve(asked, [DEFAULT_RULES], id, second, at + DAY);
  }
  return { ...book, rev: 1 + book.asks.length * 2 };
}

const GOODS = [
  { name: '洗衣液一瓶', cost: 8, stock: 30 },
  { name: '食用油一桶', cost: 20, stock: 12 },
  { name: '大米十斤', cost: 15, stock: 20 },
  { name: '理发一次', cost: 5, stock: 40 },
  { name: '铁锹一把', cost: 18, stock: 6 },
] as const;

/** What the village's shop has on its shelf. */
export function* goodsOf(village: string): Generator<Synthetic<Good>> {
  for (const [nth, good] of GOODS.entries())
    yield synthetic({ _id: `g${village}-${nth}`, rev: 1, applied: [], area: village, ...good });
}
