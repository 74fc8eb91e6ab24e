import fc from 'fast-check';
import { COMMAND_NAMES, mayRelate, possible, type Relation } from '../../domain/problem/commands';
import { type Command, decide, whenDue } from '../../domain/problem/decide';
import type { Problem } from '../../domain/problem/problem';
import { atShanghai, DAY, type Millis } from '../../domain/time/shanghai';
import { aProblem } from './build';

const EVERYBODY = new Set<Relation>(['reporter', 'holder', 'above', 'session', 'supervisor']);
const BY = { person: 'x1', name: '某人', role: 'chief' as const };

/** Problems that lived through any commands the table allows, with the clock acting where nobody did. */
export function lives(places: fc.Arbitrary<string>): fc.Arbitrary<Problem> {
  const step = fc.record({
    name: fc.constantFrom(...COMMAND_NAMES),
    wait: fc.integer({ min: 1, max: 9 * DAY }),
  });
  return fc
    .record({
      area: places,
      at: fc.integer({ min: atShanghai('2026-09-20'), max: atShanghai('2026-11-22') }),
      household: fc.constantFrom('h1', 'h2', 'h3'),
      category: fc.constantFrom('road' as const, 'water' as const),
      stars: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      steps: fc.array(step, { maxLength: 8 }),
    })
    .map(({ area, at, household, category, stars, steps }) => {
      let now = at;
      let problem: Problem = { ...aProblem({ category }, at), area, household };
      for (const { name, wait } of steps) {
        now += wait;
        problem = clock(problem, now);
        if (mayRelate(EVERYBODY, name))
          problem = given(problem, { ...said(now), name, ...(stars ? { stars } : {}) }, now);
      }
      return problem;
    });
}

function clock(problem: Problem, now: Millis): Problem {
  const name = whenDue(problem, now);
  return name ? decide(problem, { name }, { relations: new Set(['clock']) }, problem.nextAt ?? now) : problem;
}

function said(now: Millis): Omit<Command, 'name'> {
  return {
    text: '话',
    where: '旗法院',
    until: now + 5 * DAY,
    other: 'p-other',
    party: { kind: 'person', key: 'x2', role: 'chief', area: '150625100208001', name: '人' },
    parties: [],
  };
}

/** What the state does not allow changes nothing. */
function given(problem: Problem, command: Command, now: Millis): Problem {
  if (!possible(problem, command.name, EVERYBODY)) return problem;
  try {
    return decide(problem, command, { relations: EVERYBODY, by: BY }, now);
  } catch {
    return problem;
  }
}
