import { record } from '../../domain/contact/record';
import { review } from '../../domain/contact/review';
import { type ContactSheet, newSheet } from '../../domain/contact/sheet';
import type { Deed } from '../../domain/deed/deed';
import type { Person } from '../../domain/person/person';
import { accountOf } from '../../domain/points/account';
import { monthOfWeek, settlesAt } from '../../domain/points/calendar';
import type { Fact } from '../../domain/points/fact';
import { contactFacts, contactMonth, weeksOf } from '../../domain/points/fact-contact';
import { problemFacts } from '../../domain/points/fact-problem';
import { deedFacts, sessionFacts } from '../../domain/points/fact-work';
import { type Command, decide } from '../../domain/problem/decide';
import type { Problem } from '../../domain/problem/problem';
import { weekKey } from '../../domain/time/period';
import { atShanghai, DAY, HOUR, type Millis } from '../../domain/time/shanghai';
import { aPerson, aProblem, aWorker, GRID, NOW } from './build';

const MONTH = '2026-11';
const chief = aPerson('c1', [{ role: 'chief', area: GRID, areaPath: '' }]);
/** Monday of the week that NOW lies in. */
const monday = atShanghai('2026-11-23 08:00');

const sheetOf = (worker: Person, contacts: [household: string, at: Millis, met: boolean][]): ContactSheet =>
  contacts.reduce(
    (sheet, [household, at, inPerson]) =>
      record(sheet, worker, [{ household, channel: inPerson ? 'home' : 'phone', inPerson, at }], at),
    newSheet(worker, weekKey(contacts[0]![1])),
  );
const excused = (sheet: ContactSheet, worker: Person, household: string, at: Millis, said: Millis) =>
  review(
    record(sheet, worker, [], at, [{ household, at, reason: 'away' }]),
    { household: { id: household, head: '张' }, verdict: 'excused', by: chief },
    said,
  );
const ofKind = (facts: readonly Fact[], kind: Fact['kind']) => facts.filter((fact) => fact.kind === kind);

describe('what a worker’s sheets say', () => {
  const worker = aWorker(3);
  const measures = (of: Person, sheets: ContactSheet[], kind: 'week' | 'month', month = MONTH) =>
    ofKind(contactFacts(of, contactMonth(month, sheets)), kind).map(({ of: key, measure }) => [
      key,
      measure?.n,
      measure?.of,
    ]);

  test('a week counts who was reached of who was due; a week without a sheet counts too', () => {
    const sheet = sheetOf(worker, [
      ['h1', monday, false],
      ['h2', monday + HOUR, true],
    ]);
    expect(measures(worker, [sheet], 'week')).toEqual([
      ['2026-W45', 0, 3],
      ['2026-W46', 0, 3],
      ['2026-W47', 0, 3],
      ['2026-W48', 2, 3],
    ]);
    expect(measures(worker, [sheet], 'month')).toEqual([[MONTH, 1, 3]]);
  });

  test('whom a chief has excused is not due; a word after the day of settling is too late', () => {
    const sheet = sheetOf(worker, [['h1', monday, false]]);
    const inTime = excused(sheet, worker, 'h2', monday, monday + DAY);
    expect(measures(worker, [inTime], 'week').at(-1)).toEqual(['2026-W48', 1, 2]);
    const late = excused(sheet, worker, 'h2', monday, settlesAt(MONTH));
    expect(measures(worker, [late], 'week').at(-1)).toEqual(['2026-W48', 1, 3]);
  });

  test('on leave nothing is due, and who stands in earns for it', () => {
    const leave = { from: atShanghai('2026-11-01'), to: atShanghai('2026-12-01'), cover: 'w2' };
    const away = aWorker(3, { leaves: [leave] });
    const cover = aWorker(0, {
      _id: 'w2',
      links: [{ household: 'h1', from: leave.from, to: leave.to, cover: true }],
    });
    const sheet = sheetOf(cover, [['h1', monday, true]]);
    expect(measures(away, [sheet], 'week')).toEqual([]);
    expect(measures(cover, [sheet], 'week').at(-1)).toEqual(['2026-W48', 1, 1]);
    expect(measures(cover, [sheet], 'month')).toEqual([[MONTH, 1, 1]]);
    // Excused for the whole month: those nobody met are not due, the one that was met is.
    expect(measures(away, [sheet], 'month')).toEqual([[MONTH, 1, 1]]);
  });

  test('a hand-over in mid-week counts for who contacted, and the duty for who holds', () => {
    const wednesday = monday + 2 * DAY;
    const before = aWorker(0, { links: [{ household: 'h1', from: 0, to: wednesday }] });
    const after = aWorker(0, { _id: 'w2', links: [{ household: 'h1', from: wednesday }] });
    const sheet = sheetOf(before, [['h1', monday, false]]);
    expect(measures(before, [sheet], 'week').at(-1)).toEqual(['2026-W48', 1, 1]);
    expect(measures(after, [sheet], 'week').at(-1)).toEqual(['2026-W48', 1, 1]);
  });

  test('a meeting counts for the calendar month, a week for the month of its Thursday', () => {
    // W49 is 30 November to 6 December: its week is December's, its Monday's meeting November's.
    const sheet = sheetOf(worker, [['h1', atShanghai('2026-11-30 09:00'), true]]);
    expect(measures(worker, [sheet], 'month')).toEqual([[MONTH, 1, 3]]);
    expect(measures(worker, [sheet], 'week').map(([week]) => week)).not.toContain('2026-W49');
    expect(measures(worker, [sheet], 'week', '2026-12')[0]).toEqual(['2026-W49', 1, 3]);
    expect(weeksOf(MONTH).at(-1)).toBe('2026-W49');
    expect(monthOfWeek('2026-W49')).toBe('2026-12');
  });

  test('activities are counted once a week, as often as they were done', () => {
    const at = monday;
    const contact = { household: 'h1', channel: 'home' as const, inPerson: true, at };
    const sheet = record(
      newSheet(worker, weekKey(at)),
      worker,
      [{ ...contact, activities: { policy: 2, errand: 1 } }],
      at,
    );
    expect(ofKind(contactFacts(worker, contactMonth(MONTH, [sheet])), 'activity')).toMatchObject([
      { of: '2026-W48', times: 3, evidence: { kind: 'sheet', id: sheet._id } },
    ]);
  });
});

