import type { Level } from '../area/area';
import type { PostRole } from '../person/person';
import type { Millis } from '../time/shanghai';
import { CATEGORIES, type Category } from './category';
import { unchecked } from './content';
import { emergencyCalls } from './emergency';
import { acceptBy, LADDERS } from './ladder';
import { oweHolder } from './owe';
import { holderAt, type Place, type Problem, type Voice } from './problem';
import { settle } from './running';

/** What a resident, or somebody on a resident's behalf, reports. */
export interface Report {
  category: Category;
  text?: string | undefined;
  voice?: Voice | undefined;
  photos?: string[] | undefined;
  place?: Place | undefined;
  urgent?: boolean | undefined;
  confidential?: boolean | undefined;
  public?: boolean | undefined;
}

export interface ReportFacts {
  id: string;
  area: string;
  areaPath: string;
  areaNames: Record<Level, string>;
  household?: string | undefined;
  reporter: { person: string; name: string };
  onBehalfBy?: { person: string; name: string; role: PostRole } | undefined;
  /** Who of the household agreed. */
  agreedBy?: string | undefined;
  /** The lowest desk that somebody sits at: the grid's, unless it is vacant. */
  level: Level;
  /** Who sits there now, to be named to the reporter. */
  holderName?: string | undefined;
}

/** A new problem on its grid's desk, its ladder frozen, the first notice owed. */
export function reportProblem(report: Report, facts: ReportFacts, now: Millis): Problem {
  const urgent = cannotWait(report);
  const ladder = urgent ? LADDERS.urgent : LADDERS.normal;
  const holder = holderAt(facts.area, facts.level, facts.holderName);
  const deadline = acceptBy(ladder, facts.level, now);
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
    public: report.public === true,
    content: unchecked(now),
    reporter: facts.reporter,
    ...(facts.onBehalfBy ? { onBehalfBy: facts.onBehalfBy } : {}),
    ...(facts.agreedBy ? { agreedBy: facts.agreedBy } : {}),
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
        by: facts.onBehalfBy ?? { ...facts.reporter, role: 'reporter' },
        holder,
        deadline,
      },
    ],
    outbox: [],
    createdAt: now,
  };
  return oweHolder(settle(problem), 'new', now);
}

/** Asked for, of a kind that runs by the hour, or in words of danger to life. */
function cannotWait({ urgent, category, text }: Report): boolean {
  return (
    urgent === true ||
    CATEGORIES[category].ladder === 'urgent' ||
    emergencyCalls(category, text ?? '').length > 0
  );
}
