import { levelOf } from '../area/area';
import type { PointsFacts } from '../notice/facts';
import type { PointsKind } from '../notice/kinds';
import { type About, type Audience, owe } from '../notice/notice';
import { LEVEL_ROLE, type Person } from '../person/person';
import type { Millis } from '../time/shanghai';
import { ownerOf } from './account';
import type { EntryAsk } from './ask';
import type { PointsBook } from './book';

/** Enough to know what it is about; the page has the rest. */
const GIST = 60;

/** Whoever can give the second signature hears that an ask waits; who heard it before does not hear it again. */
export function tellAsked(
  book: PointsBook,
  ask: EntryAsk,
  to: readonly Person[],
  rule: string,
  at: Millis,
): PointsBook {
  if (to.length === 0) return book;
  const people = to.map(({ _id }) => _id);
  return tell(
    book,
    ask,
    'entry-asked',
    { people },
    { kind: 'awards', id: book._id },
    { rule, text: ask.text, at },
  );
}

/** Whoever would lose points hears of it before it counts, with the own words as they were written down. */
export function tellLoss(
  book: PointsBook,
  ask: EntryAsk,
  owners: readonly Person[],
  rule: string,
  at: Millis,
): PointsBook {
  if (ask.amount >= 0) return book;
  const text = ask.heard ?? '';
  return tell(book, ask, 'loss-asked', ownersOf(book, ask, owners), pageOfBook(book), { rule, text, at });
}

/**
 * Booked: whose book it is hears it, and who asked for a household without a phone. Not booked: who asked, with the reason.
 * @param owners the people of the household; nobody else is looked up
 */
export function tellAnswered(
  book: PointsBook,
  ask: EntryAsk,
  owners: readonly Person[],
  rule: string,
  at: Millis,
): PointsBook {
  const page = pageOfBook(book);
  if (!ask.answer?.yes) {
    // Who has taken it back knows.
    if (ask.answer?.by.person === ask.by.person) return book;
    const about: About = ask.kind === 'request' ? page : { kind: 'awards', id: book._id };
    const text = ask.answer?.text ?? '';
    return tell(book, ask, 'entry-declined', { person: ask.by.person }, about, { rule, text, at });
  }
  return tell(book, ask, 'entry-booked', ownersOf(book, ask, owners), page, { rule, text: ask.text, at });
}

function pageOfBook({ account }: PointsBook): About {
  const { kind, owner } = ownerOf(account);
  return kind === 'household' ? { kind: 'shop', id: owner } : { kind: 'points', id: account };
}

function ownersOf({ account }: PointsBook, ask: EntryAsk, owners: readonly Person[]): Audience {
  const { kind, owner } = ownerOf(account);
  if (kind === 'worker') return { person: owner };
  if (kind === 'organisation') return { post: { role: LEVEL_ROLE[levelOf(owner)], area: owner } };
  const asker = ask.kind === 'request' ? [ask.by.person] : [];
  return { people: [...new Set([...owners.map(({ _id }) => _id), ...asker])] };
}

function tell(
  book: PointsBook,
  ask: EntryAsk,
  kind: PointsKind,
  to: Audience,
  about: About,
  { rule, text, at }: { rule: string; text: string; at: Millis },
): PointsBook {
  const booked = Object.values(book.entries).find(
    ({ evidence }) => evidence.kind === 'ask' && evidence.id === ask.id,
  );
  const facts: PointsFacts = {
    name: book.name,
    areaPath: book.areaPath,
    year: book.year,
    what: rule,
    amount: booked?.amount ?? ask.amount,
    text: [...text].slice(0, GIST).join(''),
  };
  return owe(book, { key: `${book._id}.${ask.id}.${kind}`, kind, to, about, urgent: false, at, facts });
}
