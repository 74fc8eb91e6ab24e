import type { Owed } from '../notice/notice';
import type { Person } from '../person/person';
import type { Millis } from '../time/shanghai';
import type { Digest } from './digest';
import { duty, gridOfWorker, onLeave } from './duty';
import { type ContactSheet, sheetId } from './sheet';

/** Households a worker still owes a contact this week: nobody reached them, no chief excused them. */
export function leftOf(
  worker: Person,
  week: string,
  sheets: readonly Pick<ContactSheet, 'tally'>[],
  now: Millis,
): string[] {
  if (onLeave(worker, now)) return [];
  const done = new Set(
    sheets.flatMap(({ tally }) => tally.flatMap((one) => [...one.reached, ...one.excused])),
  );
  return duty(worker, week).owed.filter((household) => !done.has(household));
}

/** One notice for all that is left, with a few names. */
export function leftDigest(
  worker: Person,
  { week, turn }: Extract<Digest, { kind: 'left' }>,
  left: readonly string[],
  names: readonly string[],
  now: Millis,
): Owed {
  const grid = gridOfWorker(worker);
  const areaPath = worker.posts.find((post) => post.area === grid)?.areaPath ?? worker.areaPath;
  return {
    key: `left.${worker._id}.${week}.${turn}`,
    kind: 'contact-left',
    to: { person: worker._id },
    about: { kind: 'sheet', id: sheetId(worker._id, week) },
    urgent: false,
    at: now,
    facts: { name: worker.name, areaPath, week, count: left.length, names: [...names] },
  };
}
