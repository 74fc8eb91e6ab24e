import type { AreaCode } from '../area/area';
import { type Applied, replay } from '../command/applied';
import { gridOfHousehold, gridOfWorker } from '../contact/duty';
import { Refusal } from '../error/refusal';
import type { Leave, Link, Person } from '../person/person';
import { DAY, type Millis, shanghai } from '../time/shanghai';

/** Which documents a decision about links writes, by person. Links are ended, never removed: who did the work keeps it. */
export type Ties = Pick<Person, 'links' | 'leaves'>;

/** Whether the link holds at that instant. */
export function holds(link: Link, at: Millis): boolean {
  return link.from <= at && (link.to === undefined || at < link.to);
}

/** Whether the link holds at that instant or begins later. */
function lasts(link: Link, at: Millis): boolean {
  return link.to === undefined || at < link.to;
}

/** A future or present day; the past is written already. @throws Refusal BAD_INPUT */
export function sinceToday(at: Millis, now: Millis, path: string): void {
  if (at >= shanghai(now).startOf('day').valueOf() && at < now + 366 * DAY) return;
  throw new Refusal('BAD_INPUT', {
    path,
    words: { zh: '日期应从今天起，一年之内', en: 'A date from today on, within a year' },
  });
}

/**
 * Households go from one worker to another at that instant.
 * @throws Refusal NOT_YOURS with the household's path when `from` does not look after it then; BAD_INPUT for one worker twice
 */
export function handedOver(
  from: Person,
  to: Person,
  households: readonly string[],
  at: Millis,
): { from: Ties; to: Ties } {
  if (from._id === to._id) throw bad('to', '移交给同一个人，没有变化', 'The same worker');
  const own = from.links ?? [];
  households.forEach((household, index) => {
    if (own.some((link) => link.household === household && !link.cover && holds(link, at))) return;
    throw new Refusal('NOT_YOURS', {
      path: `households.${index}`,
      words: { zh: `${from.name}那时不联系这户`, en: `${from.name} does not look after this household then` },
    });
  });
  const going = new Set(households);
  const homes = new Map(households.map((household) => [household, gridOfHousehold(from, household, at)]));
  return {
    from: { links: ended(own, going, at) },
    to: { links: opened(to, ended(to.links ?? [], going, at, 'cover'), homes, at) },
  };
}

/** Links to these households end at that instant; one that begins only later never holds. */
export function ended(
  links: readonly Link[],
  households: ReadonlySet<string>,
  at: Millis,
  only?: 'cover',
): Link[] {
  return links.map((link) => {
    if (!households.has(link.household) || !lasts(link, at) || (only === 'cover' && !link.cover)) return link;
    return { ...link, to: Math.max(at, link.from) };
  });
}

/**
 * Links to these households begin, where none of the worker's own lasts already; one that names another grid ends.
 * @param homes the grid each household lies in; a link names it when it is not the worker's own
 */
export function opened(
  worker: Person,
  links: readonly Link[],
  homes: ReadonlyMap<string, AreaCode>,
  at: Millis,
): Link[] {
  const elsewhere = (household: string) => {
    const grid = homes.get(household);
    return grid === gridOfWorker(worker) ? undefined : grid;
  };
  const own = links.filter((link) => !link.cover && lasts(link, at) && homes.has(link.household));
  const stale = own.filter((link) => link.area !== elsewhere(link.household));
  const lasting = new Set(own.filter((link) => !stale.includes(link)).map(({ household }) => household));
  const begun = [...homes.keys()].filter((household) => !lasting.has(household));
  return [
    ...links.map((link) => (stale.includes(link) ? { ...link, to: Math.max(at, link.from) } : link)),
    ...begun.map((household): Link => {
      const area = elsewhere(household);
      return { household, from: at, ...(area ? { area } : {}) };
    }),
  ];
}

/**
 * A worker goes on leave; `cover` looks after the whole caseload as long as it lasts.
 * @throws Refusal BAD_INPUT for a span that ends before it begins, overlaps another leave, or a cover who is the worker
 */
export function goneOnLeave(
  worker: Person,
  cover: Person | undefined,
  { from, to }: Pick<Leave, 'from' | 'to'>,
): { worker: Ties; cover?: Ties } {
  if (to <= from || to - from > 366 * DAY)
    throw bad('to', '结束要晚于开始，一年之内', 'The end lies after the beginning, within a year');
  if (cover?._id === worker._id) throw bad('cover', '不能自己替自己', 'The cover is somebody else');
  const leaves = worker.leaves ?? [];
  if (leaves.some((leave) => leave.from < to && from < leave.to))
    throw bad('from', '这段时间已经登记过请假', 'There is a leave in this time already');
  const leave: Leave = { from, to, ...(cover ? { cover: cover._id } : {}) };
  const away = { leaves: [...leaves, leave] };
  if (!cover) return { worker: away };
  const own = (cover.links ?? []).filter((link) => link.from <= from && (link.to ?? to) >= to);
  const known = new Set(own.map(({ household }) => household));
  const stood = (worker.links ?? []).filter(
    (link) => !link.cover && link.from < to && (link.to ?? to) > from,
  );
  const covers = stood
    .filter(({ household }) => !known.has(household))
    .map((link): Link => {
      const grid = link.area ?? gridOfWorker(worker);
      return {
        household: link.household,
        from: Math.max(from, link.from),
        to: Math.min(to, link.to ?? to),
        cover: true,
        ...(grid === gridOfWorker(cover) ? {} : { area: grid }),
      };
    });
  return { worker: away, cover: { links: [...(cover.links ?? []), ...covers] } };
}

/** What the person says of a command taken in before. @throws Refusal ID_REUSED */
export function handedOverBefore(
  person: Person,
  command: Pick<Applied, 'id' | 'print'>,
): Applied | undefined {
  return replay(person.handovers ?? [], command.id, command.print);
}

function bad(path: string, zh: string, en: string): Refusal {
  return new Refusal('BAD_INPUT', { path, words: { zh, en } });
}
