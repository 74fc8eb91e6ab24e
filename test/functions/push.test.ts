import fc from 'fast-check';
import type { Notice } from '../../domain/notice/notice';
import { weightOf } from '../../domain/notice/push';
import type { Problem } from '../../domain/problem/problem';
import { isQuiet } from '../../domain/time/awake';
import { atShanghai, DAY, HOUR, MINUTE, type Millis } from '../../domain/time/shanghai';
import { NOW } from './people';
import { accepted, reported } from './problem.stage';
import { startWorld, TEMPLATES, type World } from './world';

interface Message {
  id: string;
  at: Millis;
  page: string;
  fields: { name: string; value: string }[];
}

describe('pushes', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const faults = (method: 'POST' | 'DELETE', body?: object) =>
    fetch(`${world.cloud.url}/_local/faults`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const agree = (person: string, times: number) => {
    for (const template of Object.values(TEMPLATES))
      world.cloud.phones.consent(`openid-${person}`, template, times);
  };
  const phone = async (person: string): Promise<Message[]> => {
    const response = await fetch(`${world.cloud.url}/_local/messages?openid=openid-${person}`);
    return ((await response.json()) as { messages: Message[] }).messages;
  };
  const notices = () => world.documents<Notice>('notices');
  const settle = async (from: Millis, hours = 14, step = 10 * MINUTE) => {
    for (let at = from; at <= from + hours * HOUR; at += step) {
      await world.moveClock(at);
      await world.runTimer('dispatch');
    }
  };

  test('in quiet hours a new problem waits until half past seven; danger does not, and wakes chief and secretary', async () => {
    agree('chief', 5);
    agree('secretary', 5);
    const night = atShanghai('2026-11-23 23:00');
    await world.moveClock(night);
    await reported(world);
    expect(await phone('chief')).toEqual([]);
    await world.ok('resident', 'problem.report', { category: 'safety', text: '井盖没了，有人掉下去' });
    expect(await phone('chief')).toHaveLength(1);
    expect(await phone('secretary')).toHaveLength(1);
    await settle(atShanghai('2026-11-24 07:00'), 1);
    const times = (await phone('chief')).map(({ at }) => at);
    expect(times).toHaveLength(2);
    expect(Math.max(...times)).toBeGreaterThanOrEqual(atShanghai('2026-11-24 07:30'));
  });

  test('what the messages are about is read once for each kind of thing, however many there are', async () => {
    agree('chief', 20);
    const morning = async (day: number, matters: number) => {
      await world.moveClock(atShanghai(`2026-11-${day} 23:00`));
      for (let n = 0; n < matters; n += 1) await reported(world);
      await world.moveClock(atShanghai(`2026-11-${day + 1} 07:40`));
      await world.resetUsage();
      await world.runTimer('dispatch');
      return (await world.usage()).reads;
    };
    const few = await morning(23, 2);
    expect(await morning(24, 6)).toBe(few);
  });

  test('what was accepted in the night is not told in the morning', async () => {
    agree('chief', 5);
    await world.moveClock(atShanghai('2026-11-23 23:00'));
    await accepted(world);
    await settle(atShanghai('2026-11-24 07:00'), 2);
    expect(await phone('chief')).toEqual([]);
    const told = (await notices()).find(({ to }) => to === 'chief');
    expect(told?.attempts).toMatchObject([{ outcome: 'skipped', why: 'moot' }]);
  });

  test('usual messages within two hours become one', async () => {
    agree('resident', 5);
    const problem = await accepted(world);
    for (let n = 0; n < 3; n += 1) await world.ok('chief', 'problem.comment', { problem, text: `第${n}句` });
    expect(await phone('resident')).toHaveLength(1);
    await settle(NOW, 3);
    const all = await phone('resident');
    expect(all).toHaveLength(2);
    expect(all[0]!.fields.find(({ name }) => name === 'thing1')?.value).toBe('3条新消息');
    expect((await notices()).filter((one) => one.attempts[0]?.together === 3)).toHaveLength(3);
  });

  test('busy WeChat: tried again, sent once, each attempt with its outcome', async () => {
    agree('chief', 5);
    await faults('POST', { service: 'wechat', kind: 'fail', rate: 1 });
    await reported(world);
    await faults('DELETE');
    await settle(NOW + MINUTE, 1);
    expect(await phone('chief')).toHaveLength(1);
    const [told] = await notices();
    expect(told!.attempts.at(-1)).toMatchObject({ outcome: 'sent' });
    expect(told!.attempts.length).toBeGreaterThan(1);
    expect(told!.pushAt).toBeUndefined();
  });

  test('a run that died with a push in hand leaves “unknown”, and nobody is told twice', async () => {
    const id = await reported(world);
    await world.cloud.store.modify('notices', {
      filter: {},
      data: { $set: { run: 'dead', pushAt: NOW + 5 * MINUTE, attempts: [] } },
      multi: true,
      merge: true,
      upsert: false,
    });
    agree('chief', 5);
    await settle(NOW, 1);
    expect(await phone('chief')).toEqual([]);
    expect(await notices()).toMatchObject([{ attempts: [{ outcome: 'unknown' }] }]);
    expect(id).toBeTruthy();
  });

  test('quota exactness: twelve problems at once and three consents make three messages, and the book says none', async () => {
    agree('chief', 3);
    await Promise.all(Array.from({ length: 12 }, () => reported(world)));
    expect(await phone('chief')).toHaveLength(3);
    const outcomes = (await notices()).map(({ attempts }) =>
      attempts.map(({ outcome, code }) => code ?? outcome),
    );
    expect(outcomes.flat().filter((one) => one === 'sent')).toHaveLength(3);
    expect(outcomes.flat().filter((one) => one === 43101)).toHaveLength(9);
  });

  test('two timers at once send what is held once', async () => {
    agree('chief', 9);
    await world.moveClock(atShanghai('2026-11-23 22:00'));
    for (let n = 0; n < 5; n += 1) await reported(world);
    await world.moveClock(atShanghai('2026-11-24 07:31'));
    await Promise.all([1, 2, 3, 4].map(() => world.runTimer('dispatch')));
    expect(await phone('chief')).toHaveLength(5);
  });

  test('with random faults: each owed notice stands in the inbox once, pushed at most as often as tried, none in quiet hours but danger', async () => {
    const act = fc.constantFrom('report', 'danger', 'accept', 'comment', 'finish', 'wait');
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 6, maxLength: 18 }),
        fc.integer({ min: 0, max: 23 }),
        async (acts, hour) => {
          await world.stop();
          world = await startWorld();
          agree('chief', 20);
          agree('resident', 20);
          for (const person of ['resident', 'chief', 'secretary']) await world.token(person);
          let at = NOW + hour * HOUR;
          await world.moveClock(at);
          await faults('POST', { service: 'wechat', kind: 'fail', rate: 0.3 });
          await faults('POST', { service: 'wechat', kind: 'drop', rate: 0.1 });
          await faults('POST', { service: 'database', kind: 'drop', rate: 0.05 });
          let problem = '';
          for (const one of acts) {
            if (one === 'report' || one === 'danger') {
              const category = one === 'danger' ? 'safety' : 'road';
              const answer = await world.call('resident', 'problem.report', { category, text: '坏了' });
              if (answer.ok) problem = answer.data.problem;
            } else if (one === 'accept') await world.call('chief', 'problem.accept', { problem });
            else if (one === 'finish') await world.call('chief', 'problem.finish', { problem, text: '好了' });
            else if (one === 'comment')
              await world.call('chief', 'problem.comment', { problem, text: '在路上' });
            else {
              at += 3 * HOUR;
              await world.moveClock(at);
              await world.runTimer('dispatch').catch(() => undefined);
            }
          }
          await faults('DELETE');
          await settle(at + 2 * MINUTE, 14, HOUR);
          const told = await notices();
          for (const stored of await world.documents<Problem>('problems')) {
            expect(stored.outbox).toEqual([]);
            const about = told.filter((one) => one.about.id === stored._id);
            const count = (kind: string, to: string) =>
              about.filter((one) => one.kind === kind && one.to === to).length;
            const happened = (what: string) => stored.timeline.filter((entry) => entry.what === what).length;
            expect(count('new', 'chief')).toBe(1);
            for (const [what, kind] of [
              ['accept', 'accepted'],
              ['finish', 'finished'],
              ['comment', 'commented'],
            ] as const)
              expect([kind, count(kind, 'resident')]).toEqual([kind, happened(what)]);
          }
          for (const one of told) {
            expect(one.pushAt).toBeUndefined();
            expect(one.attempts.length).toBeGreaterThan(0);
            const tries = one.attempts.filter(({ outcome }) => outcome === 'sent');
            expect(tries.length).toBeLessThanOrEqual(1);
            for (const attempt of one.attempts.filter(
              ({ outcome }) => outcome === 'sent' || outcome === 'refused',
            ))
              if (weightOf(one) !== 'danger')
                expect(isQuiet(attempt.at) && isQuiet(attempt.at - MINUTE)).toBe(false);
          }
        },
      ),
      { numRuns: 6 },
    );
  }, 180_000);

  test('10,000 notices owed at once: at most two writes each, in order for each recipient', async () => {
    const [template] = await Promise.all([reported(world)]);
    const [sample] = await world.documents<Problem>('problems');
    const many = Array.from({ length: 2_000 }, (_, n) => {
      const _id = `p${n}`;
      const outbox = Array.from({ length: 5 }, (_, nth) => ({
        key: `${_id}.${nth}.commented`,
        kind: 'commented' as const,
        to: { person: ['resident', 'neighbour', 'worker', 'chief', 'secretary'][nth]! },
        about: { kind: 'problem' as const, id: _id },
        urgent: false,
        at: NOW - HOUR + n,
        facts: {
          category: 'road',
          area: sample!.area,
          areaPath: sample!.areaPath,
          summary: '路',
          text: `${n}`,
        },
      }));
      return { ...sample!, _id, outbox, owedAt: NOW - HOUR + n };
    });
    await world.cloud.store.bulkInsert('problems', many as never);
    expect(template).toBeTruthy();
    await world.moveClock(NOW + DAY);
    await world.resetUsage();
    for (let runs = 0; runs < 6; runs += 1) await world.runTimer('dispatch');
    const told = (await notices()).filter(({ kind }) => kind === 'commented');
    expect(told).toHaveLength(10_000);
    const { writes } = await world.usage();
    expect(writes / 10_000).toBeLessThanOrEqual(2);
    for (const person of ['resident', 'neighbour', 'worker', 'chief', 'secretary']) {
      const order = told.filter(({ to }) => to === person).map(({ about }) => Number(about.id.slice(1)));
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  }, 180_000);
});
