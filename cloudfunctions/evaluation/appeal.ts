import { contains } from '../../domain/area/area';
import type { EvaluationOutputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { appealed, decided, isInvolved, isOpen } from '../../domain/evaluation/appeal';
import { evaluationId } from '../../domain/evaluation/evaluation';
import { type Person, postsOf } from '../../domain/person/person';
import { accountOf, bookId, type Year } from '../../domain/points/account';
import type { PointsEntry } from '../../domain/points/entry';
import { logAccess } from '../kit/access-log';
import { apply } from '../kit/aggregate';
import { _ } from '../kit/cloud';
import { all, one } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import type { Call } from '../kit/serve';
import { byIds } from '../kit/whole';
import { signatory, startsWith } from './people';

/** A candidate objects to the own result. */
export async function appeal({
  input: { village, year, text },
  caller: { person },
  command,
  at,
}: Call<'evaluation.appeal'>): Promise<EvaluationOutputs['evaluation.appeal']> {
  const { state, answer } = await apply('evaluations', {
    id: evaluationId(village, year),
    command,
    decide: (evaluation) => appealed(evaluation, person._id, text, at),
    answer: () => ({ at, asOf: at }),
  });
  await deliverSoon('evaluations', state);
  return answer;
}

/** What waits for a supervisor's answer in the own area, the oldest first. */
export async function appeals({
  caller: { person },
  at,
}: Call<'evaluation.appeals'>): Promise<EvaluationOutputs['evaluation.appeals']> {
  const areas = postsOf(person, 'supervisor').map(({ area }) => area);
  const signed = await all('evaluations', (some) =>
    some
      .where(_.or(areas.map((area) => ({ area: startsWith(area), state: 'signed' }))))
      .field({ marks: false, applied: false, outbox: false })
      .limit(1000),
  );
  const open = signed
    .flatMap((evaluation) =>
      evaluation.candidates.filter(isOpen).map((candidate) => ({ evaluation, candidate })),
    )
    .sort((a, b) => (a.candidate.appeal?.at ?? 0) - (b.candidate.appeal?.at ?? 0));
  const [appellants, signers] = await Promise.all([
    byIds(
      'people',
      open.map(({ candidate }) => candidate.person),
    ),
    signersOf(open.map(({ evaluation, candidate }) => bookOfCandidate(candidate.person, evaluation.year))),
  ]);
  if (open.length > 0)
    await logAccess(person, { at, what: 'evaluation', area: areas[0]!, masked: false, count: open.length });
  return {
    appeals: open.map(({ evaluation, candidate }) => {
      const involved = isInvolved(
        evaluation,
        {
          appellant: known(appellants, candidate.person),
          signers: signers.get(bookOfCandidate(candidate.person, evaluation.year)) ?? [],
        },
        person,
      );
      return {
        village: { code: evaluation.area, path: evaluation.areaPath },
        year: evaluation.year,
        candidate,
        ...(involved ? { barred: 'involved' as const } : {}),
      };
    }),
    asOf: at,
  };
}

/** The answer of a supervisor who had no hand in it. */
export async function decide({
  input: { village, year, person: appellant, ...verdict },
  caller: { person },
  command,
  at,
}: Call<'evaluation.decide'>): Promise<EvaluationOutputs['evaluation.decide']> {
  if (!postsOf(person, 'supervisor').some(({ area }) => contains(area, village)))
    throw new Refusal('NOT_YOURS', { path: 'village' });
  const book = bookOfCandidate(appellant, year);
  const [found, signers] = await Promise.all([one('people', appellant), signersOf([book])]);
  const parties = { appellant: found ?? { _id: appellant }, signers: signers.get(book) ?? [] };
  const { state, answer } = await apply('evaluations', {
    id: evaluationId(village, year),
    command,
    decide: (evaluation) => {
      if (isInvolved(evaluation, parties, person))
        throw new Refusal('NOT_YOURS', { path: 'person', words: INVOLVED });
      return decided(evaluation, appellant, verdict, signatory(person), at);
    },
    answer: () => ({ person: appellant, upheld: verdict.upheld, asOf: at }),
  });
  await deliverSoon('evaluations', state);
  return answer;
}

const INVOLVED = {
  zh: '您参与过这次评议，或和当事人是一家人，请别的监督员处理',
  en: 'You had a hand in this result; another supervisor has to answer',
};

function bookOfCandidate(person: string, year: Year): string {
  return bookId(accountOf('worker', person), year);
}

/** By book: who put their name to entries in it. One read. */
async function signersOf(ids: readonly string[]): Promise<Map<string, string[]>> {
  const books = await byIds('books', ids, { entries: true });
  const hands = ({ by, approvedBy }: PointsEntry) => [by, approvedBy].flatMap((hand) => hand?.person ?? []);
  return new Map(books.map(({ _id, entries }) => [_id, Object.values(entries).flatMap(hands)]));
}

function known(people: readonly Person[], id: string): Pick<Person, '_id' | 'household'> {
  return people.find(({ _id }) => _id === id) ?? { _id: id };
}
