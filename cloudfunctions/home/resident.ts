import type { Person } from '../../domain/person/person';
import { problemCard } from '../kit/cards';
import { all } from '../kit/collections';

const LATEST = 20;

/** What I reported, and who my grid worker is. */
export async function residentHome(person: Person) {
  const [problems, worker] = await Promise.all([
    all('problems', (some) =>
      some.where({ 'reporter.person': person._id }).orderBy('createdAt', 'desc').limit(LATEST),
    ),
    workerOf(person.household),
  ]);
  return { as: 'resident' as const, worker, problems: problems.map(problemCard) };
}

async function workerOf(household: string | undefined): Promise<{ name: string; phone?: string } | null> {
  if (!household) return null;
  const workers = await all('people', (people) => people.where({ 'links.household': household }).limit(20));
  const current = workers.find((worker) =>
    worker.links?.some((link) => link.household === household && link.to === undefined),
  );
  return current ? { name: current.name, ...(current.phone ? { phone: current.phone } : {}) } : null;
}
