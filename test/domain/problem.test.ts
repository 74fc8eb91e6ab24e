import { Refusal } from '../../domain/error/refusal';
import type { CommandName, Relation } from '../../domain/problem/commands';
import { type Command, decide, whenDue } from '../../domain/problem/decide';
import type { Problem } from '../../domain/problem/problem';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { aProblem, NOW } from './build';

const as = (relation: Relation) => ({
  relations: new Set<Relation>([relation]),
  ...(relation === 'clock' ? {} : { by: { person: relation, name: '某人', role: 'chief' as const } }),
});
const step = (
  problem: Problem,
  name: CommandName,
  relation: Relation,
  at = NOW,
  said: Partial<Command> = {},
) => decide(problem, { name, text: '因为……', ...said }, as(relation), at);
const kinds = (problem: Problem) => problem.outbox.map((owed) => owed.kind);

describe('a problem', () => {
  test('starts on the grid chief’s desk with a deadline and one alert owed', () => {
    const problem = aProblem();
    expect(problem).toMatchObject({
      status: 'reported',
      holder: { role: 'chief', level: 'grid', name: '王网格长' },
    });
    expect(problem.deadline?.at).toBe(NOW + 24 * HOUR);
    expect(problem).toMatchObject({ nextAt: NOW + 12 * HOUR, nextIs: 'warn' });
    expect(kinds(problem)).toEqual(['new']);
  });

  test('danger takes the urgent ladder without being asked', () => {
    expect(aProblem({ category: 'safety' })).toMatchObject({
      urgent: true,
      deadline: { at: NOW + 4 * HOUR },
    });
  });

  test('accept → finish → confirm closes it as solved and tells each side', () => {
    const accepted = step(aProblem(), 'accept', 'holder', NOW + HOUR);
    const finished = step(accepted, 'finish', 'holder', NOW + DAY);
    const closed = step(finished, 'confirm', 'reporter', NOW + 2 * DAY, { stars: 5 });
    expect(closed).toMatchObject({ status: 'closed', outcome: 'solved', rev: 0 });
    expect(closed.nextAt).toBeUndefined();
    expect(kinds(closed)).toEqual(['new', 'accepted', 'finished', 'answered']);
    expect(closed.timeline.map((entry) => entry.what)).toEqual(['report', 'accept', 'finish', 'confirm']);
  });

  test('who did it cannot confirm it for the resident', () => {
    const accepted = step(aProblem(), 'accept', 'holder', NOW + HOUR);
    const finished = step(accepted, 'finish', 'holder', NOW + DAY);
    const both = { ...as('holder'), relations: new Set<Relation>(['holder', 'teller']) };
    expect(() => decide(finished, { name: 'confirm' }, both, NOW + DAY)).toThrow(Refusal);
  });

  test('the time to solve counts from arrival, not from a late acceptance', () => {
    const early = step(aProblem(), 'accept', 'holder', NOW + HOUR);
    const late = step(aProblem(), 'accept', 'holder', NOW + 23 * HOUR);
    expect(late.deadline?.at).toBe(early.deadline?.at);
  });

  test('a comment never moves a deadline', () => {
    const problem = aProblem();
    expect(step(problem, 'comment', 'reporter', NOW + 5 * HOUR).nextAt).toBe(problem.nextAt);
  });

  test('left alone it climbs one level, alerts the new desk, the old one and the reporter', () => {
    const climbed = step(aProblem(), 'climb', 'clock', NOW + 25 * HOUR);
    expect(climbed).toMatchObject({ status: 'reported', holder: { role: 'secretary', level: 'village' } });
    expect(climbed.outbox.slice(1).map((owed) => [owed.kind, owed.to])).toEqual([
      ['climbed', { post: { role: 'secretary', area: climbed.holder.area } }],
      ['moved', { person: 'r1' }],
      ['taken-up', { post: { role: 'chief', area: climbed.area } }],
    ]);
  });

  test('at the top it is supervised every week and never dropped', () => {
    let problem = aProblem({}, NOW, 'banner');
    for (let week = 0; week < 10; week += 1) {
      const at = problem.deadline!.at + HOUR;
      expect(whenDue(problem, at)).toBe('supervise');
      problem = step(problem, 'supervise', 'clock', at);
      expect(problem.nextAt).toBe(at + 7 * DAY);
    }
    expect(problem.holder.level).toBe('banner');
  });

  test('accepting what is supervised does not lift the supervision', () => {
    const top = aProblem({}, NOW, 'banner');
    const supervised = step(top, 'supervise', 'clock', top.deadline!.at + HOUR);
    expect(step(supervised, 'accept', 'holder', supervised.nextAt! - DAY).nextAt).toBe(supervised.nextAt);
  });

  test('a hundred remarks are enough', () => {
    let problem = aProblem();
    for (let n = 0; n < 100; n += 1) problem = step(problem, 'comment', 'reporter');
    expect(() => step(problem, 'comment', 'reporter')).toThrow(Refusal);
    expect(step(problem, 'accept', 'holder').status).toBe('accepted');
  });

  test('“not solved” brings it one level up twice, then to a supervisor', () => {
    let problem = aProblem();
    const levels: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      problem = step(step(step(problem, 'accept', 'holder'), 'finish', 'holder'), 'reopen', 'reporter');
      levels.push(`${problem.holder.role} ${problem.holder.level}`);
    }
    expect(levels).toEqual(['secretary village', 'official township', 'supervisor banner']);
  });

  test('no answer in seven days closes it, and is not counted as solved', () => {
    const finished = step(step(aProblem(), 'accept', 'holder'), 'finish', 'holder', NOW);
    expect(whenDue(finished, NOW + 7 * DAY - 1)).toBeNull();
    expect(whenDue(finished, NOW + 7 * DAY)).toBe('lapse');
    expect(step(finished, 'lapse', 'clock', NOW + 7 * DAY)).toMatchObject({
      status: 'closed',
      outcome: 'no-answer',
    });
  });

  test('a confidential reporter is not named in any notice', () => {
    const finished = step(step(aProblem({ confidential: true }), 'accept', 'holder'), 'finish', 'holder');
    const by = { person: 'r1', name: '苏雅拉', role: 'reporter' as const };
    const reopened = decide(
      finished,
      { name: 'reopen', text: '还是不通' },
      { relations: new Set(['reporter']), by },
      NOW,
    );
    expect(JSON.stringify(reopened.outbox)).not.toContain('苏雅拉');
  });

  test('whatever is not in the table is refused and changes nothing', () => {
    const problem = aProblem();
    const before = structuredClone(problem);
    expect(() => step(problem, 'finish', 'holder')).toThrow(Refusal);
    expect(() => step(problem, 'accept', 'reporter')).toThrow(Refusal);
    expect(() => step(problem, 'climb', 'holder')).toThrow(Refusal);
    expect(problem).toEqual(before);
  });
});
