import { Refusal } from '../../domain/error/refusal';
import {
  allowed,
  COMMAND_NAMES,
  COMMANDS,
  type CommandName,
  possible,
  type Relation,
} from '../../domain/problem/commands';
import { decide } from '../../domain/problem/decide';
import { type Problem, STATUSES, type Status } from '../../domain/problem/problem';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { NOW } from './build';
import { actor, inStatus, saying, step, UNIT } from './stage';

const RELATIONS: Relation[] = [
  'reporter',
  'teller',
  'follower',
  'neighbour',
  'holder',
  'lead',
  'helper',
  'above',
  'supervisor',
  'linked',
  'scope',
  'session',
  'merge',
  'clock',
];

/** Who may, written a second time by hand: a change of the table must be meant. */
const MAY: Record<CommandName, Relation[]> = {
  accept: ['holder', 'lead'],
  refuse: ['holder'],
  assign: ['holder'],
  whistle: ['holder', 'lead'],
  progress: ['holder', 'lead', 'helper'],
  suspend: ['holder', 'lead'],
  resume: ['holder', 'lead', 'clock'],
  extend: ['holder', 'lead'],
  return: ['holder', 'lead'],
  transfer: ['holder'],
  escalate: ['holder', 'session'],
  merge: ['holder'],
  adopt: ['merge'],
  split: ['holder'],
  finish: ['holder', 'lead'],
  grant: ['above'],
  deny: ['above'],
  verify: ['above', 'supervisor'],
  redo: ['above', 'supervisor'],
  uphold: ['above', 'supervisor'],
  overturn: ['above', 'supervisor'],
  supervise: ['supervisor', 'clock'],
  plan: ['session'],
  explain: ['session'],
  defer: ['session'],
  confirm: ['reporter', 'teller'],
  reopen: ['reporter', 'teller'],
  rate: ['reporter', 'teller'],
  withdraw: ['reporter', 'teller'],
  join: ['neighbour'],
  comment: ['reporter', 'teller', 'holder', 'lead', 'helper', 'linked'],
  warn: ['clock'],
  climb: ['clock'],
  lapse: ['clock'],
};

/** A matter in that state, with everything that a command may further ask of it. */
function staged(name: CommandName, status: Status): Problem {
  const problem = inStatus(status);
  switch (name) {
    case 'grant':
    case 'deny':
      return status === 'accepted' ? step(problem, 'extend', 'holder', NOW + HOUR) : problem;
    case 'return':
      return { ...problem, lead: UNIT, passedBy: { ...problem.holder, key: 'chief@below' } };
    case 'supervise':
      return { ...problem, holder: { ...problem.holder, level: 'banner' } };
    default:
      return problem;
  }
}

const later = NOW + HOUR;
const cases = COMMAND_NAMES.flatMap((name) => STATUSES.map((status) => [name, status] as const));

describe('the table of what may happen to a problem', () => {
  test.each(cases)('%s of what is %s: by whom it is allowed, and by whom refused', (name, status) => {
    const problem = staged(name, status);
    const before = structuredClone(problem);
    for (const relation of RELATIONS) {
      const may = MAY[name].includes(relation);
      const from = (COMMANDS[name].from as readonly Status[]).includes(status);
      expect([relation, allowed(problem, new Set([relation])).includes(name)]).toEqual([
        relation,
        may && from,
      ]);
      const act = () => decide(problem, saying(name, problem, later), actor(relation), later);
      if (may && from) {
        const after = act();
        const to = COMMANDS[name].to;
        expect(after.status).toBe(to === 'same' ? status : to);
        expect(after.timeline).toHaveLength(problem.timeline.length + 1);
      } else expect(act).toThrow(expect.objectContaining({ code: may ? 'NOT_NOW' : 'NOT_YOURS' }));
    }
    expect(problem).toEqual(before);
  });

  test.each(COMMAND_NAMES)('%s says which of its words are missing, and changes nothing', (name) => {
    const status = COMMANDS[name].from[0];
    const problem = staged(name, status);
    for (const need of COMMANDS[name].needs) {
      const without = { ...saying(name, problem, later), [need]: undefined };
      const act = () => decide(problem, without, actor(MAY[name][0]!), later);
      expect(act).toThrow(expect.objectContaining({ code: 'BAD_INPUT', path: need }));
    }
  });

  test('a change of state is told to the reporter, unless the reporter made it', () => {
    for (const name of COMMAND_NAMES) {
      const { to, tells, by } = COMMANDS[name];
      const byReporter = (by as readonly Relation[]).includes('reporter');
      if (to !== 'same' && !byReporter) expect([name, 'reporter' in tells]).toEqual([name, true]);
    }
  });

  test('every open state lets the reporter speak and the clock act', () => {
    for (const status of ['reported', 'accepted', 'suspended', 'finished'] as const) {
      const problem = inStatus(status);
      expect(allowed(problem, new Set<Relation>(['reporter']))).toContain('comment');
      const clock = new Set<Relation>(['clock']);
      const due = { ...problem, nextIs: 'deadline' as const };
      expect(allowed(due, clock).length).toBeGreaterThan(0);
    }
  });
});

