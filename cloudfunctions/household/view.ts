import { tiesToAnswer } from '../../domain/access/evaluation';
import { mayKnowReporter, tiesToLoaded } from '../../domain/access/relation';
import { mayTouch } from '../../domain/access/table';
import { standing } from '../../domain/contact/need';
import type { ContactLine, HouseholdView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { historyOf, type Past } from '../../domain/household/history';
import type { BindAsk } from '../../domain/household/household';
import { openInvite } from '../../domain/household/invite';
import { keeperOf } from '../../domain/household/keeper';
import type { Person } from '../../domain/person/person';
import { OPEN_STATUSES } from '../../domain/problem/problem';
import { recentWeeks } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { problemCard } from '../kit/cards';
import { type Circle, circleOf } from '../kit/circle';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { temporaryUrls } from '../kit/files';
import { householdCard } from '../kit/household';
import type { Call } from '../kit/serve';
import { surveyOf } from '../kit/survey';

/** Half a year: long enough to know a family one takes over. */
const WEEKS = 26;
const MOST = 50;

/** A household closer: four reads with the caller's, whoever looked after it before. */
export async function view({
  input: { household: id },
  caller: { person },
  at,
}: Call<'household.view'>): Promise<HouseholdView> {
  const circle = await circleOf(id, recentWeeks(at, WEEKS));
  // Who has nothing to do with it does not learn that it exists.
  if (!circle || !mayTouch('household.view', tiesToLoaded(circle.household, person, at)))
    throw new Refusal('NOT_FOUND', { path: 'household' });
  const past = historyOf(id, circle.sheets);
  const [matters, bound, urls] = await Promise.all([
    all('problems', (some) =>
      some
        .where({ household: id, status: _.in([...OPEN_STATUSES]) })
        .orderBy('createdAt', 'desc')
        .limit(MOST),
    ),
    all('people', (some) => some.where({ household: id }).limit(MOST)),
    temporaryUrls(past.flatMap(filesOf)),
  ]);
  // On the family's own page a confidential matter would say who told it.
  const open = matters.filter(
    (matter) => mayKnowReporter(matter, person) || matter.onBehalfBy?.person === person._id,
  );
  const waiting = waitingIn(circle, bound);
  const invite = openInvite(circle.household, at);
  const survey = surveyOf(circle, person, at);
  return {
    ...householdCard(
      circle.household,
      standing(id, circle.sheets, at, keeperOf(id, circle.workers, at)),
      { problems: open.length, asks: waiting.length },
      at,
    ),
    contacts: past.map((one) => line(one, circle, person, urls)),
    open: open.map(problemCard),
    bound: bound.map((one) => ({ name: one.name, ...sinceOf(one) })),
    waiting: waiting.map((ask) => ({ id: ask.id, name: ask.name, at: ask.at })),
    ...(survey && bound.length === 0 && tiesToAnswer(circle.household, person).has('scope')
      ? { survey: { year: survey.year, worker: survey.worker, asked: survey.said !== undefined } }
      : {}),
    ...(invite ? { invite: { code: invite.code, until: invite.until } } : {}),
    asOf: at,
  };
}

/** Who has no answer yet, and whose yes a crash kept from binding: answering again completes it. */
function waitingIn({ household }: Circle, bound: readonly Person[]): BindAsk[] {
  const there = new Set(bound.map((person) => person.openid));
  return (household.asks ?? []).filter(({ answer, openid }) => !answer || (answer.yes && !there.has(openid)));
}

function sinceOf({ consents = [] }: Person): { since?: Millis } {
  const standing = consents.find((consent) => consent.withdrawnAt === undefined);
  return standing ? { since: standing.at } : {};
}

function line(
  { week, worker, best, entry }: Past,
  { household, workers }: Circle,
  person: Person,
  urls: Map<string, string>,
): ContactLine {
  const { at, channel, inPerson, note, voice, activities, photos = [] } = entry;
  const url = voice && urls.get(voice.file);
  const word = best ? household.words?.[week] : undefined;
  return {
    week,
    at,
    channel,
    inPerson,
    by: { name: workers.find((one) => one._id === worker)?.name ?? '', mine: worker === person._id },
    ...(note ? { note } : {}),
    ...(voice && url ? { voice: { url, seconds: voice.seconds } } : {}),
    ...(activities ? { activities } : {}),
    photos: photos.flatMap((photo) => urls.get(photo) ?? []),
    ...(word ? { word } : {}),
  };
}

function filesOf({ entry }: Past): string[] {
  return [...(entry.photos ?? []), ...(entry.voice ? [entry.voice.file] : [])];
}