type By = NonNullable<Parameters<typeof decide>[2]['by']>;
type Relation = Parameters<typeof decide>[2]['relations'] extends ReadonlySet<infer R> ? R : never;

const WANG: By = { person: 'c1', name: '王', role: 'chief' };
const LIU: By = { person: 'w1', name: '刘', role: 'worker' };
const SUYALA: By = { person: 'r1', name: '苏雅拉', role: 'reporter' };
const act = (problem: Problem, command: Command, relation: Relation, by: By | undefined, at: Millis) =>
  decide(problem, command, { relations: new Set([relation]), ...(by ? { by } : {}) }, at);
const assigned = (problem: Problem) =>
  act(
    problem,
    { name: 'assign', party: { kind: 'person', key: 'w1', role: 'worker', area: GRID, name: '刘' } },
    'holder',
    WANG,
    NOW + HOUR,
  );
const finished = (problem: Problem, at = NOW + DAY) =>
  act(problem, { name: 'finish', text: '铺好了' }, 'lead', LIU, at);
const told = (problem: Problem, month = MONTH) =>
  problemFacts(problem, month).map(({ kind, account, stars }) => [kind, account, ...(stars ? [stars] : [])]);

const BY_WORKER = { ...aProblem(), onBehalfBy: { person: 'w1', name: '刘', role: 'worker' as const } };
const W1 = accountOf('worker', 'w1');

