import { randomUUID } from 'node:crypto';
import type { TemplateName } from '../../domain/notice/kinds';
import { isMoot } from '../../domain/notice/moot';
import type { Attempt, Notice } from '../../domain/notice/notice';
import { pageOf } from '../../domain/notice/page';
import {
  CLAIM,
  dayOf,
  fallsSilent,
  intoMessages,
  planPush,
  retryAt,
  todayAfter,
  weightOf,
} from '../../domain/notice/push';
import { mergedData, templateData, templateFor } from '../../domain/notice/template';
import type { Person } from '../../domain/person/person';
import { weekKey } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { groupBy, inLanes, LANES } from './batches';
import { now } from './clock';
import { _ } from './cloud';
import { all, collection } from './collections';
import { standings } from './standings';
import { NotSent, sendSubscribeMessage, templateId } from './wx';

/** A notice whose push this run has in hand, and whose phone it is. */
export interface Claimed {
  notice: Notice;
  person: Person;
}

/** What becomes of a notice's push: the fields to write. */
interface Verdict {
  attempt: Attempt;
  /** When to try again; absent: never. */
  again?: Millis;
}

/**
 * Sends what this run has in hand: in order for each person, usual notices of one person in one message.
 * Every attempt is written down with its outcome; what the process does not live to write becomes `unknown`.
 */
export async function knock(claimed: readonly Claimed[]): Promise<void> {
  const byPerson = groupBy(claimed, ({ person }) => person._id);
  const verdicts = new Map<Notice, Verdict>();
  await inLanes(byPerson, LANES, async (ofOne) => {
    const [first] = ofOne;
    if (first)
      await knockAt(
        first.person,
        ofOne.map(({ notice }) => notice),
        verdicts,
      );
  });
  await writeVerdicts(verdicts);
}

async function knockAt(person: Person, notices: Notice[], verdicts: Map<Notice, Verdict>): Promise<void> {
  let { push } = person;
  for (const message of intoMessages(notices)) {
    const attempt = await send(person, message);
    for (const notice of message) {
      const again = retryAt([...notice.attempts, attempt], weightOf(notice), attempt.at);
      verdicts.set(notice, { attempt, ...(again === null ? {} : { again }) });
    }
    push = await keepBook(person, push, templateOf(message), attempt);
  }
}

function templateOf(message: readonly Notice[]): TemplateName {
  const [first] = message;
  return first && message.length === 1 ? templateFor(first.kind) : 'progress';
}

async function send(person: Person, message: readonly Notice[]): Promise<Attempt> {
  const at = now();
  const [first] = message;
  const template = templateId(templateOf(message)) ?? '';
  const base = { at, template, ...(message.length > 1 ? { together: message.length } : {}) };
  if (!first || !person.openid) return { ...base, outcome: 'skipped', why: 'no-openid' };
  try {
    const code = await sendSubscribeMessage({
      touser: person.openid,
      template_id: template,
      page: message.length === 1 ? pageOf(first.about) : 'pages/inbox/index',
      data:
        message.length === 1
          ? templateData(first.kind, first.facts, first.at)
          : mergedData(
              message.map(({ kind, facts }) => ({ kind, facts })),
              at,
            ),
    });
    return code === 0 ? { ...base, outcome: 'sent' } : { ...base, outcome: 'refused', code };
  } catch (error) {
    console.error('[push]', error);
    return { ...base, outcome: error instanceof NotSent ? 'failed' : 'unknown' };
  }
}

/** One consent is one message: the book follows what WeChat answered, and only then. */
async function keepBook(
  person: Person,
  push: Person['push'],
  template: TemplateName,
  { outcome, code, at }: Attempt,
): Promise<Person['push']> {
  if (outcome === 'sent') {
    const week = weekKey(at);
    const left = push?.left?.[template];
    const next = {
      ...push,
      left: { ...push?.left, [template]: Math.max(0, (left ?? 0) - 1) },
      lastAt: at,
      day: dayOf(at),
      today: todayAfter(push, at),
    };
    await collection('people')
      .doc(person._id)
      .update({
        ...(left !== undefined && left > 0 ? { [`push.left.${template}`]: _.inc(-1) } : {}),
        'push.lastAt': at,
        'push.day': next.day,
        'push.today': next.today,
        [`push.weeks.${week}`]: _.inc(1),
        'push.silentSince': _.remove(),
      });
    return next;
  }
  const silent = fallsSilent({ outcome, ...(code === undefined ? {} : { code }) });
  if (!silent || (push?.silentSince !== undefined && push.left?.[template] === 0)) return push;
  const since = push?.silentSince ?? at;
  await collection('people')
    .doc(person._id)
    .update({ [`push.left.${template}`]: 0, 'push.silentSince': since });
  return { ...push, left: { ...push?.left, [template]: 0 }, silentSince: since };
}

