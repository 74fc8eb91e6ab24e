import fc from 'fast-check';
import { Refusal } from '../../domain/error/refusal';
import {
  allowed,
  COMMAND_NAMES,
  COMMANDS,
  type CommandName,
  type Relation,
  target,
} from '../../domain/problem/commands';
import { decide, whenDue } from '../../domain/problem/decide';
import { isOpen, OPEN_STATUSES, type Problem, STATUSES, type Status } from '../../domain/problem/problem';
import { DAY, HOUR, type Millis } from '../../domain/time/shanghai';
import { aProblem, NOW } from './build';
import { actor, saying } from './stage';

const RELATIONS: Relation[] = [
  'reporter',
  'teller',
  'neighbour',
  'holder',
  'lead',
  'helper',
  'above',
  'supervisor',
  'linked',
  'session',
  'merge',
  'clock',
];
/** What the table lets follow a state, the state itself included. */
const NEXT = Object.fromEntries(
  STATUSES.map((from) => [
    from,
    new Set<Status>([
      from,
      ...COMMAND_NAMES.filter((name) => (COMMANDS[name].from as readonly Status[]).includes(from)).flatMap(
        (name) => {
          const { to } = COMMANDS[name];
          return to === 'same' ? [] : [to];
        },
      ),
    ]),
  ]),
) as Record<Status, Set<Status>>;

const move = fc.record({
  /** Half of the moves are what a screen would offer, so that the walk gets far. */
  offered: fc.boolean(),
  pick: fc.nat(),
  relation: fc.constantFrom(...RELATIONS),
  wait: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 2 * HOUR }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * DAY }) },
  ),
  sweep: fc.boolean(),
});

/** Plain, because it is asked a hundred thousand times. */
function must(what: string, so: boolean): void {
  if (!so) throw new Error(`broken: ${what}`);
}

type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

/** What must hold of any problem at any time. */
function holds(problem: Problem, now: Millis): void {
  const { deadline, endedAt, hands, holder, nextAt, outcome, status, timeline } = problem;
  must('a status of the table', STATUSES.includes(status));
  must('lines are numbered', timeline.at(-1)!.n === timeline.length);
  if (!isOpen(problem)) {
    must('an ended matter has no clock', nextAt === undefined && deadline === undefined);
    must('an ended matter has an outcome', outcome !== undefined && endedAt !== undefined);
    must('an ended matter is on no desk', hands.length === 0);
    return;
  }
  must('an open matter has a holder', holder.key !== '' && hands.includes(holder.key));
  must('an open matter has a deadline', deadline !== undefined && nextAt! <= deadline.at);
  must('an open matter has no outcome', outcome === undefined && endedAt === undefined);
  must('whenever nobody acts, the clock will', whenDue(problem, Math.max(now, nextAt!)) !== null);
  const still = status === 'suspended';
  must('only what is suspended stands still', still === (problem.paused !== undefined));
  must('what is suspended has an end', still === (deadline!.kind === 'resume'));
  must('30 days in all', (problem.pausedFor ?? 0) <= 30 * DAY);
}

/** What must hold between before and after. */
function follows(before: Problem, after: Problem): void {
  must('a way of the table', NEXT[before.status].has(after.status));
  must(
    'history is kept',
    before.timeline.every((entry, at) => after.timeline[at] === entry),
  );
  must('history grows by one', after.timeline.length === before.timeline.length + 1);
  must(
    'what is owed is kept',
    before.outbox.every((owed, at) => after.outbox[at] === owed),
  );
  must('a new state is told', after.status === before.status || after.outbox.length > before.outbox.length);
  must('the ladder is frozen', after.ladder === before.ladder && after.reporter === before.reporter);
}

type Offer = readonly [Relation, CommandName];

/** Offered for a short while only. */
const RARE: readonly CommandName[] = ['accept', 'extend', 'grant', 'deny', 'resume'];

/** Everything that the screens of everybody together offer. */
const screens = (problem: Problem): Offer[] => [
  ...RELATIONS.flatMap((who) =>
    allowed(problem, new Set([who])).flatMap((name) => {
      // What ends a matter comes up less often, so that the walk gets far.
      const goesOn = (OPEN_STATUSES as readonly string[]).includes(target(name, problem.status));
      const often = RARE.includes(name) ? 20 : goesOn ? 4 : 1;
      return Array.from({ length: often }, () => [who, name] as const);
    }),
  ),
  ['holder', 'comment'],
];
const anything = (who: Relation): Offer[] => COMMAND_NAMES.map((name) => [who, name] as const);

/** One problem through all these moves. @returns the commands that were taken */
function walk(moves: readonly Move[], urgent: boolean): CommandName[] {
  const taken: CommandName[] = [];
  let problem = aProblem({ urgent });
  let at = NOW;
  for (const { offered, pick, relation, wait, sweep } of moves) {
    at += wait;
    const due = sweep ? whenDue(problem, at) : null;
    const offers = due ? [['clock', due] as const] : offered ? screens(problem) : anything(relation);
    const [who, name] = offers[pick % offers.length]!;
    const before = JSON.stringify(problem);
    try {
      const after = decide(problem, saying(name, problem, at), actor(who), at);
      must('a command leaves what it was given', JSON.stringify(problem) === before);
      follows(problem, after);
      problem = after;
      taken.push(name);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      must('a refusal changes nothing', JSON.stringify(problem) === before);
    }
    holds(problem, at);
  }
  return taken;
}

const walks = [fc.array(move, { minLength: 20, maxLength: 80 }), fc.boolean()] as const;

describe('random commands by random people in random order', () => {
  test('never leave the table, lose a line of history, or leave an open problem without holder, deadline and next step', () => {
    fc.assert(
      fc.property(...walks, (moves, urgent) => void walk(moves, urgent)),
      { numRuns: 60 },
    );
  });

  test('and the walk goes everywhere: every command of the table is taken', () => {
    const seen = new Set<CommandName>();
    fc.assert(
      fc.property(...walks, (moves, urgent) => {
        for (const name of walk(moves, urgent)) seen.add(name);
      }),
      { numRuns: 150, seed: 20261125 },
    );
    expect(COMMAND_NAMES.filter((name) => !seen.has(name))).toEqual([]);
  });
});
