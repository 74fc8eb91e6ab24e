import fc from 'fast-check';
import {
  backOff,
  breaks,
  broken,
  byOrder,
  lineOf,
  nextOrder,
  parted,
  type Queued,
  sendable,
  stands,
  type Traffic,
  triedAgain,
  uploaded,
  verdictOf,
  withoutFiles,
} from '../../domain/command/queue';
import { INPUTS } from '../../domain/contract/inputs';
import { NOW } from './build';

const NO = { at: NOW, code: 'NOT_YOURS', words: { zh: '不', en: 'no' } };
const IDLE: Traffic = { busy: new Set(), until: new Map(), awaited: new Set() };

function queued(change: Partial<Queued> = {}): Queued {
  const name = change.name ?? 'problem.comment';
  const input = change.input ?? { problem: 'p1', text: '好' };
  const id = change.id ?? 'command-1';
  return {
    id,
    name,
    input,
    line: lineOf(name, input, id),
    order: 1,
    at: NOW,
    person: 'worker',
    scope: 'me',
    files: [],
    failures: 0,
    ...change,
  };
}

const contact = (household: string) => ({ household, channel: 'phone', inPerson: false, at: NOW });
const week = (...households: string[]): Queued =>
  queued({ name: 'contact.save', input: { week: '2026-W48', entries: households.map(contact) } });

describe('which line a command stands in', () => {
  it('one per problem, household and week; each report has its own', () => {
    expect(lineOf('problem.accept', { problem: 'p1' }, 'c1')).toBe(
      lineOf('problem.comment', { problem: 'p1' }, 'c2'),
    );
    expect(lineOf('problem.accept', { problem: 'p1' }, 'c1')).not.toBe(
      lineOf('problem.accept', { problem: 'p2' }, 'c2'),
    );
    expect(lineOf('household.answer', { household: 'h1' }, 'c1')).toBe('household h1');
    expect(lineOf('contact.save', { week: '2026-W48' }, 'c1')).not.toBe(
      lineOf('contact.save', { week: '2026-W47' }, 'c1'),
    );
    expect(lineOf('problem.report', {}, 'c1')).not.toBe(lineOf('problem.report', {}, 'c2'));
  });

  it('what names no aggregate keeps the order of its whole function', () => {
    expect(lineOf('household.leave', {}, 'c1')).toBe(lineOf('household.callMe', {}, 'c2'));
  });
});

/** A phone's day: commands on five lines, some already set aside. */
const queues = fc
  .array(
    fc.record({
      problem: fc.integer({ min: 1, max: 5 }),
      aside: fc.boolean(),
      ahead: fc.integer({ min: -9, max: 9 }),
    }),
    {
      maxLength: 60,
    },
  )
  .map((made) => {
    const queue: Queued[] = [];
    made.forEach(({ problem, aside, ahead }, index) => {
      queue.push(
        queued({
          id: `command-${index}`,
          input: { problem: `p${problem}`, text: String(index) },
          // The phone's clock jumps to and fro.
          order: nextOrder(queue, NOW + ahead * 1000),
          ...(aside ? { aside: NO } : {}),
        }),
      );
    });
    return queue;
  });