/** Notices with the same outcome are written together: one write for many. */
async function writeVerdicts(verdicts: ReadonlyMap<Notice, Verdict>): Promise<void> {
  const alike = groupBy(verdicts, ([{ run }, verdict]) => JSON.stringify([run, verdict]));
  for (const some of alike) {
    const [first] = some;
    if (!first) continue;
    const [{ run }, { attempt, again }] = first;
    await collection('notices')
      .where({ _id: _.in(some.map(([notice]) => notice._id)), ...(run ? { run } : {}) })
      .update({
        attempts: _.push([attempt]),
        run: _.remove(),
        pushAt: again === undefined ? _.remove() : again,
      });
  }
}

/** Small: what one run has in hand must be sent and written down before the platform ends it. */
const BATCH = 60;

/**
 * The pushes that are due: held back by quiet hours or by mercy, to be tried again, or lost by a run that died.
 * Each is taken by one run only, and sent only while it is still true.
 * @returns how many notices were looked at
 */
export async function knockDue(at: Millis): Promise<number> {
  const due = await all('notices', (notices) =>
    notices
      .where({ pushAt: _.lte(at) })
      .orderBy('pushAt', 'asc')
      .limit(BATCH),
  );
  const lost = due.filter(({ run }) => run !== undefined);
  await writeVerdicts(new Map(lost.map((notice) => [notice, lostVerdict(notice, at)])));
  const mine = await claim(due.filter(({ run }) => run === undefined));
  await knock(await stillTrue(mine));
  return due.length;
}

/** Whoever had it in hand died before writing what WeChat answered. */
function lostVerdict(notice: Notice, at: Millis): Verdict {
  const attempt: Attempt = { at, template: templateId(templateFor(notice.kind)) ?? '', outcome: 'unknown' };
  const again = retryAt([...notice.attempts, attempt], weightOf(notice), at);
  return { attempt, ...(again === null ? {} : { again }) };
}

/** Two timers at once: a notice goes to whoever marks it first. */
async function claim(free: readonly Notice[]): Promise<Notice[]> {
  if (free.length === 0) return [];
  const run = randomUUID();
  await collection('notices')
    .where({ _id: _.in(free.map(({ _id }) => _id)), run: _.exists(false), pushAt: _.exists(true) })
    .update({ run, pushAt: now() + CLAIM });
  return all('notices', (notices) => notices.where({ run }).limit(BATCH));
}

/** What is moot, muted, over the cap or to be held longer is put down; the rest goes out. */
async function stillTrue(mine: readonly Notice[]): Promise<Claimed[]> {
  if (mine.length === 0) return [];
  const at = now();
  const [people, standingOf] = await Promise.all([
    all('people', (some) => some.where({ _id: _.in([...new Set(mine.map(({ to }) => to))]) }).limit(1000)),
    standings(mine),
  ]);
  const going: Claimed[] = [];
  const verdicts = new Map<Notice, Verdict>();
  for (const notice of mine) {
    const person = people.find(({ _id }) => _id === notice.to);
    const skip = (why: string) =>
      verdicts.set(notice, {
        attempt: { at, template: templateId(templateFor(notice.kind)) ?? '', outcome: 'skipped', why },
      });
    if (!person) skip('no-openid');
    else if (isMoot(notice, at, standingOf(notice))) skip('moot');
    else {
      const plan = planPush(notice, person, at);
      if ('skip' in plan) skip(plan.skip);
      else if (plan.at > at) await hold(notice, plan.at);
      else going.push({ notice, person });
    }
  }
  await writeVerdicts(verdicts);
  return going;
}

async function hold({ _id, run }: Notice, until: Millis): Promise<void> {
  await collection('notices').where({ _id, run }).update({ run: _.remove(), pushAt: until });
}