describe('what a matter says', () => {
  test('brought up by a worker and accepted: found', () => {
    expect(told(BY_WORKER)).toEqual([]);
    expect(told(assigned(BY_WORKER))).toEqual([['found', W1]]);
    expect(told(assigned(BY_WORKER), '2026-12')).toEqual([]);
  });

  test('refused, merged or withdrawn before the day of settling gives nothing; afterwards it takes nothing back', () => {
    const refuse = (at: Millis) =>
      act(assigned(BY_WORKER), { name: 'refuse', text: '不归我们', where: '供电局' }, 'holder', WANG, at);
    expect(told(refuse(NOW + 2 * DAY))).toEqual([]);
    expect(told(refuse(settlesAt(MONTH)))).toEqual([['found', W1]]);
    const merged = act(assigned(BY_WORKER), { name: 'merge', other: 'p2' }, 'holder', WANG, NOW + 2 * DAY);
    expect(told(merged)).toEqual([]);
  });

  test('a confidential matter tells nobody’s book who reported it', () => {
    expect(told(assigned({ ...BY_WORKER, confidential: true }))).toEqual([]);
  });

  test('solved in the grid, in time and rated: of whoever led it, once the reporter has closed it', () => {
    const done = finished(assigned(aProblem()));
    expect(told(done)).toEqual([['found', accountOf('worker', 'r1')]]);
    const closed = act(done, { name: 'confirm', stars: 5 }, 'reporter', SUYALA, NOW + 2 * DAY);
    expect(told(closed).slice(1)).toEqual([
      ['on-time', W1],
      ['solved', W1],
      ['rated', W1, 5],
    ]);
  });

  test('reopened before it was closed, only the last end counts; nothing is there to be taken back', () => {
    const done = finished(assigned(aProblem()));
    const again = act(done, { name: 'reopen', text: '又坏了' }, 'reporter', SUYALA, NOW + 2 * DAY);
    expect(told(again).slice(1)).toEqual([]);
  });

  test('no answer is no solution, but may have been in time; late is late', () => {
    const lapsed = act(finished(assigned(aProblem())), { name: 'lapse' }, 'clock', undefined, NOW + 9 * DAY);
    expect(told(lapsed, '2026-12').map(([kind]) => kind)).toEqual(['on-time']);
    const late = finished(assigned(aProblem()), NOW + 8 * DAY);
    const closed = act(late, { name: 'confirm' }, 'reporter', SUYALA, NOW + 9 * DAY);
    expect(told(closed, '2026-12').map(([kind]) => kind)).toEqual(['solved']);
  });

  test('nobody earns by their own word', () => {
    const byTeller = { ...SUYALA, person: 'w1' };
    const done = act(assigned(aProblem()), { name: 'finish', text: '铺好了' }, 'holder', WANG, NOW + DAY);
    const closed = act(done, { name: 'confirm', stars: 5 }, 'teller', byTeller, NOW + 2 * DAY);
    expect(told(closed).slice(1)).toEqual([['on-time', W1]]);
  });

  test('stars count for a month after the end', () => {
    const closed = act(
      finished(assigned(aProblem())),
      { name: 'confirm' },
      'reporter',
      SUYALA,
      NOW + 2 * DAY,
    );
    const rate = (at: Millis) => act(closed, { name: 'rate', stars: 4 }, 'reporter', SUYALA, at);
    expect(told(rate(NOW + 20 * DAY), '2026-12')).toEqual([['rated', W1, 4]]);
    expect(told(rate(NOW + 33 * DAY), '2026-12')).toEqual([]);
  });

  test('above the grid the organisation solves; the worker does not', () => {
    const up = { relations: new Set(['holder' as const]), by: WANG, seats: [] };
    const escalated = decide(aProblem(), { name: 'escalate', text: '要村里' }, up, NOW + HOUR);
    const secretary: By = { person: 's1', name: '张', role: 'secretary' };
    const taken = act(escalated, { name: 'accept' }, 'holder', secretary, NOW + 2 * HOUR);
    const done = act(taken, { name: 'finish', text: '修好了' }, 'holder', secretary, NOW + DAY);
    const closed = act(done, { name: 'confirm', stars: 3 }, 'reporter', SUYALA, NOW + 2 * DAY);
    const organisation = accountOf('organisation', GRID.slice(0, 12));
    const own = told(closed).filter(([, account]) => account === organisation);
    expect(own).toEqual([
      ['on-time', organisation],
      ['solved', organisation],
      ['rated', organisation, 3],
    ]);
  });
});

describe('what sessions and deeds say', () => {
  const session = {
    _id: 'v_2026-11B',
    area: GRID.slice(0, 12),
    level: 'village' as const,
    period: '2026-11B',
    status: 'held' as const,
    heldAt: NOW,
  };
  const deed = {
    _id: 'd1',
    list: 'member',
    area: GRID,
    owner: { person: 'w1', name: '刘' },
    responsible: { name: '刘', person: 'w1' },
    dueAt: NOW + DAY,
    status: 'done',
    endedAt: NOW,
    source: { kind: 'problem', id: 'p1' },
    timeline: [{ n: 1, at: NOW, what: 'done', by: { person: 'w1', name: '刘' } }],
  } satisfies Partial<Deed>;

  test('a session held counts in the month its period ends in', () => {
    expect(sessionFacts(session, MONTH)).toMatchObject([
      { kind: 'session', account: `organisation.${session.area}`, of: '2026-11B' },
    ]);
    expect(sessionFacts({ ...session, status: 'open' }, MONTH)).toEqual([]);
    const quarter = { ...session, _id: 'b', area: '150625', level: 'banner' as const, period: '2026-Q4' };
    expect(sessionFacts(quarter, MONTH)).toEqual([]);
    expect(sessionFacts(quarter, '2026-12')).toHaveLength(1);
  });

  test('what a member lists and calls done alone earns nothing; somebody else’s word makes it count', () => {
    const own = { ...deed, source: { kind: 'own' as const } };
    expect(deedFacts(own, MONTH)).toEqual([]);
    const named = { ...own, owner: { person: 'c1', name: '王' } };
    const saidBy = (person: string) => [{ ...deed.timeline[0]!, by: { person, name: '' } }];
    expect(deedFacts({ ...named, timeline: saidBy('c1') }, MONTH)).toEqual([]);
    expect(deedFacts({ ...named, timeline: saidBy('s1') }, MONTH)).toMatchObject([{ account: W1 }]);
  });

  test('a deed counts when it was done by its day, for who was to do it', () => {
    expect(deedFacts(deed, MONTH)).toMatchObject([{ kind: 'deed', account: W1 }]);
    expect(deedFacts({ ...deed, dueAt: NOW - 1 }, MONTH)).toEqual([]);
    expect(deedFacts({ ...deed, status: 'dropped' }, MONTH)).toEqual([]);
    expect(deedFacts({ ...deed, list: 'organisation' }, MONTH)[0]?.account).toBe(`organisation.${GRID}`);
  });
});
