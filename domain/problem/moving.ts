import { areaAt, levelAbove, levelOf, levelsAbove } from '../area/area';
import { Refusal } from '../error/refusal';
import type { Seat } from '../person/desk';
import type { Millis } from '../time/shanghai';
import { addWorkdays } from '../time/workday';
import { acceptBy } from './ladder';
import type { Party } from './party';
import { type Holder, holderAt, type Problem, supervisorAt } from './problem';
import { due } from './running';

/** A third "not solved" goes to a supervisor. */
const REOPENS_BEFORE_SUPERVISOR = 2;
/** Source: "not ours" is said within 5 working days. */
const OBJECTION_DAYS = 5;

/**
 * To the next desk above at which somebody sits, with that level's clock started; past a vacant one, because
 * nobody could act there. At the top the matter stays where it is.
 */
export function up(problem: Problem, seats: readonly Seat[], now: Millis): Problem {
  const above = levelsAbove(problem.holder.level);
  const seat = seats.find(({ level }) => above.includes(level));
  const level = seat?.level ?? above[0] ?? problem.holder.level;
  return arrive(problem, holderAt(problem.area, level, seat?.name), now);
}

/** A new desk decides anew whom it gives a hand; what the former one asked for is void. Helpers stay. */
export function arrive(problem: Problem, holder: Holder, now: Millis): Problem {
  const { lead: _lead, request: _request, passedBy: _passed, paused: _paused, ...rest } = problem;
  return due({ ...rest, holder }, acceptBy(problem.ladder, holder.level, now), now);
}

/** By hand, so that the upper desk can give it back once. */
export function escalate(problem: Problem, seats: readonly Seat[], now: Millis): Problem {
  return { ...up(problem, seats, now), passedBy: problem.holder };
}

/** "Not solved" brings it one level up, at most twice; then a supervisor looks. */
export function reopen(problem: Problem, seats: readonly Seat[], now: Millis): Problem {
  const { outcome: _o, endedAt: _e, verifiedAt: _v, explained: _x, ...rest } = problem;
  const again = { ...rest, reopens: problem.reopens + 1 };
  if (problem.reopens >= REOPENS_BEFORE_SUPERVISOR) return arrive(again, supervisorAt(problem.area), now);
  return up(again, seats, now);
}

/** An upper desk finds that the refusal does not stand: the same desk takes it up, and cannot refuse again. */
export function overturn(problem: Problem, now: Millis): Problem {
  const { outcome: _o, endedAt: _e, ...rest } = problem;
  return arrive({ ...rest, returned: [...(rest.returned ?? []), problem.holder.key] }, problem.holder, now);
}

/**
 * Back to the desk below that passed it up, with a clock of its own; or, by a lead who says "not ours", back to
 * the holder with the clock running on. Never twice to or by the same.
 */
export function giveBack(problem: Problem, byLead: boolean, now: Millis): Problem {
  const { lead, passedBy, returned = [], timeline } = problem;
  if (byLead && lead) {
    const given = [...timeline].reverse().find(({ parties }) => parties?.some(({ key }) => key === lead.key));
    if (given && addWorkdays(given.at, OBJECTION_DAYS) < now) throw late();
    return { ...problem, lead: undefined, returned: [...returned, lead.key] };
  }
  if (!passedBy) return problem;
  return arrive({ ...problem, returned: [...returned, passedBy.key] }, passedBy, now);
}

/** To another desk of the same level; its clock does not start again, or a matter could go round for ever. */
export function transfer(problem: Problem, party: Party): Problem {
  const { holder } = problem;
  if (party.kind !== 'desk' || !besides(holder, party)) throw notBeside();
  const { key, role, area, unit, name } = party;
  const { lead: _lead, request: _request, passedBy: _passed, ...rest } = problem;
  return { ...rest, holder: { key, role, area, ...(unit ? { unit } : {}), level: holder.level, name } };
}

/** Same level, and under the same desk above. */
function besides(holder: Holder, { key, area }: { key: string; area: string }): boolean {
  const above = levelAbove(holder.level);
  return (
    key !== holder.key &&
    levelOf(area) === holder.level &&
    (above === null ? area === holder.area : areaAt(area, above) === areaAt(holder.area, above))
  );
}

function notBeside(): Refusal {
  return new Refusal('BAD_INPUT', {
    path: 'party',
    words: { zh: '只能转给同一级的单位', en: 'Only to another desk of the same level' },
  });
}

function late(): Refusal {
  return new Refusal('NOT_NOW', {
    path: 'problem',
    words: {
      zh: '收到已超过5个工作日，不能再退回',
      en: 'It can be returned within 5 working days only',
    },
  });
}