describe('what further has to be so', () => {
  const is = (problem: Problem, name: CommandName, relation: Relation) =>
    possible(problem, name, new Set([relation]));
  const accepted = inStatus('accepted');

  test('at the banner nothing climbs or is escalated, below it the clock does not supervise', () => {
    const top = { ...accepted, holder: { ...accepted.holder, level: 'banner' as const } };
    expect([is(top, 'climb', 'clock'), is(top, 'escalate', 'holder')]).toEqual([false, false]);
    expect([is(top, 'supervise', 'clock'), is(accepted, 'supervise', 'clock')]).toEqual([true, false]);
  });

  test('a supervisor supervises at any level, once, and moves no deadline', () => {
    const supervised = step(accepted, 'supervise', 'supervisor', later);
    expect(supervised).toMatchObject({ supervisedAt: later, deadline: accepted.deadline });
    expect(() => step(supervised, 'supervise', 'supervisor', later)).toThrow(Refusal);
  });

  test('an extension is asked once per level, even when it was denied', () => {
    const denied = step(step(accepted, 'extend', 'holder', later), 'deny', 'above', later);
    expect(denied.request).toBeUndefined();
    expect(() => step(denied, 'extend', 'holder', later)).toThrow(
      expect.objectContaining({ code: 'NOT_NOW' }),
    );
    const moved = step(denied, 'escalate', 'holder', later);
    expect(is(step(moved, 'accept', 'holder', later), 'extend', 'holder')).toBe(true);
  });

  test('what was escalated is returned once: escalated again, it stays above', () => {
    const up = step(accepted, 'escalate', 'holder', later);
    const back = step(up, 'return', 'holder', later);
    expect(back).toMatchObject({ status: 'reported', holder: { role: 'chief', level: 'grid' } });
    const again = step(back, 'escalate', 'holder', later);
    expect(() => step(again, 'return', 'holder', later)).toThrow(
      expect.objectContaining({ code: 'NOT_NOW' }),
    );
  });

  test('a unit says “not ours” once and within five working days; named again, it keeps it', () => {
    const assigned = step(inStatus('reported'), 'assign', 'holder', NOW);
    expect(() => step(assigned, 'return', 'lead', NOW + 8 * DAY)).toThrow(Refusal);
    const back = step(assigned, 'return', 'lead', NOW + DAY);
    expect(back.lead).toBeUndefined();
    expect(back.deadline).toEqual(assigned.deadline);
    const named = step(back, 'assign', 'holder', NOW + DAY);
    expect(() => step(named, 'return', 'lead', NOW + DAY)).toThrow(
      expect.objectContaining({ code: 'NOT_NOW' }),
    );
  });

  test('a refusal that was overturned cannot be repeated; one that was upheld is out of scope and final', () => {
    const refused = inStatus('refused');
    const again = step(refused, 'overturn', 'above', later);
    expect(again).toMatchObject({ status: 'reported', holder: { key: refused.holder.key } });
    expect(is(again, 'refuse', 'holder')).toBe(false);
    const upheld = step(refused, 'uphold', 'supervisor', later);
    expect(upheld.outcome).toBe('out-of-scope');
    expect(is(upheld, 'reopen', 'reporter')).toBe(false);
  });

  test('a session puts off once per level, and nothing urgent', () => {
    const village = step(accepted, 'escalate', 'holder', later);
    const put = step(village, 'defer', 'session', later);
    expect(put.deadline!.at).toBeGreaterThan(village.deadline!.at);
    expect(() => step(put, 'defer', 'session', later)).toThrow(Refusal);
    expect(is({ ...village, urgent: true }, 'defer', 'session')).toBe(false);
  });

  test('a transfer stays on the level and does not start the clock again', () => {
    const moved = step(accepted, 'transfer', 'holder', later);
    expect(moved).toMatchObject({ status: 'reported', holder: { level: 'grid', name: '李玉' } });
    expect(moved.deadline).toEqual(accepted.deadline);
    expect(step(moved, 'accept', 'holder', later).deadline).toEqual(accepted.deadline);
    expect(() => step(accepted, 'transfer', 'holder', later, { party: UNIT })).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', path: 'party' }),
    );
  });

  test('a chief can call a banner unit to help, and cannot make it lead', () => {
    expect(step(accepted, 'whistle', 'holder', later).hands).toContain(UNIT.key);
    expect(() => step(accepted, 'assign', 'holder', later, { party: UNIT })).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', path: 'party' }),
    );
  });

  test('two matters never swallow each other', () => {
    const adopted = step(accepted, 'adopt', 'merge', later, { other: 'p2' });
    expect(() => step(adopted, 'merge', 'holder', later, { other: 'p2' })).toThrow(Refusal);
  });

  test('followers hear what the reporter hears, but of comments nothing', () => {
    const joined = step(accepted, 'join', 'neighbour', later);
    const people = (problem: Problem) =>
      problem.outbox.flatMap(({ to, kind }) => ('people' in to ? [kind] : []));
    expect(people(step(joined, 'finish', 'holder', later))).toEqual(['finished']);
    expect(people(step(joined, 'comment', 'holder', later))).toEqual([]);
    expect(() => step(joined, 'withdraw', 'reporter', later)).toThrow('NOT_NOW');
  });
});
