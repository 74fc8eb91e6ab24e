import type { Level } from '../area/area';
import type { Millis } from '../time/shanghai';
import type { Category } from './category';
import { isDanger } from './category';
import { acceptBy, LADDERS } from './ladder';
import { oweHolder } from './owe';
import { holderAt, type Place, type Problem, type Voice } from './problem';
import { settle } from './running';

/** What a resident, or a worker on a resident's behalf, reports. */
export interface Report {
  category: Category;
  text?: string | undefined;
  voice?: Voice | undefined;
  photos?: string[] | undefined;
  place?: Place | undefined;
  urgent?: boolean | undefined;
  confidential?: boolean | undefined;
}

export interface ReportFacts {
  id: string;
  area: string;
  areaPath: string;
  areaNames: Record<Level, string>;
  household?: string | undefined;
  reporter: { person: string; name: string };
  onBehalfBy?: { person: string; name: string } | undefined;
  /** The lowest desk that somebody sits at: the grid's, unless it is vacant. */
  level: Level;
  /** Who sits there now, to be named to the reporter. */
  holderName?: string | undefined;
}

/** A new problem on its grid's desk, its ladder frozen, the first notice owed. */
export function reportProblem(report: Report, facts: ReportFacts, now: Millis): Problem {
  const urgent = report.urgent === true || isDanger(report.category);
  const ladder = urgent ? LADDERS.urgent : LADDERS.normal;
  const holder = holderAt(facts.area, facts.level, facts.holderName);
  const deadline = acceptBy(ladder, facts.level, now);
  const teller = facts.onBehalfBy ?? facts.reporter;
  const problem: Problem = {
    _id: facts.id,
    rev: 0,
    applied: [],
    area: facts.area,
    areaPath: facts.areaPath,
    areaNames: facts.areaNames,
    ...(facts.household ? { household: facts.household } : {}),
    category: report.category,
    urgent,
    ...(report.text ? { text: report.text } : {}),
    ...(report.voice ? { voice: report.voice } : {}),
    photos: report.photos ?? [],
    ...(report.place ? { place: report.place } : {}),
    confidential: report.confidential === true,
    reporter: facts.reporter,
    ...(facts.onBehalfBy ? { onBehalfBy: facts.onBehalfBy } : {}),
    status: 'reported',
    holder,
    hands: [],
    ladder,
    deadline,
    reopens: 0,
    timeline: [
      {
        n: 1,
        at: now,
        what: 'report',
        by: { ...teller, role: facts.onBehalfBy ? 'worker' : 'reporter' },
        holder,
        deadline,
      },
    ],
    outbox: [],
    createdAt: now,
  };
  return oweHolder(settle(problem), 'new', now);
}
