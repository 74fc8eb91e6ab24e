import { Refusal } from '../error/refusal';
import { isKin } from '../evaluation/kin';
import type { PointsKind } from '../notice/kinds';
import { owe } from '../notice/notice';
import type { Signatory } from '../points/entry';
import { DAY, type Millis } from '../time/shanghai';
import type { Roll, TopLine } from './roll';
import { lastConsent, RECOMMENDERS, recommenders, standingFor } from './shown';

/** Wording of the consent to be published; grows with every change of the text shown (`src/i18n`). */
export const HONOUR_VERSION = '2026-11.2';
/** A consent is for a period; for longer it has to be asked anew. */
export const LONGEST_CONSENT: Millis = 366 * DAY;

/** Who recommends, and where they live. */
export interface Recommender extends Signatory {
  household?: string | undefined;
}

/** Who is recommended, and whom that is told: of a household everybody who lives there. */
export interface Honoured {
  household?: string | undefined;
  people: string[];
}

/** @throws Refusal NOT_FOUND */
export function lineOf(roll: Roll, subject: string, path: string): TopLine {
  const line = roll.top.find((one) => one.subject === subject);
  if (!line) throw new Refusal('NOT_FOUND', { path });
  return line;
}

export function withLine(roll: Roll, line: TopLine): Roll {
  return { ...roll, top: roll.top.map((one) => (one.subject === line.subject ? line : one)) };
}

/** As published from now on, or not any more. */
export function standing(line: TopLine, at: Millis): TopLine {
  const { publishedAt = at, ...rest } = line;
  return stands(line, at) && recommenders(line) >= RECOMMENDERS ? { ...rest, publishedAt } : rest;
}

/** Whether the last consent is neither withdrawn nor over. */
function stands(line: TopLine, at: Millis): boolean {
  const consent = lastConsent(line);
  return consent !== undefined && consent.withdrawnAt === undefined && consent.until > at;
}

/**
 * Whoever is recommended while nobody else's word stands for them is asked, also after all was taken back; and when an
 * earlier consent makes the name public, they hear of it.
 * @throws Refusal NOT_YOURS for oneself or one's household, NOT_NOW a second time, BAD_INPUT for another honour
 */
export function recommended(
  roll: Roll,
  { subject, honour, text }: { subject: string; honour: string; text: string },
  by: Recommender,
  honoured: Honoured,
  at: Millis,
): Roll {
  const line = lineOf(roll, subject, 'subject');
  if (isKin({ _id: by.person, household: by.household }, { _id: subject, household: honoured.household }))
    throw new Refusal('NOT_YOURS', {
      path: 'subject',
      words: { zh: '不能推荐自己和自己家里的人', en: 'Nobody recommends themselves or their own household' },
    });
  if (standingFor(line).some(({ person }) => person === by.person))
    throw new Refusal('NOT_NOW', {
      path: 'subject',
      words: { zh: '您已经推荐过了', en: 'You have recommended them already' },
    });
  if (line.honour !== undefined && line.honour !== honour)
    throw new Refusal('BAD_INPUT', {
      path: 'honour',
      words: {
        zh: `已经有人推荐为“${line.honour}”，请推荐同一个荣誉`,
        en: `They were recommended for “${line.honour}”: please name the same honour`,
      },
    });
  const recommendation = { person: by.person, name: by.name, at, text };
  const recommendations = [...line.recommendations, recommendation];
  const after = standing({ ...line, honour, recommendations }, at);
  const changed = withLine(roll, after);
  const nth = recommendations.length;
  if (recommenders(line) === 0 && !stands(line, at))
    return oweHonour(changed, after, 'honour-asked', nth, honoured, at);
  return line.publishedAt === undefined && after.publishedAt !== undefined
    ? oweHonour(changed, after, 'honour-shown', nth, honoured, at)
    : changed;
}

/** @param nth makes each its own notice: it may be owed again after a word was taken back */
export function oweHonour(
  roll: Roll,
  line: TopLine,
  kind: Extract<PointsKind, `honour-${string}`>,
  nth: number,
  { people }: Pick<Honoured, 'people'>,
  at: Millis,
): Roll {
  if (people.length === 0) return roll;
  return owe(roll, {
    key: `${roll._id}.${line.subject}.${kind}.${nth}`,
    kind,
    to: { people },
    about: { kind: 'roll', id: roll._id },
    urgent: false,
    at,
    facts: { name: line.name, areaPath: line.areaPath, year: roll.year, what: line.honour ?? '' },
  });
}

/** @throws Refusal NOT_NOW before anybody recommended, BAD_INPUT for a wording that is not the one shown, or too long */
export function consented(
  roll: Roll,
  { subject, until, version }: { subject: string; until: Millis; version: string },
  by: Signatory,
  at: Millis,
): Roll {
  const line = lineOf(roll, subject, 'year');
  if (line.honour === undefined || recommenders(line) === 0)
    throw new Refusal('NOT_NOW', {
      path: 'year',
      words: { zh: '还没有人推荐', en: 'Nobody has recommended yet' },
    });
  if (version !== HONOUR_VERSION)
    throw new Refusal('BAD_INPUT', {
      path: 'version',
      words: {
        zh: '说明的文字改了，请重新看一遍再同意',
        en: 'The wording has changed; please read it again',
      },
    });
  if (until <= at || until > at + LONGEST_CONSENT)
    throw new Refusal('BAD_INPUT', {
      path: 'until',
      words: { zh: '公布的期限最长一年', en: 'Published for a year at most' },
    });
  const consent = { at, by, version, honour: line.honour, until };
  const { publishedAt, ...rest } = line;
  // What ran out meanwhile is published anew, and objections are asked for anew.
  const before = stands(line, at) && publishedAt !== undefined ? { publishedAt } : {};
  return withLine(roll, standing({ ...rest, ...before, consents: [...line.consents, consent] }, at));
}

/** Hides the name at once; said again it changes nothing. */
export function withdrawn(roll: Roll, subject: string, by: Signatory, at: Millis): Roll {
  const line = lineOf(roll, subject, 'year');
  const consent = lastConsent(line);
  if (!consent || consent.withdrawnAt !== undefined) return roll;
  const consents = [...line.consents.slice(0, -1), { ...consent, withdrawnAt: at, withdrawnBy: by }];
  return withLine(roll, standing({ ...line, consents }, at));
}
