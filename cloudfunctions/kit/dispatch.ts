import { type Attempt, type Notice, noticeId, type Owed, type Owing } from '../../domain/notice/notice';
import { pageOf } from '../../domain/notice/page';
import { templateData, templateFor } from '../../domain/notice/template';
import { desksAbove, firstStaffed } from '../../domain/person/desk';
import { deskKey, type Person, type Post } from '../../domain/person/person';
import { whenAwake } from '../../domain/time/awake';
import type { Millis } from '../../domain/time/shanghai';
import { insert } from './aggregate';
import { now } from './clock';
import { _ } from './cloud';
import { all, type CollectionName, collection, type Documents } from './collections';
import { sendSubscribeMessage, templateId } from './wx';

/** Collections whose documents owe notices. */
export type OwingName = {
  [N in CollectionName]: Documents[N] extends Owing & { rev: number } ? N : never;
}[CollectionName];

export const OWING: readonly OwingName[] = ['problems', 'households', 'sheets', 'sessions', 'deeds'];

/**
 * Delivers what an aggregate owes: the inbox item under its derived key, then a push, then the outbox is cleared.
 * Called after every command and by the timer for what a crash left behind; running twice tells nobody twice,
 * because the inbox key is the lock and only its winner pushes.
 * @returns how many inbox items were written
 */
export async function deliver<N extends OwingName>(name: N, owing: Documents[N]): Promise<number> {
  if (owing.outbox.length === 0) return 0;
  const people = await recipientsOf(owing.outbox);
  let written = 0;
  for (const owed of owing.outbox) {
    for (const person of audience(owed, people)) {
      if (await tell(owed, person)) written += 1;
    }
  }
  await clear(name, owing);
  return written;
}

/** After a command: the command has been acknowledged whatever becomes of its notices; the timer tries again. */
export async function deliverSoon<N extends OwingName>(name: N, owing: Documents[N]): Promise<void> {
  try {
    await deliver(name, owing);
  } catch (error) {
    console.error('[deliver]', name, owing._id, error);
  }
}

/** Everybody who may be told, in one read: named people, and whoever sits at the desks meant or above them. */
async function recipientsOf(outbox: readonly Owed[]): Promise<Person[]> {
  const ids = outbox.flatMap(({ to }) => ('person' in to ? [to.person] : 'people' in to ? to.people : []));
  const keys = outbox.flatMap(({ to }) => ('post' in to ? desksFor(to.post).map((desk) => desk.key) : []));
  return all('people', (people) =>
    people.where(_.or([{ _id: _.in([...new Set(ids)]) }, { desks: _.in([...new Set(keys)]) }])).limit(1000),
  );
}

/** The desk itself, then the desks above it: nobody's alert has no recipient. */
function desksFor({ role, area, unit }: Pick<Post, 'role' | 'area' | 'unit'>) {
  return [{ key: deskKey(role, area, unit) }, ...desksAbove(area)];
}

function audience({ to }: Owed, people: readonly Person[]): Person[] {
  if ('person' in to) return people.filter((person) => person._id === to.person);
  if ('people' in to) return people.filter((person) => to.people.includes(person._id));
  return firstStaffed(desksFor(to.post), people)?.people ?? [];
}

async function tell(owed: Owed, person: Person): Promise<boolean> {
  const at = now();
  const { key: _key, to: _to, ...said } = owed;
  const template = templateId(templateFor(owed.kind));
  const reachable = person.openid !== undefined && template !== undefined;
  const morning = whenAwake(at);
  const held = reachable && !owed.urgent && morning > at;
  const attempt: Attempt | null = reachable && !held ? { at, template, outcome: 'started' } : null;
  const notice: Notice = {
    ...said,
    _id: noticeId(owed, person._id),
    to: person._id,
    at,
    ...(held ? { heldUntil: morning } : {}),
    attempts: attempt ? [attempt] : [],
  };
  if (!(await insert('notices', notice))) return false;
  if (attempt && person.openid) await push(notice, attempt, person.openid);
  return true;
}

/** In the morning: what was held at night goes out, unless it was read meanwhile. */
export async function pushHeld(at: Millis, most: number): Promise<{ seen: number; pushed: number }> {
  const held = await all('notices', (notices) =>
    notices
      .where({ heldUntil: _.lte(at) })
      .orderBy('heldUntil', 'asc')
      .limit(most),
  );
  const unread = held.filter((notice) => notice.readAt === undefined);
  const people = await all('people', (some) =>
    some.where({ _id: _.in([...new Set(unread.map(({ to }) => to))]) }).limit(1000),
  );
  let pushed = 0;
  for (const notice of held) {
    // Whoever takes the hold away pushes: two runs at once push once.
    const { updated } = await collection('notices')
      .where({ _id: notice._id, heldUntil: notice.heldUntil })
      .update({ heldUntil: _.remove() });
    const openid = people.find(({ _id }) => _id === notice.to)?.openid;
    const template = templateId(templateFor(notice.kind));
    if (updated !== 1 || notice.readAt !== undefined || !openid || !template) continue;
    await push(notice, { at: now(), template, outcome: 'started' }, openid);
    pushed += 1;
  }
  return { seen: held.length, pushed };
}

async function push(notice: Notice, attempt: Attempt, openid: string): Promise<void> {
  const outcome = await tryPush(notice, attempt.template, openid);
  await collection('notices')
    .doc(notice._id)
    .update({ attempts: _.set([{ ...attempt, ...outcome }]) });
}

async function tryPush(
  { kind, facts, about, at }: Notice,
  template: string,
  openid: string,
): Promise<Pick<Attempt, 'outcome' | 'code'>> {
  try {
    const code = await sendSubscribeMessage({
      touser: openid,
      template_id: template,
      page: pageOf(about),
      data: templateData(kind, facts, at),
    });
    return code === 0 ? { outcome: 'sent' } : { outcome: 'refused', code };
  } catch (error) {
    console.error('[push]', error);
    return { outcome: 'failed' };
  }
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
