import type { AreaCode } from '../area/area';
import type { Candidate, Evaluation } from '../evaluation/evaluation';
import { owe } from '../notice/notice';
import type { Year } from '../points/account';
import type { PointsBook } from '../points/book';
import type { PointsEntry } from '../points/entry';
import { hasAgreed } from '../points/membership';
import type { RuleVersion, Scheme } from '../points/rule';
import type { Millis } from '../time/shanghai';
import { endsOf, type Ranked, ranked } from './rank';
import { type BottomLine, type Roll, type RollSubject, rollId, type TopLine } from './roll';

/** Somebody on a list. */
export interface Member {
  subject: string;
  name: string;
  areaPath: string;
  score: number;
}

type Origin = Pick<Roll, 'area' | 'areaPath' | 'year' | 'subjects' | 'hash' | 'version'>;

/** Who has a score, best first; exempt people are on no list. */
export function rankedCandidates(candidates: readonly Candidate[]): Ranked<Candidate & { score: number }>[] {
  const scored = candidates.flatMap((one) =>
    one.exempt || one.score === undefined ? [] : [{ ...one, score: one.score }],
  );
  return ranked(scored, ({ person }) => person);
}

/**
 * The roll of a village's workers, with the trainings that are owed.
 * @throws RangeError before the evaluation is final: nobody is put on a roll by a result that may still change
 */
export function rollOfWorkers(evaluation: Evaluation, at: Millis): Roll {
  const { area, areaPath, year, state, version, scheme, hash } = evaluation;
  if (state !== 'final' || hash === undefined) throw new RangeError(`not final: ${evaluation._id}`);
  const members = rankedCandidates(evaluation.candidates).map(({ person, name, areaPath: path, score }) => ({
    subject: person,
    name,
    areaPath: path,
    score,
  }));
  const origin = { area, areaPath, year, subjects: 'worker', hash, version } as const;
  const roll = newRoll(origin, members, scheme, at);
  return roll.bottom.reduce(suggestTraining, roll);
}

/** What a household has earned: what it exchanged, or carried over, does not count against it or for it. */
export function earned({ entries }: Pick<PointsBook, 'entries'>): number {
  const counts = ({ evidence }: PointsEntry) => evidence.kind !== 'order' && evidence.kind !== 'book';
  return Object.values(entries)
    .filter((entry) => {
      const original = entry.reverses === undefined ? entry : (entries[entry.reverses] ?? entry);
      return counts(entry) && counts(original);
    })
    .reduce((sum, { amount }) => sum + amount, 0);
}

/**
 * Households that still take part, agreed to being ranked and have earned something.
 * @param paths of the grids: a list says where somebody lives no closer than that
 * @throws RangeError while a book is open
 */
export function takingPart(books: readonly PointsBook[], paths: ReadonlyMap<AreaCode, string>): Member[] {
  const open = books.find(({ closed }) => closed === undefined);
  if (open) throw new RangeError(`not closed: ${open._id}`);
  return books
    .filter((book) => book.kind === 'household' && hasAgreed(book))
    .map((book) => ({
      subject: book.account.slice('household.'.length),
      name: book.name,
      areaPath: paths.get(book.grid ?? '') ?? '',
      score: earned(book),
    }))
    .filter(({ score }) => score > 0);
}

/** What a list of households is told by: its hash is that of these lines. */
export function listLines(members: readonly Member[]): string {
  return members
    .map(({ subject, score }) => `${subject} ${score}`)
    .sort()
    .join('\n');
}

/** What a roll of households is made from. */
export interface Households {
  village: { area: AreaCode; areaPath: string };
  year: Year;
  members: readonly Member[];
  rules: Pick<RuleVersion, '_id' | 'scheme'>;
  /** SHA-256 of `listLines`. */
  hash: string;
}

/** The roll of a village's households: only its top, nobody is put at an end for taking no part. */
export function rollOfHouseholds({ village, year, members, rules, hash }: Households, at: Millis): Roll {
  const origin = { ...village, year, subjects: 'household', hash, version: rules._id } as const;
  return newRoll(origin, members, rules.scheme, at);
}

function newRoll(origin: Origin, members: readonly Member[], scheme: Scheme, at: Millis): Roll {
  const { share, fewestRanked: fewest } = scheme;
  const list = ranked(members, ({ subject }) => subject);
  const { top, bottom } = endsOf(list, { share, fewest });
  return {
    _id: rollId(origin.area, origin.year, origin.subjects),
    rev: 0,
    applied: [],
    outbox: [],
    ...origin,
    ranked: list.length,
    fewest,
    share,
    top: top.map(topLine),
    bottom: hasBottom(origin.subjects) ? bottom.map(bottomLine) : [],
    at,
  };
}

/** Households are rewarded only. */
function hasBottom(subjects: RollSubject): boolean {
  return subjects === 'worker';
}

function topLine({ subject, name, areaPath, rank, score }: Ranked<Member>): TopLine {
  return { subject, name, areaPath, rank, score, recommendations: [], consents: [] };
}

/** Neither rank nor score: a suggestion needs none. */
function bottomLine({ subject, name, areaPath }: Ranked<Member>): BottomLine {
  return { subject, name, areaPath };
}

function suggestTraining(roll: Roll, { subject, name, areaPath }: BottomLine): Roll {
  return owe(roll, {
    key: `${roll._id}.${subject}.training-suggested`,
    kind: 'training-suggested',
    to: { person: subject },
    about: { kind: 'roll', id: roll._id },
    urgent: false,
    at: roll.at,
    facts: { name, areaPath, year: roll.year },
  });
}
