import type { ResidentHome } from '../../domain/contract/views';
import { standingCall } from '../../domain/household/call';
import { keeperOf } from '../../domain/household/keeper';
import { lastContact, recentContacts } from '../../domain/household/word';
import type { Person } from '../../domain/person/person';
import { recentWeeks } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { problemCard } from '../kit/cards';
import { type Circle, circleOf } from '../kit/circle';
import { all } from '../kit/collections';
import { temporaryUrls } from '../kit/files';
import { surveyOf } from '../kit/survey';

const LATEST = 20;
/** As far back as a worker's screen: what it takes for answered is answered here, too. */
const WEEKS_BACK = 8;

type Own = Pick<
  ResidentHome,
  'as' | 'household' | 'worker' | 'vouch' | 'callAskedAt' | 'survey' | 'problems'
>;

/** What I reported, who my grid worker is, and what the household is asked. Two reads. */
export async function residentHome(person: Person, at: Millis): Promise<Own> {
  const [problems, circle] = await Promise.all([
    all('problems', (some) =>
      some.where({ 'reporter.person': person._id }).orderBy('createdAt', 'desc').limit(LATEST),
    ),
    person.household ? circleOf(person.household, recentWeeks(at, WEEKS_BACK)) : null,
  ]);
  const survey = circle ? surveyOf(circle, person, at) : undefined;
  return {
    as: 'resident',
    household: { id: person.household ?? '', head: circle?.household.head ?? '' },
    worker: circle && (await workerOf(circle, at)),
    ...(circle ? { ...askedOf(circle, at), ...callOf(circle, at) } : {}),
    ...(survey ? { survey } : {}),
    problems: problems.map(problemCard),
  };
}

async function workerOf({ household, workers }: Circle, at: Millis): Promise<ResidentHome['worker']> {
  const keeper = keeperOf(household._id, workers, at);
  if (!keeper) return null;
  const { name, phone, photo } = keeper;
  const url = photo && (await temporaryUrls([photo])).get(photo);
  return { name, ...(phone ? { phone } : {}), ...(url ? { photo: url } : {}) };
}

/** The latest contact, while the household has said nothing of it. */
function askedOf({ household, sheets }: Circle, at: Millis): Pick<ResidentHome, 'vouch'> {
  const [latest] = recentContacts(household._id, sheets, at);
  if (!latest || household.words?.[latest.week]) return {};
  const { week, entry } = latest;
  return { vouch: { week, at: entry.at, channel: entry.channel, inPerson: entry.inPerson } };
}

function callOf({ household, sheets }: Circle, at: Millis): Pick<ResidentHome, 'callAskedAt'> {
  const call = standingCall(household, lastContact(household._id, sheets), at);
  return call ? { callAskedAt: call.at } : {};
}
