import { createHash } from 'node:crypto';
import { tiesTo } from '../../domain/access/relation';
import { mayTouch } from '../../domain/access/table';
import { type Area, type Level, lineage } from '../../domain/area/area';
import type { ProblemAnswer } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { type Person, postsOf } from '../../domain/person/person';
import { type ReportFacts, reportProblem } from '../../domain/problem/report';
import type { Millis } from '../../domain/time/shanghai';
import { apply } from '../kit/aggregate';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import { ownFiles } from '../kit/files';
import { seatsAbove } from '../kit/seats';
import type { Call } from '../kit/serve';
import { answerOf } from './command';

/** A resident's problem, or one that a worker heard during contact and reports on the resident's behalf. */
export async function report({ input, caller, command, at }: Call<'problem.report'>): Promise<ProblemAnswer> {
  const { person } = caller;
  const { household, ...said } = input;
  ownFiles(said.photos, person, 'photos');
  if (said.voice) ownFiles([said.voice.file], person, 'voice.file');
  const id = problemId(person._id, command.id);
  const { state, answer, replayed } = await apply('problems', {
    id,
    command,
    // Asked for only when new: a repetition is answered as then, though a link may have ended since.
    fresh: async () => reportProblem(said, await factsFor(id, person, household, at), at),
    decide: (problem) => problem,
    answer: (problem) => answerOf(problem, at),
  });
  if (!replayed) await deliverSoon('problems', state);
  return answer;
}

/** Derived from the command, so that a repeated report finds itself. */
function problemId(person: string, command: string): string {
  return `p${createHash('sha256').update(`${person} ${command}`).digest('hex').slice(0, 20)}`;
}

async function factsFor(
  id: string,
  person: Person,
  household: string | undefined,
  at: Millis,
): Promise<ReportFacts> {
  const parties = household ? await onBehalf(person, household, at) : own(person);
  const [areas, seats] = await Promise.all([
    all('areas', (some) => some.where({ _id: _.in(lineage(parties.area)) })),
    seatsAbove(parties.area),
  ]);
  return {
    id,
    ...parties,
    areaPath: areas.find((area) => area._id === parties.area)?.path ?? person.areaPath,
    areaNames: namesOf(areas),
    level: seats[0]?.level ?? 'grid',
    holderName: seats[0]?.name,
  };
}

function own(person: Person): Pick<ReportFacts, 'area' | 'household' | 'reporter'> {
  const area = person.household ? person.area : (postsOf(person, 'worker')[0]?.area ?? person.area);
  return { area, household: person.household, reporter: { person: person._id, name: person.name } };
}

async function onBehalf(worker: Person, household: string, at: Millis) {
  const ties = tiesTo(household, worker, at);
  if (ties.has('own')) return own(worker);
  if (!mayTouch('problem.report', ties)) throw new Refusal('NOT_YOURS', { path: 'household' });
  const [cards, bound] = await Promise.all([
    all('households', (some) => some.where({ _id: household })),
    all('people', (some) => some.where({ household }).limit(1)),
  ]);
  const card = cards[0];
  if (!card) throw new Refusal('NOT_FOUND', { path: 'household' });
  const me = { person: worker._id, name: worker.name };
  const resident = bound[0];
  // Nobody of the household uses the app: the worker hears the answer and speaks for it.
  const reporter = resident ? { person: resident._id, name: resident.name } : { ...me, name: card.head };
  return { area: card.area, household, reporter, onBehalfBy: me };
}

function namesOf(areas: readonly Area[]): Record<Level, string> {
  const name = (level: Level) => areas.find((area) => area.level === level)?.name ?? '';
  return { banner: name('banner'), township: name('township'), village: name('village'), grid: name('grid') };
}
