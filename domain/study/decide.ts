import { Refusal } from '../error/refusal';
import { notNow } from '../error/refused';
import { DAY, type Millis } from '../time/shanghai';
import { spanOf } from './period';
import { type AgendaItem, type Attendee, type Decision, GRACE, type StudySession } from './session';

/** A promise further away than this is no promise. */
const FURTHEST: Millis = 400 * DAY;
/** A document stays small; a session with more on its agenda meets twice. */
const MOST_ITEMS = 60;

export interface Chair {
  person: string;
  name: string;
}

interface Decided {
  /** The item as it stands at this moment; frozen with the decision. */
  item: AgendaItem;
  decision: Decision;
}

/**
 * What was decided, item by item, in one write. Each decision still has to reach its problem.
 * @throws Refusal NOT_NOW when the session is over or the item is decided, BAD_INPUT for an impossible promise
 */
export function decideItems(
  session: StudySession,
  decided: readonly Decided[],
  by: Chair,
  now: Millis,
): StudySession {
  running(session, now);
  const items = [...session.items];
  for (const [index, { item, decision }] of decided.entries()) {
    const path = `decisions.${index}`;
    const at = items.findIndex(({ id }) => id === item.id);
    if (items[at]?.decision) throw notNow(path, '这一项已经议定', 'This item has been decided');
    if (decision.kind === 'solve') promised(decision.promisedAt, now, `${path}.promisedAt`);
    if (decision.kind === 'defer' && item.deferred)
      throw notNow(path, '已经缓议过一次，不能再缓', 'It was put off once already');
    if (item.kind === 'own' && (decision.kind === 'escalate' || decision.kind === 'defer'))
      throw notNow(
        path,
        '会上自己提的事项不能上报或缓议',
        'An item added by hand is solved, explained or carried on',
      );
    const next = { ...item, decision, decidedAt: now, by };
    if (at < 0) items.push(next);
    else items[at] = next;
  }
  if (items.length > MOST_ITEMS) throw notNow('decisions', '一次会议程太多了', 'Too much for one session');
  return { ...session, items, decidedAt: session.decidedAt ?? now };
}

/** An item that nobody reported: added by hand. */
export function addItem(session: StudySession, id: string, text: string, now: Millis): StudySession {
  running(session, now);
  if (session.items.length >= MOST_ITEMS)
    throw notNow('text', '一次会议程太多了', 'Too much for one session');
  const item: AgendaItem = {
    id,
    kind: 'own',
    areaPath: session.areaPath,
    text,
    since: now,
    ladder: [],
    tried: [],
  };
  return { ...session, items: [...session.items, item] };
}

export interface Holding {
  heldAt: Millis;
  attendance: Attendee[];
  minutes: string;
  /** Items that go to the next session undecided; named one by one, so that nothing is forgotten. */
  carry: readonly string[];
}

/**
 * Closes the session: every item decided or carried on.
 * @throws Refusal NOT_NOW when held before or over, BAD_INPUT naming what is missing
 */
export function hold(
  session: StudySession,
  agenda: readonly AgendaItem[],
  { heldAt, attendance, minutes, carry }: Holding,
  by: Chair,
  now: Millis,
): StudySession {
  running(session, now);
  const { from, to } = spanOf(session.level, session.period);
  if (heldAt < from || heldAt >= to || heldAt > now)
    throw bad(
      'heldAt',
      '开会时间要在本期内，不能晚于现在',
      'The session took place inside its period, not later than now',
    );
  if (attendance.length === 0) throw bad('attendance', '请选参加的人', 'Say who was there');
  const open = agenda.filter(({ decision }) => !decision);
  const forgotten = open.find(({ id }) => !carry.includes(id));
  if (forgotten) throw bad('carry', '还有没议定的事项', 'Some items are neither decided nor carried on');
  const kept = new Map(session.items.map((item) => [item.id, item]));
  for (const item of open)
    kept.set(item.id, { ...item, decision: { kind: 'carry' }, decidedAt: now, by, landedAt: now });
  const { nextAt: _, ...rest } = session;
  return { ...rest, status: 'held', items: [...kept.values()], attendance, minutes, heldAt, heldBy: by };
}

/** Decisions that have not reached their problem yet. */
export function toLand({ items }: Pick<StudySession, 'items'>): AgendaItem[] {
  return items.filter(({ decision, landedAt }) => decision && landedAt === undefined);
}

function running({ level, period, status }: StudySession, now: Millis): void {
  if (status === 'held') throw notNow('period', '这一期已经开过会了', 'This session has been held');
  const { from, to } = spanOf(level, period);
  if (now < from) throw notNow('period', '这一期还没有开始', 'This period has not begun');
  if (now >= to + GRACE) throw notNow('period', '这一期已经过去了', 'This period is over');
}

function promised(at: Millis, now: Millis, path: string): void {
  if (at > now && at - now <= FURTHEST) return;
  throw bad(path, '答应的日子要在今天以后、一年以内', 'The promised day lies ahead, within a year');
}

function bad(path: string, zh: string, en: string): Refusal {
  return new Refusal('BAD_INPUT', { path, words: { zh: `${path}：${zh}`, en: `${path}: ${en}` } });
}
