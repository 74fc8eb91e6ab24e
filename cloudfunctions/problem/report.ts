import { tiesTo } from '../../domain/access/relation';
import { mayTouch } from '../../domain/access/table';
import { type Area, contains, type Level, levelOf, lineage } from '../../domain/area/area';
import type { ParsedOf } from '../../domain/contract/actions';
import type { ProblemAnswer } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { caseload, type Person, type Post, postsOf } from '../../domain/person/person';
import { CHANNELS, channelFor } from '../../domain/problem/remit';
import { type ReportFacts, reportProblem } from '../../domain/problem/report';
import type { Millis } from '../../domain/time/shanghai';
import { apply } from '../kit/aggregate';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { derivedId } from '../kit/derived';
import { deliverSoon } from '../kit/dispatch';
import { ownFiles } from '../kit/files';
import { seatsAbove } from '../kit/seats';
import type { Call } from '../kit/serve';
import { answerOf } from './command';

type Said = ParsedOf<'problem.report'>;

/** A resident's problem, or one that a worker, chief or secretary heard and reports on the resident's behalf. */
export async function report({ input, caller, command, at }: Call<'problem.report'>): Promise<ProblemAnswer> {
  const { person } = caller;
  const { household: _h, consented: _c, agreedBy: _a, ours: _o, ...said } = input;
  ownFiles(said.photos, person, 'photos');
  if (said.voice) ownFiles([said.voice.file], person, 'voice.file');
  const id = derivedId('p', person, command);
  const { state, answer, replayed } = await apply('problems', {
    id,
    command,
    // Asked for only when new: a repetition is answered as then, though a link may have ended since.
    fresh: async () => {
      ours(input);
      return reportProblem(said, await factsFor(id, person, input, at), at);
    },
    decide: (problem) => problem,
    answer: (problem) => answerOf(problem, at),
  });
  if (!replayed) await deliverSoon('problems', state);
  return answer;
}

/** What others must decide is told its channel and not taken in; the reporter can say that it is something else. */
function ours({ text, ours }: Said): void {
  const channel = ours ? undefined : channelFor(text ?? '');
  if (!channel) return;
  const { where, phone } = CHANNELS[channel];
  throw new Refusal('ELSEWHERE', {
    path: 'text',
    words: {
      zh: `这件事要由${where.zh}办，电话 ${phone}`,
      en: `This is for another office. ${where.en}: ${phone}`,
    },
  });
}

async function factsFor(id: string, person: Person, input: Said, at: Millis): Promise<ReportFacts> {
  const parties = input.household ? await onBehalf(person, input.household, input, at) : own(person);
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
  const area = homeGrid(person);
  // A secretary of a village speaks for one of its households; a matter lies in one grid.
  if (levelOf(area) !== 'grid') throw new Refusal('BAD_INPUT', { path: 'household' });
  return {
    area,
    household: person.household,
    reporter: { person: person._id, name: person.name },
  };
}

/** For a household that agreed. Nobody of it uses the app: its worker hears the answer and speaks for it. */
async function onBehalf(teller: Person, household: string, { consented, agreedBy }: Said, at: Millis) {
  const ties = tiesTo(household, teller, at);
  if (ties.has('own')) return own(teller);
  const [cards, known] = await Promise.all([
    all('households', (some) => some.where({ _id: household })),
    all('people', (some) => some.where(_.or([{ household }, { 'links.household': household }])).limit(50)),
  ]);
  const card = cards[0];
  const role = mayTouch('problem.report', ties) ? 'worker' : card && overseer(teller, card.area)?.role;
  if (!card || !role) throw new Refusal('NOT_YOURS', { path: 'household' });
  if (!consented) {
    throw new Refusal('BAD_INPUT', {
      path: 'consented',
      words: { zh: '请先问过这户人家，同意了再替他们反映', en: 'Ask the household first: it must agree' },
    });
  }
  const me = { person: teller._id, name: teller.name };
  const resident = known.find((person) => person.household === household);
  const worker = known.find((person) => caseload(person, at).includes(household));
  const reporter = resident
    ? { person: resident._id, name: resident.name }
    : { person: worker?._id ?? me.person, name: card.head };
  return {
    area: card.area,
    household,
    reporter,
    onBehalfBy: { ...me, role },
    agreedBy: agreedBy ?? card.head,
  };
}

/** The post from which this person looks after the area. */
function overseer(person: Person, area: string): Post | undefined {
  return [...postsOf(person, 'chief'), ...postsOf(person, 'secretary')].find((post) =>
    contains(post.area, area),
  );
}

function namesOf(areas: readonly Area[]): Record<Level, string> {
  const name = (level: Level) => areas.find((area) => area.level === level)?.name ?? '';
  return { banner: name('banner'), township: name('township'), village: name('village'), grid: name('grid') };
}

/** The grid somebody lives in or works in; for who has only a larger area, that. */
export function homeGrid(person: Person): string {
  return person.household ? person.area : (postsOf(person, 'worker')[0]?.area ?? person.area);
}
