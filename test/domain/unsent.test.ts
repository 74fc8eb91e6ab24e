import fc from 'fast-check';
import { lineOf, type Queued } from '../../domain/command/queue';
import { unsentContacts, withUnsent } from '../../domain/contact/unsent';
import type { HouseholdCard, WorkerHome } from '../../domain/contract/views';
import { NOW } from './build';

const WEEK = '2026-W48';
const STATES = ['due', 'reached', 'met'] as const;

const card = (id: string, state: (typeof STATES)[number]): HouseholdCard => ({
  id,
  head: id,
  members: 3,
  address: '一社',
  problems: 0,
  asks: 0,
  standing: {
    state,
    month: state === 'met' ? 'done' : 'due',
    metThisMonth: state === 'met',
    lastAt: null,
    lastMetAt: null,
    daysSince: null,
  },
});

const saved = (week: string, ...contacts: [string, boolean][]): Queued => {
  const entries = contacts.map(([household, inPerson]) => ({
    household,
    channel: inPerson ? 'home' : 'phone',
    inPerson,
    at: NOW,
  }));
  const input = { week, entries };
  return {
    id: 'command-1',
    name: 'contact.save',
    input,
    line: lineOf('contact.save', input, 'command-1'),
    order: 1,
    at: NOW,
    person: 'worker',
    scope: 'me',
    files: [],
    failures: 0,
  };
};

const homeOf = (households: HouseholdCard[]): WorkerHome => ({
  as: 'worker',
  me: {
    id: 'worker',
    name: '刘志强',
    roles: ['worker'],
    folder: '',
    area: { code: '150625100208001', path: '' },
  },
  unread: 0,
  notices: [],
  templates: [],
  asOf: NOW,
  week: WEEK,
  counts: {
    week: WEEK,
    due: households.length,
    reached: households.filter(({ standing }) => standing.state !== 'due').length,
    met: households.filter(({ standing }) => standing.state === 'met').length,
  },
  households,
});

describe('home with what waits on the phone', () => {
  it('counts it as the server will, once, and loses no household', () => {
    const cards = fc
      .array(fc.constantFrom(...STATES), { maxLength: 15 })
      .map((all) => all.map((state, n) => card(`h${n}`, state)));
    const contacts = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 15 }).map((n) => `h${n}`),
        fc.boolean(),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(cards, contacts, (households, said) => {
        const home = homeOf(households);
        const seen = withUnsent(
          home,
          unsentContacts(
            said.map((one) => saved(WEEK, one)),
            WEEK,
          ),
        );
        const mine = new Set(households.map(({ id }) => id));
        const was = (id: string) => home.households.find((one) => one.id === id)!.standing.state;
        const about = (id: string, met: boolean) =>
          said.some(([who, inPerson]) => who === id && (inPerson || !met));
        expect(new Set(seen.households.map(({ id }) => id))).toEqual(mine);
        expect(seen.counts).toEqual({
          ...home.counts,
          reached: [...mine].filter((id) => was(id) !== 'due' || about(id, false)).length,
          met: [...mine].filter((id) => was(id) === 'met' || about(id, true)).length,
        });
        // Whoever is still due stays on top.
        const due = seen.households.map(({ standing }) => standing.state === 'due');
        if (seen !== home) expect(due).toEqual([...due].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it('leaves another week, and what was set aside never comes here', () => {
    const home = homeOf([card('h1', 'due')]);
    expect(withUnsent(home, unsentContacts([saved('2026-W47', ['h1', true])], WEEK))).toBe(home);
  });
});
