import fc from 'fast-check';
import { audienceOf } from '../../domain/notice/audience';
import { templatesToAsk } from '../../domain/notice/consent';
import { isMoot } from '../../domain/notice/moot';
import type { Attempt, Notice, Owed } from '../../domain/notice/notice';
import { DAILY_CAP, intoMessages, planPush, retryAt, TOGETHER, weightOf } from '../../domain/notice/push';
import { deskKey, type Person, type Post } from '../../domain/person/person';
import { isQuiet, whenAwake } from '../../domain/time/awake';
import { atShanghai, DAY, HOUR, MINUTE, shanghai } from '../../domain/time/shanghai';
import { aPerson, aProblem, GRID, NOW } from './build';

const VILLAGE = GRID.slice(0, 12);

function owed(kind: Owed['kind'], category = 'road', change: Partial<Owed> = {}): Owed {
  return {
    key: `p1.1.${kind}`,
    kind,
    to: { post: { role: 'chief', area: GRID } },
    about: { kind: 'problem', id: 'p1' },
    urgent: false,
    at: NOW,
    facts: { category, area: GRID, areaPath: '锡尼镇', summary: '路', holder: { role: 'chief', area: GRID } },
    ...change,
  };
}

const notice = (one: Owed, change: Partial<Notice> = {}): Notice => {
  const { key: _key, to: _to, ...said } = one;
  return { ...said, _id: one.key, to: 'c1', attempts: [], ...change };
};

describe('quiet hours, 21:30 to 7:30', () => {
  test.each([
    ['2026-11-23 21:29', '2026-11-23 21:29'],
    ['2026-11-23 21:30', '2026-11-24 07:30'],
    ['2026-11-24 00:00', '2026-11-24 07:30'],
    ['2026-11-24 07:29', '2026-11-24 07:30'],
    ['2026-11-24 07:30', '2026-11-24 07:30'],
    ['2026-12-31 23:00', '2027-01-01 07:30'],
  ])('%s → %s', (at, after) => {
    expect(shanghai(whenAwake(atShanghai(at))).format('YYYY-MM-DD HH:mm')).toBe(after);
  });

  test('whatever the time, nothing but danger is planned into quiet hours, and danger is planned for now', () => {
    const kinds = ['new', 'escalated', 'accepted', 'finished', 'commented', 'contact-left'] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: NOW, max: NOW + 400 * DAY }),
        fc.constantFrom(...kinds),
        fc.option(fc.integer({ min: -3 * HOUR, max: 0 }), { nil: undefined }),
        (now, kind, ago) => {
          const push = ago === undefined ? {} : { lastAt: now + ago };
          const plan = planPush(owed(kind), { openid: 'o1', push }, now);
          if ('at' in plan) {
            expect(isQuiet(plan.at)).toBe(false);
            expect(plan.at).toBeGreaterThanOrEqual(now);
            expect(plan.at - now).toBeLessThanOrEqual(10 * HOUR + TOGETHER);
          }
          expect(planPush(owed('new', 'safety'), { openid: 'o1', push }, now)).toEqual({ at: now });
        },
      ),
    );
  });
});

describe('mercy', () => {
  test('danger, what asks to act, and what only tells', () => {
    expect(weightOf(owed('new', 'safety'))).toBe('danger');
    expect(weightOf(owed('new'))).toBe('prompt');
    expect(weightOf(owed('finished'))).toBe('prompt');
    expect(weightOf(owed('accepted', 'safety'))).toBe('usual');
    expect(weightOf(owed('contact-left'))).toBe('usual');
  });

  test('usual messages within two hours of the last one wait; after the cap of a day they stay in the inbox', () => {
    const recent = { openid: 'o1', push: { lastAt: NOW - HOUR } };
    expect(planPush(owed('accepted'), recent, NOW)).toEqual({ at: NOW + HOUR });
    expect(planPush(owed('new'), recent, NOW)).toEqual({ at: NOW });
    const full = { openid: 'o1', push: { day: '2026-11-23', today: DAILY_CAP } };
    expect(planPush(owed('accepted'), full, NOW)).toEqual({ skip: 'cap' });
    expect(planPush(owed('accepted'), full, NOW + DAY)).toEqual({ at: NOW + DAY });
  });

  test('a person may choose kinds, but not switch danger off', () => {
    const deaf = { openid: 'o1', push: { muted: ['new' as const, 'commented' as const] } };
    expect(planPush(owed('commented'), deaf, NOW)).toEqual({ skip: 'muted' });
    expect(planPush(owed('new', 'safety'), deaf, NOW)).toEqual({ at: NOW });
  });

  test('usual notices of one person become one message; the others come alone, in order', () => {
    const some = [
      notice(owed('commented'), { _id: 'c', at: NOW + 3 }),
      notice(owed('new'), { _id: 'b', at: NOW + 2 }),
      notice(owed('accepted'), { _id: 'a', at: NOW }),
      notice(owed('escalated'), { _id: 'd', at: NOW + 1 }),
    ];
    expect(intoMessages(some).map((message) => message.map(({ _id }) => _id))).toEqual([
      ['d'],
      ['b'],
      ['a', 'c'],
    ]);
  });
});

