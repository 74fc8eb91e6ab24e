import { createHash } from 'node:crypto';
import type { Area } from '../../domain/area/area';
import { record } from '../../domain/contact/record';
import { type ContactSheet, newSheet } from '../../domain/contact/sheet';
import type { Household } from '../../domain/household/household';
import { caseload, type Person } from '../../domain/person/person';
import type { PointsBook } from '../../domain/points/book';
import { settlesAt } from '../../domain/points/calendar';
import { type Settling, stretchesDue } from '../../domain/points/due';
import { isOpen, type Problem } from '../../domain/problem/problem';
import { weekKey, weekSpan } from '../../domain/time/period';
import divisions from '../../local/demo/data/hangjin-divisions.json';
import { plant, type Recipe } from '../../local/demo/seed';
import { documentsOf, NOW, recipe } from './banner';

function fingerprint(of: Recipe): string {
  const hash = createHash('sha256');
  for (const { collection, documents } of plant(of)) {
    for (const document of documents) hash.update(collection).update(JSON.stringify(document));
  }
  return hash.digest('hex');
}

describe('the demonstration data', () => {
  it('comes out the same from the same seed, and differently from another', () => {
    const first = fingerprint(recipe('village'));
    expect(fingerprint(recipe('village'))).toBe(first);
    expect(fingerprint(recipe('village', 'other'))).not.toBe(first);
  });

  it('is the same village at every scale', () => {
    const inVillage = [...documentsOf<Household>(recipe('village'), 'households')];
    const inTownship = new Map(
      [...documentsOf<Household>(recipe('township'), 'households')].map((one) => [one._id, one]),
    );
    for (const household of inVillage) expect(inTownship.get(household._id)).toEqual(household);
  });

  it('says of every document that it is synthetic', () => {
    for (const { documents } of plant(recipe('village'))) {
      for (const document of documents) expect(document).toHaveProperty('synthetic', true);
    }
  });

  it('gives no telephone number that could ring', () => {
    for (const { phone } of documentsOf<Person>(recipe('village'), 'people'))
      expect(phone).toMatch(/^199000\d{5}$/);
  });
});

describe('the banner', () => {
  const areas: Area[] = [];
  const people: Person[] = [];
  const households: Household[] = [];
  const problems: Problem[] = [];

  beforeAll(() => {
    const kept: Partial<Record<string, object[]>> = { areas, people, households, problems };
    for (const { collection, documents } of plant(recipe('banner'))) {
      for (const document of documents) kept[collection]?.push(document);
    }
  });

  it('has the 7 townships and 90 villages of the data file, names unchanged', () => {
    const named = (level: Area['level']) =>
      areas.filter((area) => area.level === level).map(({ _id, name }) => ({ code: _id, name }));
    expect(named('township')).toEqual(divisions.townships.map(({ code, name }) => ({ code, name })));
    expect(named('township')).toHaveLength(7);
    expect(named('village')).toEqual(divisions.townships.flatMap(({ villages }) => villages));
    expect(named('village')).toHaveLength(90);
  });

  it('has 600–700 grids, each with a chief, and each village a secretary', () => {
    const grids = areas.filter((area) => area.level === 'grid');
    expect(grids.length).toBeGreaterThanOrEqual(600);
    expect(grids.length).toBeLessThanOrEqual(700);
    const desks = people.flatMap((person) => person.desks);
    for (const grid of grids) expect(desks.filter((desk) => desk === `chief@${grid._id}`)).toHaveLength(1);
    for (const area of areas.filter(({ level }) => level === 'village'))
      expect(desks).toContain(`secretary@${area._id}`);
  });

  it('has 5,845 workers with 10–15 households each, every household linked to exactly one', () => {
    const workers = people.filter((person) => person.posts.some((post) => post.role === 'worker'));
    expect(workers).toHaveLength(5_845);
    const linked = workers.flatMap((worker) => caseload(worker, NOW));
    for (const worker of workers) {
      expect(caseload(worker, NOW).length).toBeGreaterThanOrEqual(10);
      expect(caseload(worker, NOW).length).toBeLessThanOrEqual(15);
    }
    expect(new Set(linked).size).toBe(linked.length);
    expect(linked.length).toBe(households.length);
    expect(new Set(linked)).toEqual(new Set(households.map(({ _id }) => _id)));
  });

  it('counts its households in every area above them', () => {
    expect(areas.find(({ level }) => level === 'banner')?.households).toBe(households.length);
  });

  it('has unique ids and openids, and residents only in households that exist', () => {
    expect(new Set(people.map(({ _id }) => _id)).size).toBe(people.length);
    expect(new Set(people.map(({ openid }) => openid)).size).toBe(people.length);
    const known = new Set(households.map(({ _id }) => _id));
    for (const { household } of people) if (household) expect(known.has(household)).toBe(true);
  });

  it('keeps names within 30 characters', () => {
    const names = [...people.map(({ name }) => name), ...households.map(({ head }) => head)];
    const longest = Math.max(...names.map((name) => name.length));
    expect(longest).toBeGreaterThan(24);
    expect(longest).toBeLessThanOrEqual(30);
    expect(names.some((name) => name.includes('·'))).toBe(true);
  });

  it('has some hundred problems in all statuses', () => {
    expect(problems.length).toBeGreaterThan(300);
    expect(new Set(problems.map(({ status }) => status)).size).toBe(5);
  });

  it('leaves every open problem with a holder, a deadline ahead and nothing undelivered', () => {
    for (const problem of problems) {
      expect(problem.outbox).toEqual([]);
      expect(problem).not.toHaveProperty('owedAt');
      if (isOpen(problem)) {
        expect(problem.holder.key).toBe(`${problem.holder.role}@${problem.holder.area}`);
        // The next step is a warning or the deadline itself.
        expect(problem.deadline?.at).toBeGreaterThanOrEqual(problem.nextAt!);
        // What fell due in the last minutes waits for the sweep.
        expect(problem.nextAt).toBeGreaterThan(NOW - 10 * 60_000);
      } else {
        expect(problem).not.toHaveProperty('nextAt');
        expect(problem.endedAt).toBeLessThanOrEqual(NOW);
      }
    }
  });
});

