import { type AreaCode, areaAt, levelAbove, levelOf } from '../area/area';
import { Refusal } from '../error/refusal';
import type { StudyFacts } from '../notice/facts';
import { type Audience, owe } from '../notice/notice';
import { LEVEL_ROLE } from '../person/person';
import { type Millis, shanghai } from '../time/shanghai';
import { type Benefit, type Deed, type DeedEntry, type DeedList, rollupOf } from './deed';

export interface NewDeed {
  id: string;
  list: DeedList;
  area: AreaCode;
  areaPath: string;
  owner: Deed['owner'];
  promise: string;
  responsible: Deed['responsible'];
  dueAt: Millis;
  source: Deed['source'];
}

/** A new line on the list; whoever is to do it is told, unless they wrote it themselves. */
export function promiseDeed(said: NewDeed, now: Millis): Deed {
  const { id, ...rest } = said;
  const deed: Deed = {
    _id: id,
    rev: 0,
    applied: [],
    outbox: [],
    ...rest,
    rollup: rollupOf(said.area),
    year: shanghai(now).format('YYYY'),
    status: 'promised',
    timeline: [{ n: 1, at: now, what: 'promise', by: said.owner }],
    createdAt: now,
    nextAt: said.dueAt,
  };
  const { person } = said.responsible;
  if (!person || person === said.owner.person) return deed;
  return tell(deed, 'deed-given', { person }, now);
}

interface Said {
  text?: string | undefined;
  photos?: string[] | undefined;
}

export function progressDeed(deed: Deed, said: Said, by: Deed['owner'], now: Millis): Deed {
  return log(standing(deed), 'progress', said, by, now);
}

export function doneDeed(
  deed: Deed,
  { benefit, ...said }: Said & { benefit?: Benefit | undefined },
  by: Deed['owner'],
  now: Millis,
): Deed {
  const { nextAt: _, ...rest } = log(standing(deed), 'done', said, by, now);
  return { ...rest, status: 'done', endedAt: now, ...(benefit ? { benefit } : {}) };
}

/** A promise is taken back only with a reason, and stays on the list. */
export function dropDeed(deed: Deed, said: Said, by: Deed['owner'], now: Millis): Deed {
  const { nextAt: _, ...rest } = log(standing(deed), 'drop', said, by, now);
  return { ...rest, status: 'dropped', endedAt: now };
}

/** The promised day has passed: the level above the owner is told, once. */
export function lateDeed(deed: Deed, now: Millis): Deed {
  if (deed.status !== 'promised' || deed.nextAt === undefined || deed.nextAt > now) return deed;
  const { nextAt: _, ...rest } = deed;
  return tell({ ...rest, lateAt: now }, 'deed-late', above(deed), now);
}

function standing(deed: Deed): Deed {
  if (deed.status === 'promised') return deed;
  throw new Refusal('NOT_NOW', { path: 'deed' });
}

const MOST_ENTRIES = 100;

function log(deed: Deed, what: DeedEntry['what'], said: Said, by: Deed['owner'], now: Millis): Deed {
  if (deed.timeline.length >= MOST_ENTRIES) throw new Refusal('NOT_NOW', { path: 'deed' });
  const entry: DeedEntry = {
    n: deed.timeline.length + 1,
    at: now,
    what,
    by,
    ...(said.text ? { text: said.text } : {}),
    ...(said.photos?.length ? { photos: said.photos } : {}),
  };
  return { ...deed, timeline: [...deed.timeline, entry] };
}

function tell(deed: Deed, kind: 'deed-given' | 'deed-late', to: Audience, now: Millis): Deed {
  const facts: StudyFacts = {
    name: deed.responsible.name,
    areaPath: deed.areaPath,
    text: deed.promise.slice(0, 60),
    until: deed.dueAt,
  };
  return owe(deed, {
    key: `${deed._id}.${kind}`,
    kind,
    to,
    about: { kind: 'deed', id: deed._id },
    urgent: false,
    at: now,
    facts,
  });
}

function above({ list, area }: Deed): Audience {
  const level = levelOf(area);
  // A member's own desk is the one of the area; an organisation answers one level up.
  const next = list === 'member' ? level : levelAbove(level);
  if (!next) return { post: { role: 'supervisor', area } };
  return { post: { role: LEVEL_ROLE[next], area: areaAt(area, next) } };
}
