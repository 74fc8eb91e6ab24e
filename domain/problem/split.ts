import type { Millis } from '../time/shanghai';
import type { Category } from './category';
import { unchecked } from './content';
import type { Actor } from './decide';
import type { Problem } from './problem';
import { settle } from './running';

interface Part {
  id: string;
  text: string;
  category?: Category | undefined;
}

/** A part of a matter as one of its own: same reporter, same desk, and the same deadline, so that it gains no time. */
export function splitOff(problem: Problem, part: Part, by: Actor['by'], now: Millis): Problem {
  const { area, areaPath, areaNames, confidential, deadline, holder, household, ladder, onBehalfBy } =
    problem;
  return settle({
    _id: part.id,
    rev: 0,
    applied: [],
    outbox: [],
    area,
    areaPath,
    areaNames,
    ...(household ? { household } : {}),
    category: part.category ?? problem.category,
    urgent: problem.urgent,
    text: part.text,
    photos: [],
    confidential,
    public: problem.public,
    content: unchecked(now),
    reporter: problem.reporter,
    ...(onBehalfBy ? { onBehalfBy } : {}),
    status: problem.status,
    holder,
    hands: [],
    ladder,
    ...(deadline ? { deadline, warned: problem.warned ?? 0 } : {}),
    // It inherits what was used up: splitting gains no second refusal, extension or pause.
    ...inherited(problem),
    reopens: problem.reopens,
    splitFrom: problem._id,
    timeline: [
      {
        n: 1,
        at: now,
        what: 'split',
        ...(by ? { by } : {}),
        text: part.text,
        other: problem._id,
        holder,
        ...(deadline ? { deadline } : {}),
      },
    ],
    createdAt: now,
  });
}

function inherited({
  returned,
  requested,
  deferred,
  pausedFor,
  supervisedAt,
  passedBy,
  place,
  agreedBy,
}: Problem) {
  return {
    ...(returned ? { returned } : {}),
    ...(requested ? { requested } : {}),
    ...(deferred ? { deferred } : {}),
    ...(pausedFor ? { pausedFor } : {}),
    ...(supervisedAt ? { supervisedAt } : {}),
    ...(passedBy ? { passedBy } : {}),
    ...(place ? { place } : {}),
    ...(agreedBy ? { agreedBy } : {}),
  };
}
