import type { CommandName } from '../../domain/problem/commands';
import { DAY, HOUR, type Millis } from '../../domain/time/shanghai';
import type { Random } from './random';

/** One thing that somebody does after waiting; what nobody does in time, the clock does. */
export interface Step {
  name: Extract<
    CommandName,
    'accept' | 'finish' | 'escalate' | 'confirm' | 'reopen' | 'withdraw' | 'comment'
  >;
  /** After the step before, ms. */
  wait: Millis;
}

type Path = readonly (readonly [Step['name'], from: Millis, to: Millis])[];

const accept = ['accept', HOUR / 2, 16 * HOUR] as const;
const finish = ['finish', 10 * HOUR, 4 * DAY] as const;
const upward = ['escalate', 4 * HOUR, 2 * DAY] as const;
const confirm = ['confirm', 2 * HOUR, 4 * DAY] as const;

/** How matters go, with how often: most are settled in the grid, some climb, some wait for an answer that never comes. */
const FATES: readonly { share: number; path: Path }[] = [
  { share: 0.42, path: [accept, finish, confirm] },
  { share: 0.12, path: [accept, finish] },
  { share: 0.05, path: [accept, ['comment', HOUR, DAY], finish, confirm] },
  { share: 0.04, path: [['withdraw', HOUR, 20 * HOUR]] },
  // Nobody takes it up in the grid, the clock brings it to the village.
  { share: 0.07, path: [['accept', 26 * HOUR, 4 * DAY], ['finish', DAY, 6 * DAY], confirm] },
  // Taken up and forgotten.
  { share: 0.05, path: [accept, ['accept', 8 * DAY, 12 * DAY], ['finish', DAY, 5 * DAY], confirm] },
  { share: 0.12, path: [accept, upward, ['accept', HOUR, DAY], ['finish', DAY, 8 * DAY], confirm] },
  {
    share: 0.07,
    path: [
      accept,
      upward,
      ['accept', HOUR, DAY],
      upward,
      ['accept', DAY, 3 * DAY],
      ['finish', 2 * DAY, 9 * DAY],
      confirm,
    ],
  },
  {
    share: 0.05,
    path: [
      accept,
      finish,
      ['reopen', HOUR, 2 * DAY],
      ['accept', HOUR, DAY],
      ['finish', DAY, 6 * DAY],
      confirm,
    ],
  },
  // Left alone by everybody: it ends up at the banner, supervised.
  { share: 0.01, path: [] },
];

export function fateOf(random: Random): Step[] {
  const drawn = random.next();
  let sum = 0;
  const fate = FATES.find(({ share }) => {
    sum += share;
    return drawn < sum;
  });
  return (fate ?? FATES[0]!).path.map(([name, from, to]) => ({ name, wait: random.int(from, to) }));
}
