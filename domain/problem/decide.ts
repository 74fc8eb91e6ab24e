import type { Level } from '../area/area';
import { Refusal } from '../error/refusal';
import type { Seat } from '../person/desk';
import type { PostRole } from '../person/person';
import type { Millis } from '../time/shanghai';
import { type CommandName, mayRelate, type Need, possible, type Relation, ruleOf, target } from './commands';
import { askExtension, deny, grant } from './extension';
import { assign, follow, take, whistle } from './hands';
import { answerBy, dateBy, deferredBy, solveBy, superviseBy } from './ladder';
import { escalate, giveBack, overturn, reopen, transfer, up } from './moving';
import { oweAll } from './owe';
import type { Follower, Party } from './party';
import { resume, suspend } from './pause';
import type { Outcome, Problem, TimelineEntry } from './problem';
import { due, settle, warningsBy } from './running';

/** A command upon an existing problem, with what the actor says. */
export interface Command {
  name: CommandName;
  text?: string | undefined;
  photos?: string[] | undefined;
  stars?: number | undefined;
  /** suspend, extend; plan: the promised day. */
  until?: Millis | undefined;
  /** refuse: where to go instead. */
  where?: string | undefined;
  /** assign, transfer; plan: the lead. */
  party?: Party | undefined;
  /** whistle */
  parties?: Party[] | undefined;
  /** Id of the other matter of merge, adopt, split. */
  other?: string | undefined;
  /** adopt: who reported and followed the other matter. */
  followers?: Follower[] | undefined;
}

export interface Actor {
  relations: ReadonlySet<Relation>;
  /** Absent for the clock. */
  by?: { person: string; name: string; role: 'reporter' | 'follower' | PostRole };
  /** Who sits at the desks above the matter, the nearest first; needed to move it up. */
  seats?: readonly Seat[];
}

/** A matter is not a chat: its history stays readable and its document small. */
const MOST_REMARKS = 100;
const REMARKS: readonly CommandName[] = ['comment', 'progress', 'join'];

/**
 * What a command makes of a problem: state, history line and notices owed, in one.
 * @throws Refusal NOT_YOURS when the actor's relation does not allow it, NOT_NOW when the state does not, BAD_INPUT
 * naming what is missing
 */
export function decide(problem: Problem, command: Command, actor: Actor, now: Millis): Problem {
  const { name } = command;
  if (!mayRelate(actor.relations, name)) throw new Refusal('NOT_YOURS', { path: 'problem' });
  if (!possible(problem, name, actor.relations)) throw new Refusal('NOT_NOW', { path: 'problem' });
  if (OWN_WORD.includes(name)) notByWhoDidIt(problem, actor);
  ruleOf(name).needs.forEach((need) => {
    if (command[need] === undefined) throw new Refusal('BAD_INPUT', { path: need satisfies Need });
  });
  if (REMARKS.includes(name)) enoughSaid(problem, name);
  const moved = { ...problem, status: target(name, problem.status) };
  const after = settle(EFFECTS[name](moved, { ...command, actor, now }));
  return oweAll(problem, log(problem, after, command, actor, now), name, actor.relations, now);
}

/** A command with everything that the table says it needs. */
interface Said extends Command {
  now: Millis;
  actor: Actor;
}

const levelOf = ({ holder }: Problem): Level => holder.level;
const seatsOf = ({ actor }: Said): readonly Seat[] => actor.seats ?? [];
const asIs = (problem: Problem): Problem => problem;

/** What each command changes beside the status. */
const EFFECTS: Record<CommandName, (problem: Problem, said: Said) => Problem> = {
  accept: (problem, { actor, now }) => take(named(problem, actor), now),
  assign: (problem, { party, actor, now }) => (party ? assign(named(problem, actor), party, now) : problem),
  whistle: (problem, { parties = [] }) => whistle(problem, parties),
  progress: asIs,
  comment: asIs,
  suspend: (problem, { until, now }) => suspend(problem, until ?? now, now),
  resume: (problem, { now }) => resume(problem, now),
  extend: (problem, { until, text, now }) => askExtension(problem, until ?? now, text ?? '', now),
  grant: (problem, { now }) => grant(problem, now),
  deny,
  return: (problem, { actor, now }) => giveBack(problem, actor.relations.has('lead'), now),
  transfer: (problem, { party }) => (party ? transfer(problem, party) : problem),
  escalate: (problem, said) => escalate(problem, seatsOf(said), said.now),
  climb: (problem, said) => up(problem, seatsOf(said), said.now),
  reopen: (problem, said) => reopen(problem, seatsOf(said), said.now),
  finish: ({ request: _, ...problem }, { now }) => due(problem, answerBy(levelOf(problem), now), now),
  verify: (problem, { now }) => ({ ...problem, verifiedAt: now }),
  redo: (problem, { now }) =>
    due({ ...problem, verifiedAt: undefined }, solveBy(problem.ladder, levelOf(problem), now), now),
  refuse: (problem, { now }) => ended(problem, 'refused', now),
  uphold: (problem) => ({ ...problem, outcome: 'out-of-scope' }),
  overturn: (problem, { now }) => overturn(problem, now),
  supervise: (problem, { actor, now }) => supervised(problem, actor.relations, now),
  plan: (problem, { party, until, now }) =>
    planned(party ? { ...problem, lead: party } : problem, until ?? now, now),
  explain: ({ request: _, ...problem }, { now }) =>
    due({ ...problem, explained: true }, answerBy(levelOf(problem), now), now),
  defer: (problem, { now }) => deferred(problem, now),
  confirm: (problem, said) =>
    ended(starred(problem, said), problem.explained ? 'explained' : 'solved', said.now),
  rate: starred,
  lapse: (problem, { now }) => ended(problem, 'no-answer', now),
  withdraw: (problem, { now }) => ended(problem, 'withdrawn', now),
  join: (problem, { actor: { by } }) => follow(problem, by ? [{ person: by.person, name: by.name }] : []),
  adopt: (problem, { other = '', followers = [] }) => ({
    ...follow(problem, followers),
    merged: [...(problem.merged ?? []), other],
  }),
  merge: (problem, { other = '', now }) => swallowed(problem, other, now),
  split: (problem, { other = '' }) => ({ ...problem, parts: [...(problem.parts ?? []), other] }),
  warn: (problem, { now }) => ({
    ...problem,
    warned: problem.deadline ? warningsBy(problem.deadline, now) : 0,
  }),
};