describe('the contact history', () => {
  const workers = new Map<string, Person>();
  let sheets: ContactSheet[] = [];

  beforeAll(() => {
    for (const person of documentsOf<Person>(recipe('village'), 'people')) workers.set(person._id, person);
    sheets = [...documentsOf<ContactSheet>(recipe('village'), 'sheets')];
  });

  it('is what the product itself would have recorded', () => {
    for (const sheet of sheets) {
      const worker = workers.get(sheet.worker)!;
      const contacts = Object.entries(sheet.entries).map(
        ([household, { by: _b, syncedAt: _s, ...said }]) => ({
          household,
          ...said,
        }),
      );
      const made = record(newSheet(worker, sheet.week), worker, contacts, weekSpan(sheet.week).to);
      const { rev: _r, synthetic: _y, ...stored } = sheet as ContactSheet & { synthetic: true };
      const { rev: _v, ...expected } = made;
      const timeless = (one: object) =>
        JSON.parse(JSON.stringify(one, (key, value) => (key === 'syncedAt' ? 0 : value)));
      expect(timeless(stored)).toEqual(timeless(expected));
    }
  });

  it('reached most households in each finished week, and some in the running one', () => {
    const share = (week: string) => {
      const own = sheets.filter((sheet) => sheet.week === week);
      const sum = (key: 'due' | 'reached') => own.reduce((total, sheet) => total + sheet[key], 0);
      return sum('reached') / sum('due');
    };
    const weeks = [...new Set(sheets.map(({ week }) => week))].sort();
    // The stage's village has all of last year and of this one so far.
    expect(weeks[0]).toBe('2025-W01');
    expect(weeks).toHaveLength(52 + 48);
    for (const week of weeks.slice(0, -1)) {
      expect(share(week)).toBeGreaterThan(0.85);
      expect(share(week)).toBeLessThan(0.97);
    }
    expect(weeks.at(-1)).toBe(weekKey(NOW));
    expect(share(weekKey(NOW))).toBeLessThan(0.7);
  });

  it('met about nine households of ten in a month', () => {
    const inOctober = sheets.filter(({ week }) =>
      ['2026-W41', '2026-W42', '2026-W43', '2026-W44'].includes(week),
    );
    const met = new Set(
      inOctober.flatMap(({ entries }) =>
        Object.keys(entries).filter((household) => entries[household]?.inPerson),
      ),
    );
    const linked = [...workers.values()].flatMap((worker) => caseload(worker, NOW)).length;
    expect(met.size / linked).toBeGreaterThan(0.83);
    expect(met.size / linked).toBeLessThan(0.96);
  });
});

describe('the points of the stage', () => {
  const books: PointsBook[] = [];
  const settlings: Settling[] = [];

  beforeAll(() => {
    books.push(...documentsOf<PointsBook>(recipe('village'), 'books'));
    settlings.push(...documentsOf<Settling>(recipe('village'), 'settlings'));
  });
  const of = (kind: PointsBook['kind'], year: string) =>
    books.filter((book) => book.kind === kind && book.year === year);

  it('are a closed book of last year and a running one for every worker, and for the village', () => {
    expect(of('worker', '2025').length).toBeGreaterThan(30);
    expect(of('worker', '2026')).toHaveLength(of('worker', '2025').length);
    expect(of('organisation', '2026')).toHaveLength(1);
    for (const { kind, year, closed, settled } of books) {
      if (kind === 'household') continue;
      expect(settled).toBe(year === '2025' ? '2025-12' : '2026-10');
      expect(closed !== undefined).toBe(year === '2025');
    }
  });

  it('add up, and tell workers apart', () => {
    for (const { entries, total, closed } of books) {
      expect(Object.values(entries).reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
      if (closed) expect(closed.total).toBe(total);
    }
    const totals = of('worker', '2025').map(({ total }) => total);
    expect(new Set(totals).size).toBeGreaterThan(15);
    expect(Math.max(...totals)).toBeLessThanOrEqual(200);
    expect(Math.min(...totals)).toBeGreaterThan(40);
  });

  it('leave nothing to settle in a newcomer’s first night, and the next month to the timer', () => {
    const left = (at: number) => settlings.map((settling) => stretchesDue(settling, at));
    expect(settlings.length).toBeGreaterThan(1);
    for (const stretches of left(NOW)) expect(stretches).toEqual([]);
    for (const stretches of left(settlesAt('2026-11')))
      expect(stretches).toEqual([{ year: '2026', months: ['2026-11'], closes: false }]);
  });

  it('households take part of their own wish, and were only rewarded', () => {
    const families = of('household', '2026');
    expect(families.length).toBeGreaterThan(5);
    for (const { joined, entries } of families) {
      expect(joined).toBeDefined();
      for (const { amount, approvedBy } of Object.values(entries)) {
        expect(amount).toBeGreaterThan(0);
        expect(approvedBy).toBeDefined();
      }
    }
  });
});
