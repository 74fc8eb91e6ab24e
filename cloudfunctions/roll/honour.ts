import { mayIn, ownSubject } from '../../domain/access/roll';
import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { consented, type Honoured, recommended, withdrawn } from '../../domain/roll/honour';
import { retracted } from '../../domain/roll/retract';
import type { Roll, RollSubject } from '../../domain/roll/roll';
import { type Ground, isShown, recommenders } from '../../domain/roll/shown';
import { apply } from '../kit/aggregate';
import { all, one } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import type { Call } from '../kit/serve';
import { groundFor, idOf } from './place';

/** Whoever serves in the village, for a named honour. */
export async function recommend({
  input,
  caller: { person },
  command,
  at,
}: Call<'roll.recommend'>): Promise<Outputs['roll.recommend']> {
  if (!mayIn('roll.recommend', input.village, person)) throw new Refusal('NOT_YOURS', { path: 'village' });
  const { subject, honour, text } = input;
  const honoured = await whoIs(input.subjects, subject);
  const by = { person: person._id, name: person.name, household: person.household };
  return onLine(input, { command, at }, (roll) =>
    recommended(roll, { subject, honour, text }, by, honoured, at),
  );
}

/** Needs no reason, and takes effect at once. */
export async function retract({
  input,
  caller: { person },
  command,
  at,
}: Call<'roll.retract'>): Promise<Outputs['roll.retract']> {
  const { subject } = input;
  const honoured = await whoIs(input.subjects, subject);
  return onLine(input, { command, at }, (roll) => retracted(roll, subject, person._id, honoured, at));
}

/** What is said of somebody else's line; whom it is about hears of it. */
async function onLine(
  input: Parameters<typeof idOf>[0] & { subject: string },
  { command, at }: Pick<Call<'roll.recommend'>, 'command' | 'at'>,
  decide: (roll: Roll) => Roll,
): Promise<Outputs['roll.recommend']> {
  const { subject } = input;
  const { state, answer, replayed } = await apply('rolls', {
    id: idOf(input),
    command,
    decide,
    answer: (roll) => ({ subject, recommendations: recommenders(lineOf(roll, subject)), asOf: at }),
  });
  if (!replayed) await deliverSoon('rolls', state);
  return answer;
}

/** @throws Refusal NOT_FOUND */
async function whoIs(subjects: RollSubject, subject: string): Promise<Honoured> {
  if (subjects === 'worker') {
    const worker = await one('people', subject);
    if (!worker) throw new Refusal('NOT_FOUND', { path: 'subject' });
    return { household: worker.household, people: [worker._id] };
  }
  const residents = await all('people', (people) =>
    people.where({ household: subject }).field({ _id: true }).limit(50),
  );
  return { household: subject, people: residents.map(({ _id }) => _id) };
}

export async function consent({
  input,
  caller: { person },
  command,
  at,
}: Call<'roll.consent'>): Promise<Outputs['roll.consent']> {
  const { until, version } = input;
  const by = { person: person._id, name: person.name };
  return onOwnLine(input, { person, command, at }, (roll, subject) =>
    consented(roll, { subject, until, version }, by, at),
  );
}

/** Needs no reason, and takes effect at once. */
export function withdraw({
  input,
  caller: { person },
  command,
  at,
}: Call<'roll.withdraw'>): Promise<Outputs['roll.withdraw']> {
  return onOwnLine(input, { person, command, at }, (roll, subject) =>
    withdrawn(roll, subject, { person: person._id, name: person.name }, at),
  );
}

async function onOwnLine(
  input: Parameters<typeof idOf>[0],
  { person, command, at }: Pick<Call<'roll.consent'>, 'command' | 'at'> & { person: Person },
  decide: (roll: Roll, subject: string) => Roll,
): Promise<Outputs['roll.consent']> {
  const subject = ownSubject(input, person);
  if (subject === undefined) throw new Refusal('NOT_FOUND', { path: 'year' });
  let ground: Ground | undefined;
  const { answer } = await apply('rolls', {
    id: idOf(input),
    command,
    decide: async (roll: Roll) => {
      const after = decide(roll, subject);
      ground = await groundFor(after, at);
      return after;
    },
    answer: (roll) => ({
      shown: ground !== undefined && isShown(lineOf(roll, subject), ground, at),
      asOf: at,
    }),
  });
  return answer;
}

function lineOf(roll: Roll, subject: string) {
  const line = roll.top.find((one) => one.subject === subject);
  if (!line) throw new Refusal('NOT_FOUND', { path: 'subject' });
  return line;
}
