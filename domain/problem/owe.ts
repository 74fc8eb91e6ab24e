import type { MatterFacts } from '../notice/facts';
import type { MatterKind } from '../notice/kinds';
import { type Audience, owe } from '../notice/notice';
import type { Millis } from '../time/shanghai';
import { type CommandName, type Ear, type Relation, ruleOf } from './commands';
import { audienceOf } from './party';
import type { Holder, Problem } from './problem';

const SUMMARY_LENGTH = 60;

/** Every notice that the table says this command owes, to whoever did not give it. */
export function oweAll(
  before: Problem,
  after: Problem,
  name: CommandName,
  by: ReadonlySet<Relation>,
  now: Millis,
): Problem {
  const tells = Object.entries(ruleOf(name).tells) as [Ear, MatterKind][];
  return tells.reduce((owing, [ear, kind]) => {
    const hearers = knows(ear, by, before, after) ? [] : audiences(ear, before, after);
    const also = ear === 'reporter' && kind !== 'commented' ? audiences('followers', before, after) : [];
    return [...hearers, ...also].reduce((one, to) => oweOne(one, kind, to, now), owing);
  }, after);
}

/** Nobody is told what they did themselves. */
function knows(ear: Ear, by: ReadonlySet<Relation>, before: Problem, after: Problem): boolean {
  switch (ear) {
    case 'reporter':
      return by.has('reporter');
    case 'holder':
      return by.has('holder') && before.holder.key === after.holder.key;
    case 'lead':
      return by.has('lead') && before.lead?.key === after.lead?.key;
    default:
      return false;
  }
}

function audiences(ear: Ear, before: Problem, after: Problem): Audience[] {
  switch (ear) {
    case 'holder':
      return [deskOf(after.holder)];
    case 'reporter':
      return [{ person: after.reporter.person }];
    case 'followers':
      return after.followers?.length ? [{ people: after.followers.map(({ person }) => person) }] : [];
    case 'before':
      return [deskOf(before.holder)];
    case 'lead':
      return after.lead ? [audienceOf(after.lead)] : [];
    case 'helpers':
      return (after.helpers ?? []).filter((one) => !before.helpers?.includes(one)).map(audienceOf);
    case 'above':
      return after.request ? [deskOf(after.request.to)] : [];
  }
}

function deskOf({ role, area, unit }: Holder): Audience {
  return { post: { role, area, ...(unit ? { unit } : {}) } };
}

/** The problem with one more notice in its outbox. The latest timeline entry is what the notice tells of. */
export function oweOne(problem: Problem, kind: MatterKind, to: Audience, now: Millis): Problem {
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

export function oweHolder(problem: Problem, kind: MatterKind, now: Millis): Problem {
  return oweOne(problem, kind, deskOf(problem.holder), now);
}

function facts(problem: Problem): MatterFacts {
  const entry = problem.timeline.at(-1);
  const { role, area, unit, name } = problem.holder;
  return {
    category: problem.category,
    area: problem.area,
    areaPath: problem.areaPath,
    summary: (problem.text ?? '').replace(/\s+/g, ' ').slice(0, SUMMARY_LENGTH),
    holder: { role, area, ...(unit ? { unit } : {}), ...(name ? { name } : {}) },
    ...(entry?.text ? { text: entry.text } : {}),
    ...(entry?.where ? { where: entry.where } : {}),
    ...(problem.request ? { asked: problem.request.until } : {}),
    ...(problem.deadline ? { until: problem.deadline.at } : {}),
    ...(problem.outcome ? { outcome: problem.outcome } : {}),
  };
}
