import { caseload, type Person } from '../../domain/person/person';
import type { Millis } from '../../domain/time/shanghai';
import { problemCard } from '../kit/cards';
import { all } from '../kit/collections';

const LATEST = 20;

/** What I reported, and who my grid worker is. */
export async function residentHome(person: Person, at: Millis) {
  const [problems, worker] = await Promise.all([
    all('problems', (some) =>
      some.where({ 'reporter.person': person._id }).orderBy('createdAt', 'desc').limit(LATEST),
    ),
    workerOf(person.household, at),
  ]);
  return {
    as: 'resident' as const,
    household: { id: person.household ?? '', head: '' },
    worker,
    problems: problems.map(problemCard),
  };
}

async function workerOf(
  household: string | undefined,
  at: Millis,
): Promise<{ name: string; phone?: string } | null> {
  if (!household) return null;
  const workers = await all('people', (people) => people.where({ 'links.household': household }).limit(20));
  const current = workers.find((worker) => caseload(worker, at).includes(household));
  return current ? { name: current.name, ...(current.phone ? { phone: current.phone } : {}) } : null;
}
