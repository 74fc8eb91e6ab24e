import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { callMe as asked } from '../../domain/household/call';
import { hearerOf } from '../../domain/household/keeper';
import { lastContact, recentContacts, vouch as said } from '../../domain/household/word';
import type { Person } from '../../domain/person/person';
import { recentWeeks } from '../../domain/time/period';
import { apply } from '../kit/aggregate';
import { type Circle, circleOf } from '../kit/circle';
import { deliverSoon } from '../kit/dispatch';
import type { Call } from '../kit/serve';

/** Two weeks reach into three of the calendar. */
const VOUCH_WEEKS = 3;
/** As far back as the homes look for a contact. */
const CALL_WEEKS = 8;

/** "Yes, was here", or no, about a contact of the last two weeks. */
export async function vouch({
  input: { week, ...word },
  caller: { person },
  command,
  at,
}: Call<'household.vouch'>): Promise<Outputs['household.vouch']> {
  const { household, sheets } = await circleAround(person, VOUCH_WEEKS, at);
  // Nobody is the witness of their own visits.
  const stands = recentContacts(household._id, sheets, at).some(
    (contact) => contact.week === week && contact.entry.by !== person._id,
  );
  const by = { person: person._id, name: person.name, role: 'resident' as const };
  const { answer } = await apply('households', {
    id: household._id,
    command,
    decide: (before) => {
      if (!stands) throw new Refusal('NOT_FOUND', { path: 'week', words: NO_CONTACT });
      return said(before, week, { ...word, at, by });
    },
    answer: (after) => ({ word: after.words?.[week] ?? { ...word, at, by }, asOf: at }),
  });
  return answer;
}

const NO_CONTACT = {
  zh: '最近两周没有这一次联系的记录',
  en: 'No contact of the last two weeks is recorded for that week',
};

/** "Please call me": first on the worker's sheet until a contact answers it. */
export async function callMe({
  input,
  caller: { person },
  command,
  at,
}: Call<'household.callMe'>): Promise<Outputs['household.callMe']> {
  const { household, workers, sheets } = await circleAround(person, CALL_WEEKS, at);
  const lastAt = lastContact(household._id, sheets);
  const to = hearerOf(household, workers, at);
  const wish = { ...input, at, by: { person: person._id, name: person.name } };
  const { state, answer } = await apply('households', {
    id: household._id,
    command,
    decide: (before) => asked(before, wish, { lastAt, to, areaPath: person.areaPath }),
    answer: (after) => ({ askedAt: after.callAsked?.at ?? at, asOf: at }),
  });
  await deliverSoon('households', state);
  return answer;
}

async function circleAround(person: Person, weeks: number, at: number): Promise<Circle> {
  const circle = person.household ? await circleOf(person.household, recentWeeks(at, weeks)) : null;
  if (!circle) throw new Refusal('NOT_FOUND');
  return circle;
}
