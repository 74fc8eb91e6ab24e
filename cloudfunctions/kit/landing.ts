import { promiseDeed } from '../../domain/deed/decide';
import { Refusal } from '../../domain/error/refusal';
import { deskKey, LEVEL_ROLE } from '../../domain/person/person';
import { decide } from '../../domain/problem/decide';
import { toLand } from '../../domain/study/decide';
import { deedOf } from '../../domain/study/deed';
import { commandOf } from '../../domain/study/follow';
import type { AgendaItem, StudySession } from '../../domain/study/session';
import type { Millis } from '../../domain/time/shanghai';
import { apply, insert } from './aggregate';
import { now } from './clock';
import { _ } from './cloud';
import { collection } from './collections';
import { deliverSoon } from './dispatch';
import { seatsAbove } from './seats';

/**
 * Carries what a session decided to its matters and to the list of deeds. Every step has a derived id, so that the
 * timer can do it again after a crash: a matter takes each decision in once, a deed is made once.
 */
export async function land(session: StudySession): Promise<void> {
  const waiting = toLand(session);
  if (waiting.length === 0 && session.decidedAt === undefined) return;
  const landed = new Map<string, AgendaItem>();
  for (const item of waiting) landed.set(item.id, await landOne(session, item, now()));
  const items = session.items.map((item) => landed.get(item.id) ?? item);
  // Guarded: whoever decided something in between lands it, and finds this done.
  await collection('sessions')
    .where({ _id: session._id, rev: session.rev })
    .update({ items: _.set(items), decidedAt: _.remove(), rev: _.inc(1) });
}

/** After a command: what was decided is acknowledged whatever becomes of the rest; the timer tries again. */
export async function landSoon(session: StudySession): Promise<void> {
  try {
    await land(session);
  } catch (error) {
    console.error('[land]', session._id, error);
  }
}

async function landOne(session: StudySession, item: AgendaItem, at: Millis): Promise<AgendaItem> {
  const missed = item.kind === 'problem' ? await tellProblem(session, item, at) : undefined;
  if (missed === undefined) await makeDeed(session, item, at);
  return { ...item, landedAt: at, ...(missed === undefined ? {} : { missed }) };
}

/** @returns why the matter would not take it: it ended or moved on while people sat together */
async function tellProblem(session: StudySession, item: AgendaItem, at: Millis): Promise<string | undefined> {
  const command = commandOf(item);
  if (!command) return undefined;
  const role = LEVEL_ROLE[session.level];
  const desk = deskKey(role, session.area);
  try {
    const { state, replayed } = await apply('problems', {
      id: item.id,
      // A colon keeps clients from choosing it.
      command: { id: `study:${session._id}`, print: `${item.decision?.kind} ${item.decidedAt}`, at },
      decide: async (problem) => {
        if (problem.holder.key !== desk) throw new Refusal('NOT_NOW');
        const seats = command.name === 'escalate' ? await seatsAbove(problem.area) : [];
        const by = item.by ? { by: { ...item.by, role } } : {};
        return decide(problem, command, { relations: new Set(['session']), ...by, seats }, at);
      },
      answer: () => null,
    });
    if (!replayed) await deliverSoon('problems', state);
    return undefined;
  } catch (error) {
    // A no stays a no, and must not hold up the other items; only a lost race is tried again.
    if (error instanceof Refusal && error.code !== 'CONFLICT') return error.code;
    throw error;
  }
}

async function makeDeed(session: StudySession, item: AgendaItem, at: Millis): Promise<void> {
  const said = deedOf(session, item);
  if (!said) return;
  const deed = promiseDeed(said, at);
  if (await insert('deeds', deed)) await deliverSoon('deeds', deed);
}