describe('what may be sent', () => {
  it('the first of each line, whatever the clock did meanwhile; nothing that was set aside', () => {
    fc.assert(
      fc.property(queues, (queue) => {
        const ready = sendable(queue, NOW, IDLE);
        const lines = new Set(queue.filter((one) => !one.aside).map((one) => one.line));
        expect(new Set(ready.map((one) => one.line))).toEqual(lines);
        for (const one of ready) {
          expect(one.aside).toBeUndefined();
          expect(queue.find((other) => other.line === one.line && !other.aside)).toBe(one);
        }
      }),
    );
  });

  it('a line that is busy or has to wait holds up itself and nobody else', () => {
    fc.assert(
      fc.property(
        queues,
        fc.subarray(['p1', 'p2', 'p3']),
        fc.subarray(['p4', 'p5']),
        (queue, sending, failed) => {
          const busy = new Set(sending.map((id) => `problem ${id}`));
          const until = new Map(failed.map((id) => [`problem ${id}`, NOW + 1]));
          const free = (one: Queued) => !busy.has(one.line) && !until.has(one.line);
          const ready = (now: number) => sendable(queue, now, { ...IDLE, busy, until });
          expect(ready(NOW)).toEqual(sendable(queue, NOW, IDLE).filter(free));
          expect(ready(NOW + 1)).toEqual(sendable(queue, NOW, IDLE).filter((one) => !busy.has(one.line)));
        },
      ),
    );
  });

  it('sends everything once and in order per line, however answers fall out', () => {
    fc.assert(
      fc.property(queues, fc.infiniteStream(fc.constantFrom('landed', 'lost', 'refused')), (queue, fate) => {
        let waiting = queue;
        const said = new Set<string>();
        const orders = new Map<string, number>();
        for (let step = 0; step < 2_000; step += 1) {
          const [next] = sendable(waiting, NOW, IDLE);
          if (next === undefined) break;
          // The server hears it, whether or not its answer arrives.
          expect(orders.get(next.line) ?? 0).toBeLessThanOrEqual(next.order);
          orders.set(next.line, next.order);
          said.add(next.id);
          const outcome = fate.next().value;
          if (outcome === 'landed') waiting = waiting.filter((one) => one !== next);
          if (outcome === 'refused')
            waiting = waiting.map((one) => (one === next ? { ...one, aside: NO } : one));
        }
        expect(sendable(waiting, NOW, IDLE)).toEqual([]);
        expect(said).toEqual(new Set(queue.filter((one) => !one.aside).map((one) => one.id)));
      }),
      { numRuns: 50 },
    );
  });

  it('what somebody waits for at the screen has its line served first', () => {
    const queue = ['p1', 'p2', 'p3'].map((problem, order) =>
      queued({ id: `to-${problem}`, order, input: { problem, text: '好' } }),
    );
    expect(sendable(queue, NOW, { ...IDLE, awaited: new Set(['to-p3']) })[0]?.id).toBe('to-p3');
  });

  it('two windows that took the same number agree who is first', () => {
    const [a, b] = [queued({ id: 'aaaaaaaa' }), queued({ id: 'bbbbbbbb' })];
    expect([b, a].sort(byOrder)).toEqual([a, b]);
  });
});

describe('trying again', () => {
  it('waits longer after each failure, never above six minutes and a quarter, never below a third of a second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, luck) => {
          const wait = backOff(tries, luck);
          expect(wait).toBeGreaterThanOrEqual(375);
          expect(wait).toBeLessThanOrEqual(375_000);
          expect(backOff(tries + 1, luck)).toBeGreaterThanOrEqual(wait);
        },
      ),
    );
  });

  it('knows what a failure says of the command', () => {
    expect(['OFFLINE', 'SESSION_EXPIRED'].map(verdictOf)).toEqual(['dead', 'dead']);
    expect(['UNAVAILABLE', 'INTERNAL', 'CONFLICT'].map(verdictOf)).toEqual(['later', 'later', 'later']);
    // The platform could not run it, or not to its end: it says nothing about the command.
    for (const code of ['FUNCTION_EXCEED_RESOURCE_LIMIT', 'FUNCTIONS_TIME_LIMIT_EXCEEDED'])
      expect(verdictOf(code)).toBe('later');
    // What breaks over the command is counted; what had no room for it is not.
    const codes = ['INTERNAL', 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'FUNCTION_EXCEED_RESOURCE_LIMIT', 'OFFLINE'];
    expect(codes.filter(breaks)).toEqual(codes.slice(0, 2));
    expect(['BAD_INPUT', 'NOT_YOURS', 'PERIOD_CLOSED', 'NOT_NOW', 'FILE_LOST'].map(verdictOf)).toEqual(
      Array(5).fill('refused'),
    );
  });

  it('sets aside what the server breaks over again and again; a second chance starts anew under the same id', () => {
    let command = queued();
    for (let tries = 1; tries < 8; tries += 1) command = broken(command, NO);
    expect(command.aside).toBeUndefined();
    command = broken(command, NO);
    expect(command.aside).toEqual(NO);
    expect(triedAgain(command)).toEqual(queued());
  });
});