describe('trying again', () => {
  const attempt = (outcome: Attempt['outcome'], code?: number): Attempt => ({
    at: NOW,
    template: 't',
    outcome,
    ...(code === undefined ? {} : { code }),
  });

  test.each([43101, 40003, 40037, 47003, 41030])('never after %d', (code) => {
    expect(retryAt([attempt('refused', code)], 'danger', NOW)).toBeNull();
  });

  test.each([-1, 45009, 40001, 42001])('after %d: 2 minutes, 10 minutes, an hour, then no more', (code) => {
    const again = (tries: number) => retryAt(Array(tries).fill(attempt('refused', code)), 'prompt', NOW);
    expect([1, 2, 3, 4].map(again)).toEqual([NOW + 2 * MINUTE, NOW + 10 * MINUTE, NOW + HOUR, null]);
  });

  test('what may have arrived is not sent again, unless it is about danger', () => {
    expect(retryAt([attempt('unknown')], 'prompt', NOW)).toBeNull();
    expect(retryAt([attempt('unknown')], 'danger', NOW)).toBe(NOW + 2 * MINUTE);
  });

  test('what failed in the evening is tried in the morning', () => {
    const late = atShanghai('2026-11-23 21:29');
    expect(retryAt([attempt('failed')], 'prompt', late)).toBe(atShanghai('2026-11-24 07:30'));
  });
});

describe('who hears it', () => {
  const post = (role: Post['role'], area: string, deputy?: true): Post => ({
    role,
    area,
    areaPath: '',
    ...(deputy ? { deputy } : {}),
  });
  const leave = { leaves: [{ from: NOW - DAY, to: NOW + DAY }] };
  const chief = aPerson('c1', [post('chief', GRID)]);
  const deputy = aPerson('c2', [post('chief', GRID, true)]);
  const secretary = aPerson('s1', [post('secretary', VILLAGE)]);
  const names = (people: Person[], kind: Owed['kind'] = 'new', category = 'road') =>
    audienceOf(owed(kind, category), people, NOW).map(({ _id }) => _id);

  test('the chief; on leave the deputy; without one the secretary; never nobody', () => {
    expect(names([secretary, deputy, chief])).toEqual(['c1']);
    expect(names([secretary, deputy, { ...chief, ...leave }])).toEqual(['c2']);
    expect(names([secretary, { ...chief, ...leave }])).toEqual(['s1']);
    expect(
      names([
        { ...secretary, ...leave },
        { ...chief, ...leave },
      ]),
    ).toEqual(['c1']);
  });

  test('danger: chief, deputy and secretary together', () => {
    expect(names([secretary, deputy, chief], 'new', 'safety').sort()).toEqual(['c1', 'c2', 's1']);
  });

  test('a desk key is the role at the area', () => {
    expect(chief.desks).toEqual([deskKey('chief', GRID)]);
  });
});

describe('moot', () => {
  const problem = aProblem();
  const told = notice(owed('new'));
  const is = (change: Partial<typeof problem>) => isMoot(told, NOW, { problem: { ...problem, ...change } });

  test('a new problem is news while it waits at that desk: not once accepted, gone, withdrawn or read', () => {
    expect(is({})).toBe(false);
    expect(is({ status: 'accepted' })).toBe(true);
    expect(is({ status: 'withdrawn' })).toBe(true);
    expect(is({ holder: { ...problem.holder, key: deskKey('secretary', VILLAGE) } })).toBe(true);
    expect(isMoot({ ...told, readAt: NOW }, NOW, { problem })).toBe(true);
  });

  test('an entry waits for a second person until somebody has answered', () => {
    const asked = notice(owed('entry-asked', 'road', { facts: { name: '', areaPath: '', year: '2026' } }));
    expect(isMoot(asked, NOW, { book: { waiting: ['150625'] } })).toBe(false);
    expect(isMoot(asked, NOW, { book: {} })).toBe(true);
  });

  test('a session that was held, a deed that is done: nothing is due any more', () => {
    const about = { name: '锡尼镇', areaPath: '', period: '2026-11' } as never;
    const due = notice(owed('session-due', 'road', { facts: about }));
    expect(isMoot(due, NOW, { session: { status: 'open' } })).toBe(false);
    expect(isMoot(due, NOW, { session: { status: 'held' } })).toBe(true);
    const late = notice(owed('deed-late', 'road', { facts: about }));
    expect(isMoot(late, NOW, { deed: { status: 'promised' } })).toBe(false);
    expect(isMoot(late, NOW, { deed: { status: 'done' } })).toBe(true);
  });

  test('a digest is news in its own week and while somebody is left', () => {
    const digest = notice(
      owed('contact-left', 'road', { facts: { name: '刘', areaPath: '', week: '2026-W48', count: 2 } }),
    );
    expect(isMoot(digest, NOW, { sheet: { due: 12, reached: 10 } })).toBe(false);
    expect(isMoot(digest, NOW, { sheet: { due: 12, reached: 12 } })).toBe(true);
    expect(isMoot(digest, NOW + 7 * DAY, {})).toBe(true);
  });
});

test('templates are asked for while they are few, the fewest first', () => {
  expect(templatesToAsk({}, 'chief')).toEqual(['task', 'progress']);
  expect(templatesToAsk({ push: { left: { task: 4, progress: 1 } } }, 'chief')).toEqual(['progress', 'task']);
  expect(templatesToAsk({ push: { left: { task: 9, progress: 9 } } }, 'chief')).toEqual([]);
});
