import { createRequire } from 'node:module';
import type { LoneAnswer, LoneRequest } from './lone';

/**
 * Started by lone.ts: one instance of a function in a process of its own, as on the platform, so that its memory and its
 * processor time are its own. The SDK in the bundle speaks to the cloud that the environment names.
 */
const file = process.argv[2]!;
const realNow = Date.now;
const { main } = createRequire(file)(file) as { main(event: unknown, context: unknown): Promise<unknown> };

let heap = 0;
const look = () => {
  heap = Math.max(heap, process.memoryUsage().heapUsed);
};
setInterval(look, 50).unref();

process.on('message', ({ event, context, ahead }: LoneRequest) => {
  Date.now = () => realNow() + ahead;
  void main(event, context).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ failed: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
answer({});

function answer(outcome: Pick<LoneAnswer, 'result' | 'failed'>): void {
  look();
  const { user, system } = process.cpuUsage();
  process.send?.({ ...outcome, heap, cpuMs: (user + system) / 1000 } satisfies LoneAnswer);
}
