import type { ResidentHome } from '../../domain/contract/views';
import { surveyYear } from '../../domain/evaluation/calendar';
import { workerOfYear } from '../../domain/evaluation/survey';
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
  return {
    as: 'resident',
    household: { id: person.household ?? '', head: circle?.household.head ?? '' },
    worker: circle && (await workerOf(circle, at)),
    ...(circle ? { ...askedOf(circle, at), ...callOf(circle, at), ...surveyOf(circle, person, at) } : {}),
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

/** The year's question, in its weeks; nobody is asked about themselves. */
function surveyOf({ household, workers }: Circle, person: Person, at: Millis): Pick<ResidentHome, 'survey'> {
  const year = surveyYear(at);
  const worker = year && workerOfYear(household._id, workers, year, at);
  if (!worker || worker._id === person._id) return {};
  const said = household.answers?.[year]?.said;
  return { survey: { year, worker: worker.name, ...(said ? { said } : {}) } };
}
