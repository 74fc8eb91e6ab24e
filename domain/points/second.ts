import { type AreaCode, areaAt, LENGTH, lineage } from '../area/area';
import { onLeave } from '../contact/duty';
import { Refusal } from '../error/refusal';
import { deskKey, type Person } from '../person/person';
import type { Millis } from '../time/shanghai';
import { type AccountId, isOwnAccount, ownerOf } from './account';
import type { EntryAsk } from './ask';
import type { PointsBook } from './book';

/** 本人 · 写的人 · 同户 · 回避的: why somebody may not put the second signature. */
export type Bar = 'own' | 'author' | 'household' | 'recused';

/** Whose entry it would be; `household` is the worker's own family. */
export interface Party {
  account: AccountId;
  area: AreaCode;
  grid?: AreaCode;
  household?: string;
}

/** What of an ask says who may answer it. */
type Signed = Pick<EntryAsk, 'by' | 'recused'>;

export function barOf(
  { account, household }: Party,
  { by, recused }: Signed,
  person: Person,
): Bar | undefined {
  if (isOwnAccount(account, person)) return ownerOf(account).kind === 'household' ? 'household' : 'own';
  if (by.person === person._id) return 'author';
  if (isKin(household, person)) return 'household';
  return recused.some((one) => one.person === person._id) ? 'recused' : undefined;
}

/** Of one household; kin that live apart are known only by what they declare. */
export function isKin(household: string | undefined, person: Person): boolean {
  return household !== undefined && household === person.household;
}

/**
 * The desks that may answer, in the order in which they are asked: chief and secretary of the village, then the
 * township's officials, then the banner's.
 */
export function desksToSign({ area, grid }: Pick<Party, 'area' | 'grid'>): string[][] {
  const village = area.length >= LENGTH.village ? [deskKey('secretary', areaAt(area, 'village'))] : [];
  return [
    [...(grid ? [deskKey('chief', grid)] : []), ...village],
    area.length >= LENGTH.township ? [deskKey('official', areaAt(area, 'township'))] : [],
    [deskKey('official', areaAt(area, 'banner'))],
  ].filter((row) => row.length > 0);
}

/**
 * Who can give the second signature: the nearest desks at which somebody is left that is neither barred nor on leave;
 * where all are on leave, the nearest will look when they are back. Nobody, when there is no such desk.
 */
export function seconds(party: Party, ask: Signed, people: readonly Person[], at: Millis): Person[] {
  const rows = desksToSign(party).map((row) =>
    people.filter((person) => sitsAt(row, person) && barOf(party, ask, person) === undefined),
  );
  const present = rows.map((row) => row.filter((person) => !onLeave(person, at)));
  return [...present, ...rows].find((row) => row.length > 0) ?? [];
}

/** @throws Refusal NOT_NOW: what nobody can answer is not asked */
export function mustHaveSecond(others: readonly Person[], path: 'account' | 'household'): void {
  if (others.length === 0) throw new Refusal('NOT_NOW', { path, words: NOBODY });
}

const NOBODY = { zh: '眼下没有第二个人能同意', en: 'There is no second person who could agree' };

/**
 * The book with `waiting` as the areas whose desks must look: up to the one that is asked, and the next above it, which
 * steps in when those go on leave. What is far above is not bothered.
 */
export function withDesks(book: PointsBook, party: Party, people: readonly Person[], at: Millis): PointsBook {
  if (book.waiting === undefined) return book;
  const areas = lineage(party.area);
  const levels = book.asks
    .filter(({ answer }) => answer === undefined)
    .map((ask) => levelOf(party, ask, people, at));
  return { ...book, waiting: areas.slice(Math.max(0, areas.length - Math.max(...levels) - 2)) };
}

/** How far up an ask has come, from the nearest row of desks; beyond the last when nobody is left. */
function levelOf(party: Party, ask: Signed, people: readonly Person[], at: Millis): number {
  const asked = seconds(party, ask, people, at);
  const rows = desksToSign(party);
  const level = rows.findIndex((row) => asked.some((one) => sitsAt(row, one)));
  return level < 0 ? rows.length : level;
}

/** Whether an ask has come to this person's desk, be it that they are barred from answering it. */
export function isBefore(
  party: Party,
  ask: Signed,
  person: Person,
  people: readonly Person[],
  at: Millis,
): boolean {
  const level = levelOf(party, ask, people, at);
  return desksToSign(party)
    .slice(0, level + 1)
    .some((row) => sitsAt(row, person));
}

function sitsAt(row: readonly string[], { desks }: Person): boolean {
  return desks.some((desk) => row.includes(desk));
}
