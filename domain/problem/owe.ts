import type { MatterFacts } from '../notice/facts';
import type { MatterKind } from '../notice/kinds';
import { type Audience, owe } from '../notice/notice';
import type { Millis } from '../time/shanghai';
import type { Holder, Problem } from './problem';

const SUMMARY_LENGTH = 60;

/** The problem with one more notice in its outbox. The latest timeline entry is what the notice tells of. */
function oweOne(problem: Problem, kind: MatterKind, to: Audience, now: Millis): Problem {
  return owe(problem, {
    key: `${problem._id}.${problem.timeline.at(-1)?.n ?? 0}.${kind}`,
    kind,
    to,
    about: { kind: 'problem', id: problem._id },
    urgent: problem.urgent,
    at: now,
    facts: facts(problem),
  });
}

function facts(problem: Problem): MatterFacts {
  const entry = problem.timeline.at(-1);
  const { role, area, name } = problem.holder;
  return {
    category: problem.category,
    area: problem.area,
    areaPath: problem.areaPath,
    summary: (problem.text ?? '').replace(/\s+/g, ' ').slice(0, SUMMARY_LENGTH),
    holder: { role, area, ...(name ? { name } : {}) },
    ...(entry?.text ? { text: entry.text } : {}),
    ...(problem.deadline ? { until: problem.deadline.at } : {}),
    ...(problem.outcome ? { outcome: problem.outcome } : {}),
  };
}

export function oweHolder(problem: Problem, kind: MatterKind, now: Millis): Problem {
  return oweDesk(problem, problem.holder, kind, now);
}

export function oweDesk(problem: Problem, { role, area }: Holder, kind: MatterKind, now: Millis): Problem {
  return oweOne(problem, kind, { post: { role, area } }, now);
}

/** The reporter hears of every change of state (design rule 4). */
export function oweReporter(problem: Problem, kind: MatterKind, now: Millis): Problem {
  return oweOne(problem, kind, { person: problem.reporter.person }, now);
}
