import { randomUUID } from 'node:crypto';
import { audienceOf, deskKeysFor } from '../../domain/notice/audience';
import { type Notice, noticeId, type Owed, type Owing } from '../../domain/notice/notice';
import { CLAIM, planPush } from '../../domain/notice/push';
import { templateFor } from '../../domain/notice/template';
import type { Person } from '../../domain/person/person';
import type { Millis } from '../../domain/time/shanghai';
import { insert, isDuplicate } from './aggregate';
import { inLanes, inParts, LANES } from './batches';
import { now } from './clock';
import { _ } from './cloud';
import { all, type CollectionName, collection, type Documents } from './collections';
import { type Claimed, knock } from './push';
import { tellRobots } from './robot';
import { templateId } from './wx';

/** Collections whose documents owe notices. */
export type OwingName = {
  [N in CollectionName]: Documents[N] extends Owing & { rev: number } ? N : never;
}[CollectionName];

export const OWING: readonly OwingName[] = [
  'problems',
  'households',
  'sheets',
  'sessions',
  'deeds',
  'books',
  'evaluations',
  'rolls',
];

/** Ids and keys that one query takes. */
const IN_ONE = 500;

/**
 * Delivers what these aggregates owe: the inbox items under their derived keys, then the pushes, then each outbox is
 * cleared. Called after every command and by the timer for what a crash left behind; running twice tells nobody
 * twice, because the inbox key is the lock and only its winner pushes.
 * @returns how many inbox items were written
 */
export async function deliver<N extends OwingName>(name: N, owing: readonly Documents[N][]): Promise<number> {
  const full = owing.filter(({ outbox }) => outbox.length > 0);
  const written = await notify(full.flatMap(({ outbox }) => outbox));
  await inLanes(full, LANES, (document) => clear(name, document));
  return written;
}

/** After a command: the command has been acknowledged whatever becomes of its notices; the timer tries again. */
export async function deliverSoon<N extends OwingName>(name: N, owing: Documents[N]): Promise<void> {
  try {
    await deliver(name, [owing]);
  } catch (error) {
    console.error('[deliver]', name, owing._id, error);
  }
}

/**
 * Tells people what no aggregate owes, such as digests; each key once, however often it is called.
 * @returns how many inbox items were written
 */
export async function notify(owed: readonly Owed[]): Promise<number> {
  if (owed.length === 0) return 0;
  const run = randomUUID();
  const addressed = await address(owed, run);
  const written = await intoInbox(addressed, run);
  await knock(written.filter(({ notice }) => notice.run === run));
  await tellRobots(written.map(({ notice }) => notice));
  return written.length;
}

/** One inbox item for each recipient, with what is planned for their phone. */
async function address(owed: readonly Owed[], run: string): Promise<Claimed[]> {
  const people = await recipientsOf(owed);
  const at = now();
  // A millisecond apart, so that a page of an inbox ends between two of them.
  const told = new Map<string, number>();
  return owed.flatMap((one) =>
    audienceOf(one, people, at).map((person) => {
      const nth = told.get(person._id) ?? 0;
      told.set(person._id, nth + 1);
      const item = inboxItem(one, person, at, run);
      return { person, notice: { ...item, at: at + nth } };
    }),
  );
}

function inboxItem(owed: Owed, person: Person, at: Millis, run: string): Notice {
  const { key: _key, to: _to, ...said } = owed;
  const template = templateId(templateFor(owed.kind));
  const plan = template ? planPush(owed, person, at) : { skip: 'no-template' as const };
  const base = { ...said, _id: noticeId(owed, person._id), to: person._id, at };
  if ('skip' in plan)
    return { ...base, attempts: [{ at, template: template ?? '', outcome: 'skipped', why: plan.skip }] };
  if (plan.at > at) return { ...base, pushAt: plan.at, attempts: [] };
  return { ...base, pushAt: at + CLAIM, run, attempts: [] };
}

/** @returns what this run wrote; what stood there already was told before */
async function intoInbox(wanted: readonly Claimed[], run: string): Promise<Claimed[]> {
  const written: Claimed[] = [];
  for (const some of inParts(wanted)) written.push(...(await insertAll(some, run)));
  return written;
}

async function insertAll(fresh: readonly Claimed[], run: string): Promise<Claimed[]> {
  try {
    await collection('notices').add(fresh.map(({ notice }) => notice));
    return [...fresh];
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  // Told before, or somebody else is telling the same: what is missing, one by one. What landed of ours bears our mark.
  const there = await runsOf(fresh.map(({ notice }) => notice._id));
  const written = fresh.filter(({ notice }) => there.get(notice._id) === run);
  for (const one of fresh) {
    if (!there.has(one.notice._id) && (await insert('notices', one.notice))) written.push(one);
  }
  return written;
}

/** Of these notices those that stand in an inbox, and which run has them in hand. */
async function runsOf(ids: readonly string[]): Promise<Map<string, string | undefined>> {
  const found = await all('notices', (notices) =>
    notices
      .where({ _id: _.in([...ids]) })
      .field({ _id: true, run: true })
      .limit(1000),
  );
  return new Map(found.map(({ _id, run }) => [_id, run]));
}

/** Everybody who may be told: named people, and whoever sits at the desks meant or above them. */
async function recipientsOf(owed: readonly Owed[]): Promise<Person[]> {
  const ids = new Set(
    owed.flatMap(({ to }) => ('person' in to ? [to.person] : 'people' in to ? to.people : [])),
  );
  const keys = new Set(owed.flatMap(({ to }) => ('post' in to ? deskKeysFor(to.post) : [])));
  const found = new Map<string, Person>();
  const take = (people: readonly Person[]) => {
    for (const person of people) found.set(person._id, person);
  };
  if (ids.size + keys.size <= IN_ONE) {
    const either = _.or([{ _id: _.in([...ids]) }, { desks: _.in([...keys]) }]);
    take(await all('people', (people) => people.where(either).limit(1000)));
    return [...found.values()];
  }
  for (const some of inParts([...ids]))
    take(await all('people', (people) => people.where({ _id: _.in(some) }).limit(1000)));
  for (const some of inParts([...keys]))
    take(await all('people', (people) => people.where({ desks: _.in(some) }).limit(1000)));
  return [...found.values()];
}

/**
 * Only while nothing newer was owed; else whoever owed it delivers and clears. `rev` grows, so that a command
 * that has read the full outbox decides again instead of writing it back.
 */
async function clear<N extends OwingName>(name: N, { _id, rev }: Documents[N]): Promise<void> {
  await collection(name)
    .where({ _id, rev })
    .update({ outbox: _.set([]), owedAt: _.remove(), rev: _.inc(1) });
}

/** Documents whose oldest notice was owed before `before`, oldest first, without the first `past`. */
export async function owing<N extends OwingName>(
  name: N,
  before: Millis,
  past: number,
  most: number,
): Promise<Documents[N][]> {
  return all(name, (some) =>
    some
      .where({ owedAt: _.lte(before) })
      .orderBy('owedAt', 'asc')
      .skip(past)
      .limit(most),
  );
}
