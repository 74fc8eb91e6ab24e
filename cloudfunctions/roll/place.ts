import { type AreaCode, areaAt, LENGTH } from '../../domain/area/area';
import { Refusal } from '../../domain/error/refusal';
import { evaluationId } from '../../domain/evaluation/evaluation';
import type { Person } from '../../domain/person/person';
import { accountOf, bookId, type Year } from '../../domain/points/account';
import type { Roll } from '../../domain/roll/roll';
import { rollId } from '../../domain/roll/roll';
import { type Ground, groundOf, lastConsent, leftOf } from '../../domain/roll/shown';
import { type Millis, shanghai } from '../../domain/time/shanghai';
import { one } from '../kit/collections';
import { byIds } from '../kit/whole';

/** The village that is meant; without one, where the caller works or lives. @throws Refusal BAD_INPUT for who looks after many */
export function villageOf(village: AreaCode | undefined, person: Person): AreaCode {
  if (village !== undefined) return village;
  const own = [...person.posts.map(({ area }) => area), person.area].find(
    (area) => area.length >= LENGTH.village,
  );
  if (!own)
    throw new Refusal('BAD_INPUT', {
      path: 'village',
      words: { zh: '请选一个村', en: 'Please choose a village' },
    });
  return areaAt(own, 'village');
}

/** Names from the township down. @throws Refusal NOT_FOUND */
export async function pathOf(village: AreaCode): Promise<string> {
  const area = await one('areas', village);
  if (area?.level !== 'village') throw new Refusal('NOT_FOUND', { path: 'village' });
  return area.path;
}

export function idOf({ village, year, subjects }: Parameters): string {
  return rollId(village, year, subjects);
}

interface Parameters {
  village: AreaCode;
  year: string;
  subjects: Roll['subjects'];
}

/** What the evaluation behind a roll says now, or the households that it names. */
export async function groundFor(roll: Roll, at: Millis): Promise<Ground> {
  if (roll.subjects === 'household') return groundOf(roll, undefined, await whoLeft(roll, at));
  const evaluation = await one('evaluations', evaluationId(roll.area, roll.year));
  return groundOf(roll, evaluation ?? undefined);
}

/** Whose consent fell away by itself; nothing is read while nobody agreed. */
async function whoLeft(roll: Roll, at: Millis): Promise<Set<string>> {
  const agreed = roll.top.flatMap((line) => {
    const consent = lastConsent(line);
    return consent ? [{ subject: line.subject, person: consent.by.person }] : [];
  });
  if (agreed.length === 0) return new Set();
  const years = yearsBetween(roll.year, at);
  const bookIds = agreed.flatMap(({ subject }) =>
    years.map((year) => bookId(accountOf('household', subject), year)),
  );
  const [people, books] = await Promise.all([
    byIds(
      'people',
      agreed.map(({ person }) => person),
      { household: true },
    ),
    byIds('books', bookIds, { account: true, year: true, joined: true, leftAt: true }),
  ]);
  return leftOf(roll, new Map(people.map(({ _id, household }) => [_id, household])), books);
}

function yearsBetween(first: Year, at: Millis): Year[] {
  const from = Number(first);
  const count = Math.max(1, shanghai(at).year() - from + 1);
  return Array.from({ length: count }, (_, later) => String(from + later));
}

/** @throws Refusal NOT_FOUND before there is one */
export async function rollOf(place: Parameters): Promise<Roll> {
  const roll = await one('rolls', idOf(place));
  if (!roll) throw new Refusal('NOT_FOUND', { path: 'year' });
  return roll;
}
