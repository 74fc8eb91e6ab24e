import type { AreaCode } from '../../domain/area/area';
import { lastClosedWeek } from '../../domain/contact/sheet';
import type { BlindRow } from '../../domain/contract/views';
import { caseload } from '../../domain/person/person';
import { type WeekKey, weeksThrough } from '../../domain/time/period';
import { aloneHouseholds, blindCounts, silentHouseholds } from '../kit/blind';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';
import { areaWithin, postsFor } from './scope';

const PAGE = 50;

/** Households to act on: nobody looks after them, or nobody reached them for so long. */
export async function blind({ input, caller: { person }, at }: Call<'contact.blind'>) {
  const area = areaWithin(postsFor('contact.blind', person), input.area);
  const { weeks = 2, after = '' } = input;
  const page = { after, limit: PAGE + 1 };
  const [counts, found] = await Promise.all([
    blindCounts(area, at),
    weeks === 0 ? aloneHouseholds(area, page, at) : silentHouseholds(area, weeks, page, at),
  ]);
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1)?.household : undefined;
  return {
    weeks,
    total: { 0: counts.noWorker, 2: counts.weeks2, 4: counts.weeks4, 8: counts.weeks8 }[weeks],
    households: await rowsOf(shown, at),
    ...(last ? { next: last } : {}),
    asOf: at,
  };
}

interface Found {
  household: string;
  grid: AreaCode;
  since?: WeekKey;
  never?: true;
}

/** With names, address and the worker. Three reads. */
async function rowsOf(found: readonly Found[], at: number): Promise<BlindRow[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ household }) => household);
  const [cards, workers, areas] = await Promise.all([
    all('households', (some) => some.where({ _id: _.in(ids) }).limit(1000)),
    all('people', (some) => some.where({ 'links.household': _.in(ids) }).limit(1000)),
    all('areas', (some) =>
      some.where({ _id: _.in([...new Set(found.map(({ grid }) => grid))]) }).limit(1000),
    ),
  ]);
  const path = new Map(areas.map((area) => [area._id, area.path]));
  return found.flatMap(({ household, grid, since, never }) => {
    const card = cards.find((one) => one._id === household);
    // Moved away or died out since the week was closed.
    if (!card || card.ended) return [];
    const worker = workers.find((one) => caseload(one, at).includes(household));
    return {
      household,
      head: card.head,
      address: card.address,
      ...(card.phone ? { phone: card.phone } : {}),
      area: { code: grid, path: path.get(grid) ?? '' },
      ...(worker
        ? {
            worker: {
              id: worker._id,
              name: worker.name,
              ...(worker.phone ? { phone: worker.phone } : {}),
            },
          }
        : {}),
      ...(since && !never ? { weeks: weeksThrough(since, lastClosedWeek(at)) } : {}),
    };
  });
}
