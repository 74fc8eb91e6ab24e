import { waitingMiss } from '../../domain/contact/miss';
import { review as decide, saysItOften } from '../../domain/contact/review';
import { type ContactSheet, rollupKey, sheetId } from '../../domain/contact/sheet';
import { WEEKS_BACK } from '../../domain/contact/summary';
import type { MissView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { recentWeeks, type WeekKey } from '../../domain/time/period';
import { apply } from '../kit/aggregate';
import { _, $ } from '../kit/cloud';
import { all, collection, one } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import type { Call } from '../kit/serve';
import { admitTo, liesIn, postsFor } from './scope';

/** A miss older than this waits for nobody any more. */
const WEEKS_OPEN = 4;

/** Misses that wait for the caller's eye, oldest first, and who says it often. Four reads. */
export async function reviews({ caller: { person }, at }: Call<'contact.reviews'>) {
  const posts = postsFor('contact.reviews', person);
  const areas = posts.map((post) => post.area);
  const [sheets, often] = await Promise.all([
    all('sheets', (some) =>
      some.where({ rollup: _.in(keysOf(areas, recentWeeks(at, WEEKS_OPEN))), waiting: _.gt(0) }).limit(1000),
    ),
    oftenIn(keysOf(areas, recentWeeks(at, WEEKS_BACK))),
  ]);
  const waiting = sheets.flatMap((sheet) =>
    Object.entries(sheet.misses ?? {})
      .filter(([, tries]) => liesIn(posts, tries.at(-1), sheet))
      .map(([household]) => ({ sheet, household })),
  );
  const names = await namesOf(
    waiting.map(({ household }) => household),
    [...sheets.map((sheet) => sheet.worker), ...often.map((one) => one.worker)],
  );
  return {
    waiting: waiting
      .flatMap(({ sheet, household }) => missView(sheet, household, names) ?? [])
      .sort((a, b) => a.at - b.at),
    often: often.map(({ worker, misses, due }) => ({ worker: names.worker(worker), misses, due })),
    asOf: at,
  };
}

export async function review({ input, caller: { person }, command, at }: Call<'contact.review'>) {
  const { worker, week, household: id, verdict, text } = input;
  const posts = postsFor('contact.review', person);
  const household = await one('households', id);
  if (!household) throw new Refusal('NOT_FOUND', { path: 'household' });
  const { state, answer, replayed } = await apply('sheets', {
    id: sheetId(worker, week),
    command,
    admit: admitTo(posts),
    decide: (sheet) =>
      decide(sheet, { household: { id, head: household.head }, verdict, text, by: person }, at),
    answer: () => ({ verdict, asOf: at }),
  });
  if (!replayed) await deliverSoon('sheets', state);
  return answer;
}

function keysOf(areas: readonly string[], weeks: readonly WeekKey[]): string[] {
  return areas.flatMap((area) => weeks.map((week) => rollupKey(area, week)));
}

async function oftenIn(rollup: string[]) {
  const { data } = await collection('sheets')
    .aggregate()
    .match({ rollup: _.in(rollup) })
    .group({ _id: '$worker', misses: $.sum('$missed'), due: $.sum('$due') })
    .match({ misses: _.gt(0) })
    .sort({ _id: 1 })
    .end();
  const rows = data as { _id: string; misses: number; due: number }[];
  return rows
    .filter(({ misses, due }) => saysItOften(misses, due))
    .map(({ _id, misses, due }) => ({ worker: _id, misses, due }));
}

/** Heads of households and names of workers, in two reads at most. */
async function namesOf(households: readonly string[], workers: readonly string[]) {
  const [cards, people] = await Promise.all([
    households.length
      ? all('households', (some) => some.where({ _id: _.in([...new Set(households)]) }).limit(1000))
      : [],
    workers.length
      ? all('people', (some) => some.where({ _id: _.in([...new Set(workers)]) }).limit(1000))
      : [],
  ]);
  const card = new Map(cards.map((one) => [one._id, one]));
  const name = new Map(people.map((one) => [one._id, one.name]));
  return {
    household(id: string): MissView['household'] {
      const { head = '', phone } = card.get(id) ?? {};
      return { id, head, ...(phone ? { phone } : {}) };
    },
    worker: (id: string) => ({ id, name: name.get(id) ?? '' }),
  };
}

function missView(
  sheet: ContactSheet,
  household: string,
  names: Awaited<ReturnType<typeof namesOf>>,
): MissView | undefined {
  const miss = waitingMiss(sheet, household);
  if (!miss) return undefined;
  return {
    worker: names.worker(sheet.worker),
    week: sheet.week,
    household: names.household(household),
    reason: miss.reason,
    ...(miss.note ? { note: miss.note } : {}),
    at: miss.at,
  };
}