describe('files of a command', () => {
  const files = ['f1', 'f2', 'f3'].map((id) => ({ id, kind: 'photo' as const, mime: 'image/jpeg', size: 9 }));
  const report = queued({
    name: 'problem.report',
    input: {
      category: 'road',
      text: '路断了',
      photos: [stands('f1'), stands('f2')],
      voice: { file: stands('f3'), seconds: 4 },
    },
    files,
  });

  it('each address takes the place of its file, in whatever order they land', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['f1', 'f2', 'f3'], { minLength: 3 }), (order) => {
        const done = order.reduce(
          (command, id) => uploaded(command, id, `cloud://e/media/${id}.jpg`),
          report,
        );
        expect(done.files).toEqual([]);
        expect(done.input).toEqual({
          category: 'road',
          text: '路断了',
          photos: ['cloud://e/media/f1.jpg', 'cloud://e/media/f2.jpg'],
          voice: { file: 'cloud://e/media/f3.jpg', seconds: 4 },
        });
        expect(done.id).toBe(report.id);
      }),
    );
  });

  it('what was said goes out without a file that is lost, and keeps those that landed', () => {
    const one = uploaded(report, 'f1', 'cloud://e/media/f1.jpg');
    expect(withoutFiles(one)).toMatchObject({
      files: [],
      input: { category: 'road', text: '路断了', photos: ['cloud://e/media/f1.jpg'] },
    });
    expect(withoutFiles(one).input).not.toHaveProperty('voice');
  });
});

describe('a batch that is refused for one household', () => {
  const at = (path: string) => ({ ...NO, path });

  it('parts into the rest and the one; nothing is lost or doubled, and both are sound inputs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), (count, seed) => {
        const place = seed % count;
        const households = Array.from({ length: count }, (_, n) => `h${n}`);
        const { rest, aside } = parted(week(...households), at(`entries.${place}.household`))!;
        expect(aside.input).toEqual(week(`h${place}`).input);
        expect(aside.aside).toEqual(at('entries.0.household'));
        expect(rest.input).toEqual(week(...households.filter((_, n) => n !== place)).input);
        expect(rest.aside).toBeUndefined();
        for (const { input } of [rest, aside])
          expect(INPUTS['contact.save'].safeParse(input).success).toBe(true);
        expect(new Set([rest.line, aside.line])).toEqual(new Set([week('h1').line]));
      }),
    );
  });

  it('done twice by a phone that died in between, it makes the same two commands', () => {
    const command = week('h1', 'h2', 'h3');
    const again = () => parted(command, at('entries.1.at'))!;
    expect(again()).toEqual(again());
    const { rest, aside } = again();
    const next = parted(rest, at('entries.0.at'))!;
    expect(new Set([command.id, rest.id, aside.id, next.rest.id, next.aside.id]).size).toBe(5);
  });

  it('leaves whole what has one entry, no entry to blame, or is no batch', () => {
    expect(parted(week('h1'), at('entries.0.household'))).toBeUndefined();
    expect(parted(week('h1', 'h2'), at('week'))).toBeUndefined();
    expect(parted(week('h1', 'h2'), at('entries.7.household'))).toBeUndefined();
    expect(parted(queued(), at('entries.0.household'))).toBeUndefined();
  });

  it('keeps contacts when a miss is refused', () => {
    const both = queued({
      name: 'contact.save',
      input: {
        week: '2026-W48',
        entries: [contact('h1')],
        misses: [{ household: 'h2', at: NOW, reason: 'away' }],
      },
    });
    const { rest, aside } = parted(both, at('misses.0.household'))!;
    expect(rest.input).toEqual({ week: '2026-W48', entries: [contact('h1')] });
    expect(aside.input).toEqual({
      week: '2026-W48',
      entries: [],
      misses: [{ household: 'h2', at: NOW, reason: 'away' }],
    });
  });
});