/** @throws Refusal NOT_NOW when the other was merged into this one: two that swallow each other would leave nobody */
function swallowed(problem: Problem, other: string, now: Millis): Problem {
  if (problem.merged?.includes(other)) throw new Refusal('NOT_NOW', { path: 'other' });
  return ended({ ...problem, mergedInto: other }, 'merged', now);
}

/** Who took it up at the desk is who is named to the reporter. */
function named(problem: Problem, { by, relations }: Actor): Problem {
  return by && relations.has('holder')
    ? { ...problem, holder: { ...problem.holder, name: by.name } }
    : problem;
}

/** @throws Refusal BAD_INPUT when the promised day is not ahead */
function planned(problem: Problem, until: Millis, now: Millis): Problem {
  if (until <= now) throw new Refusal('BAD_INPUT', { path: 'until' });
  return due({ ...problem, request: undefined }, dateBy('promise', problem.holder.level, now, until), now);
}

function deferred(problem: Problem, now: Millis): Problem {
  const { deadline, holder, deferred: before = [] } = problem;
  const later = deferredBy(holder.level, now, deadline?.at ?? now);
  return due({ ...problem, deferred: [...before, holder.level] }, later, now);
}

/** The clock asks again every week; what a person puts under supervision keeps its deadline. */
function supervised(problem: Problem, relations: ReadonlySet<Relation>, now: Millis): Problem {
  const marked = { ...problem, supervisedAt: problem.supervisedAt ?? now };
  return relations.has('clock') ? due({ ...marked, request: undefined }, superviseBy(now), now) : marked;
}

function starred(problem: Problem, { stars }: Command): Problem {
  return stars === undefined ? problem : { ...problem, stars };
}

function ended(problem: Problem, outcome: Outcome, now: Millis): Problem {
  const { deadline: _d, paused: _p, request: _r, warned: _w, ...rest } = problem;
  return { ...rest, outcome, endedAt: now };
}

function log(before: Problem, after: Problem, command: Command, actor: Actor, now: Millis): Problem {
  const { name, text, photos, stars, until, where, other } = command;
  const parties = [...(command.party ? [command.party] : []), ...(command.parties ?? [])];
  const { deadline, holder, timeline } = after;
  const entry: TimelineEntry = {
    n: timeline.length + 1,
    at: now,
    what: name,
    ...(actor.by ? { by: actor.by } : {}),
    ...(text ? { text } : {}),
    ...(photos?.length ? { photos } : {}),
    ...(stars ? { stars } : {}),
    ...(until ? { until } : {}),
    ...(where ? { where } : {}),
    ...(other ? { other } : {}),
    ...(parties.length > 0 ? { parties } : {}),
    ...(holder !== before.holder && holder.key !== before.holder.key ? { holder } : {}),
    ...(deadline && deadline !== before.deadline ? { deadline } : {}),
  };
  return { ...after, timeline: [...timeline, entry] };
}

function enoughSaid({ timeline }: Problem, name: CommandName): void {
  if (timeline.filter((entry) => entry.what === name).length < MOST_REMARKS) return;
  throw new Refusal('NOT_NOW', {
    path: 'problem',
    words: { zh: '留言已经很多了，请直接打电话', en: 'There are many remarks already, please call' },
  });
}

const CLOCK: ReadonlySet<Relation> = new Set(['clock']);

/** What the clock does to a problem whose warning or deadline has passed; null while nothing is due. */
export function whenDue(problem: Problem, now: Millis): CommandName | null {
  const { nextAt, deadline } = problem;
  if (nextAt === undefined || nextAt > now || !deadline) return null;
  // Where the clock jumped over both, only the deadline counts.
  if (deadline.at > now) return possible(problem, 'warn', CLOCK) ? 'warn' : null;
  return (
    (['resume', 'climb', 'supervise', 'lapse'] as const).find((name) => possible(problem, name, CLOCK)) ??
    null
  );
}

/** The reporter's own word on what was done. */
const OWN_WORD: readonly CommandName[] = ['confirm', 'rate'];

/** Who says "done" cannot say "solved" as well, though they report for somebody without a phone. */
function notByWhoDidIt({ timeline }: Problem, { by }: Actor): void {
  const done = [...timeline].reverse().find(({ what }) => what === 'finish');
  if (!by || done?.by?.person !== by.person) return;
  throw new Refusal('NOT_YOURS', {
    path: 'problem',
    words: { zh: '办这件事的人不能替居民说解决了', en: 'Who did it cannot confirm it for the resident' },
  });
}
