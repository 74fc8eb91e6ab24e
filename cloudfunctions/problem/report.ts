import { createHash } from 'node:crypto';
import { type Area, type Level, lineage } from '../../domain/area/area';
import type { ProblemAnswer } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { desksAbove, firstStaffed } from '../../domain/person/desk';
import { caseload, type Person, postsOf } from '../../domain/person/person';
import { type ReportFacts, reportProblem } from '../../domain/problem/report';
import type { Millis } from '../../domain/time/shanghai';
import { apply } from '../kit/aggregate';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import { ownFiles } from '../kit/files';
import type { Call } from '../kit/serve';
import { answerOf } from './command';

/** A resident's problem, or one that a worker heard during contact and reports on the resident's behalf. */
export async function report({ input, caller, command, at }: Call<'problem.report'>): Promise<ProblemAnswer> {
  const { person } = caller;
  const { household, ...said } = input;
  ownFiles(said.photos, person, 'photos');
  if (said.voice) ownFiles([said.voice.file], person, 'voice.file');
  const id = problemId(person._id, command.id);
  const facts = await factsFor(id, person, household, at);
  const { state, answer, replayed } = await apply('problems', {
    id,
    command,
    expectNew: true,
    fresh: () => reportProblem(said, facts, at),
    decide: (problem) => problem,
    answer: (problem) => answerOf(problem, at),
  });
  if (!replayed) await deliverSoon(state);
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
  const [areas, seated] = await Promise.all([
    all('areas', (some) => some.where({ _id: _.in(lineage(parties.area)) })),
    all('people', (some) => some.where({ desks: _.in(desksAbove(parties.area).map((desk) => desk.key)) })),
  ]);
  const staffed = firstStaffed(desksAbove(parties.area), seated);
  return {
    id,
    ...parties,
    areaPath: areas.find((area) => area._id === parties.area)?.path ?? person.areaPath,
    areaNames: namesOf(areas),
    level: staffed?.desk.level ?? 'grid',
    holderName: staffed?.people[0]?.name,
  };
}

function own(person: Person): Pick<ReportFacts, 'area' | 'household' | 'reporter'> {
  const area = person.household ? person.area : (postsOf(person, 'worker')[0]?.area ?? person.area);
  return { area, household: person.household, reporter: { person: person._id, name: person.name } };
}

async function onBehalf(worker: Person, household: string, at: Millis) {
  if (worker.household === household) return own(worker);
  if (!caseload(worker, at).includes(household)) throw new Refusal('NOT_YOURS', { path: 'household' });
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
