import type { Queued } from '../command/queue';
import type { InputOf } from '../contract/actions';
import type { HouseholdCard, WorkerHome } from '../contract/views';

/** What the phone still has to tell of one household. */
type Said = Pick<InputOf<'contact.save'>['entries'][number], 'inPerson' | 'at'>;

/** Contacts of that week which only this phone knows, by household; a meeting stands before a call. */
export function unsentContacts(waiting: readonly Queued[], week: string): Map<string, Said> {
  const said = new Map<string, Said>();
  for (const { name, input } of waiting) {
    if (name !== 'contact.save') continue;
    // The queue keeps what `send` was given, which its type has checked.
    const { entries, week: of = week } = input as InputOf<'contact.save'>;
    if (of !== week) continue;
    for (const { household, inPerson, at } of entries) {
      if (!said.get(household)?.inPerson) said.set(household, { inPerson, at });
    }
  }
  return said;
}

/** The worker's home as it will be once the phone has told: recorded households are no longer due. */
export function withUnsent(home: WorkerHome, said: ReadonlyMap<string, Said>): WorkerHome {
  if (said.size === 0) return home;
  const households = home.households.map((one) => contacted(one, said.get(one.id)));
  const more = (is: (one: HouseholdCard) => boolean) =>
    households.filter(is).length - home.households.filter(is).length;
  return {
    ...home,
    households: [
      ...households.filter(({ standing }) => standing.state === 'due'),
      ...households.filter(({ standing }) => standing.state !== 'due'),
    ],
    counts: {
      ...home.counts,
      reached: home.counts.reached + more(({ standing }) => standing.state !== 'due'),
      met: home.counts.met + more(({ standing }) => standing.state === 'met'),
    },
  };
}

function contacted(card: HouseholdCard, said: Said | undefined): HouseholdCard {
  const { standing } = card;
  if (said === undefined || standing.state === 'met') return card;
  return {
    ...card,
    standing: {
      ...standing,
      state: said.inPerson ? 'met' : 'reached',
      metThisMonth: standing.metThisMonth || said.inPerson,
      daysSince: 0,
      lastAt: Math.max(standing.lastAt ?? 0, said.at),
    },
  };
}
