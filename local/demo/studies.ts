import { type Area, levelOf } from '../../domain/area/area';
import { isStudyLevel, periodAt, type StudyLevel, spanOf } from '../../domain/study/period';
import { type AgendaItem, GRACE, newSession, type StudySession } from '../../domain/study/session';
import { DAY, HOUR, type Millis } from '../../domain/time/shanghai';
import type { Random } from './random';
import { STORIES } from './stories';
import { type Synthetic, synthetic } from './synthetic';

/** How often a period's session was held. */
const HELD = 0.95;
const YEAR: Millis = 365 * DAY;

interface Seated {
  _id: string;
  name: string;
}

/** A year of past sessions of one area, mostly held; the running period's is opened by the product's own clock. */
export function* studiesOf(
  area: Pick<Area, '_id' | 'name' | 'path'>,
  table: readonly Seated[],
  now: Millis,
  random: Random,
): Generator<Synthetic<StudySession>> {
  const level = levelOf(area._id);
  if (!isStudyLevel(level)) return;
  for (let at = now - YEAR; at < now; ) {
    const period = periodAt(level, at);
    const { to } = spanOf(level, period);
    // What is over for less than the days of grace counts as held, so that no alert is due at the first firing.
    if (to <= now) {
      const { nextAt: _, ...fresh } = newSession(area, period);
      const missed = to + GRACE < now && !random.chance(HELD);
      yield synthetic(
        missed ? { ...fresh, rev: 3, missedAt: to + GRACE } : held(fresh, level, table, random),
      );
    }
    at = to;
  }
}

function held(
  session: StudySession,
  level: StudyLevel,
  table: readonly Seated[],
  random: Random,
): StudySession {
  const { from, to } = spanOf(level, session.period);
  const days = Math.max(1, Math.floor((to - from) / DAY) - 2);
  const heldAt = from + random.int(1, days) * DAY + random.int(9, 16) * HOUR;
  const chair = table[0]!;
  const by = { person: chair._id, name: chair.name };
  const items = Array.from({ length: random.int(1, 3) }, (_, nth) =>
    itemOf(session, nth, heldAt, by, random),
  );
  return {
    ...session,
    rev: 2,
    status: 'held',
    items,
    attendance: table.slice(0, 8).map(({ _id, name }) => ({ person: _id, name })),
    minutes: `研究了 ${items.length} 件群众反映的难事，逐件定了谁办、什么时候办完。`,
    heldAt,
    heldBy: by,
  };
}

function itemOf(
  { _id, areaPath }: StudySession,
  nth: number,
  heldAt: Millis,
  by: { person: string; name: string },
  random: Random,
): AgendaItem {
  const { text, category, done, upward } = random.pick(STORIES);
  const upwards = random.chance(0.15) && !_id.startsWith('150625_');
  return {
    id: `o${nth}`,
    kind: 'own',
    category,
    areaPath,
    text,
    since: heldAt - random.int(2, 12) * DAY,
    ladder: [],
    tried: [],
    decision: upwards
      ? { kind: 'escalate', text: upward }
      : {
          kind: 'solve',
          lead: { name: by.name, person: by.person },
          promisedAt: heldAt + random.int(7, 40) * DAY,
          text: done,
        },
    decidedAt: heldAt,
    by,
    landedAt: heldAt,
  };
}
