import { relationsTo } from '../../domain/access/relation';
import { type AreaCode, areaAt, type Level } from '../../domain/area/area';
import type { ParsedOf } from '../../domain/contract/actions';
import type { Outputs, PartyChoice } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { deskKey, type Person, type Post } from '../../domain/person/person';
import { DESK_ROLES } from '../../domain/problem/party';
import type { Problem } from '../../domain/problem/problem';
import { _, db } from '../kit/cloud';
import { all, one } from '../kit/collections';
import type { Call } from '../kit/serve';

const MOST = 200;

/** Desks and people to whom this matter can be given: the matter, then one read of who sits there. */
export async function whom({ input, caller, at }: Call<'problem.whom'>): Promise<Outputs['problem.whom']> {
  const problem = await one('problems', input.problem);
  const ties = problem ? relationsTo(problem, caller.person, at) : new Set<never>();
  // The lead, too, may call for help.
  if (!problem || !(ties.has('holder') || ties.has('lead')))
    throw new Refusal('NOT_FOUND', { path: 'problem' });
  const starts = startsFor(input.for, problem);
  const people = await all('people', (some) =>
    some
      .where(_.or(starts.map((start) => ({ desks: db.RegExp({ regexp: `^${start}`, options: '' }) }))))
      .limit(MOST),
  );
  const choices = people.flatMap((person) =>
    person.posts
      .filter((post) => starts.some((start) => new RegExp(`^${start}`).test(keyOf(post))))
      .filter((post) => keyOf(post) !== problem.holder.key)
      .map((post) => choice(person, post)),
  );
  return { choices, asOf: at };
}

/** Beginnings of the keys of the desks that come into question. */
function startsFor(purpose: ParsedOf<'problem.whom'>['for'], { area, holder }: Problem): string[] {
  const at = (level: Level): AreaCode => areaAt(area, level);
  const units = `handler@${at('banner')}`;
  if (purpose === 'whistle') return [units, `official@${at('township')}`, `secretary@${at('township')}`];
  const own: Record<Level, [assign: string[], transfer: string[]]> = {
    grid: [[`worker@${holder.area}`], [`chief@${at('village')}`]],
    village: [[`chief@${holder.area}`, `worker@${holder.area}`], [`secretary@${at('township')}`]],
    township: [
      [`secretary@${holder.area}`, `handler@${holder.area}`],
      [`official@${at('banner')}[0-9]{3}$`, `handler@${holder.area}`],
    ],
    banner: [[`${units}(:|$)`, `official@${holder.area}[0-9]`], [`${units}(:|$)`]],
  };
  return own[holder.level][purpose === 'assign' ? 0 : 1];
}

function keyOf({ role, area, unit }: Post): string {
  return deskKey(role, area, unit);
}

/** A worker is asked in person, everybody else by desk, so that a colleague can take over. */
function choice(person: Person, { role, area, areaPath, unit }: Post): PartyChoice {
  const desk = DESK_ROLES.find((one) => one === role);
  return {
    party: desk ? { role: desk, area, ...(unit ? { unit } : {}) } : { person: person._id },
    name: person.name,
    role,
    ...(unit ? { unit } : {}),
    areaPath,
  };
}
