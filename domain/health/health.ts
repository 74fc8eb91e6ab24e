import type { Words } from '../error/refusal';
import { MINUTE, type Millis } from '../time/shanghai';

/** What a timer left behind when it last ran; its silence is an alarm. */
export interface Heartbeat {
  /** Name of the cloud function. */
  _id: string;
  at: Millis;
  counts: Record<string, number>;
  /** Why the last run broke off. */
  failed?: string;
}

/** How long a timer may be silent, a little over twice its period, and what it does for people. */
const TIMERS = {
  sweep: { silence: 25 * MINUTE, zh: '到期升级', en: 'Moves what is overdue' },
  dispatch: { silence: 25 * MINUTE, zh: '补发通知', en: 'Delivers late notices' },
  convene: { silence: 125 * MINUTE, zh: '研究会提醒', en: 'Opens and watches study sessions' },
  content: { silence: 25 * MINUTE, zh: '内容检查', en: 'Checks words and pictures' },
  registry: { silence: 125 * MINUTE, zh: '登记导入', en: 'Completes imports' },
  // Nightly and weekly: the auditor counts what they leave undone, so their silence is not judged.
  close: { silence: Number.POSITIVE_INFINITY, zh: '每周结账', en: 'Closes the books of a week' },
  remind: { silence: Number.POSITIVE_INFINITY, zh: '每周提醒', en: 'Weekly reminders' },
  settle: { silence: Number.POSITIVE_INFINITY, zh: '积分结算', en: 'Settles points' },
  evaluation: { silence: Number.POSITIVE_INFINITY, zh: '年度评议', en: 'Follows the yearly evaluation' },
  roll: { silence: Number.POSITIVE_INFINITY, zh: '先进名单', en: 'Makes the lists of a year' },
  shop: { silence: Number.POSITIVE_INFINITY, zh: '积分超市', en: 'Gives points of lapsed orders back' },
  audit: { silence: 65 * MINUTE, zh: '巡查', en: 'Looks for what should not exist' },
} as const satisfies Record<string, Words & { silence: Millis }>;

/** What should not exist, in words; each is a count of the auditor. */
const FAULTS = {
  overdue: { zh: '到期没有升级的问题', en: 'Problems overdue and not moved' },
  undelivered: { zh: '十五分钟还没送出的通知', en: 'Notices owed for over 15 minutes' },
  unclosed: { zh: '已过的一周还没有汇总的网格', en: 'Grids without a summary of the past week' },
  unheld: { zh: '过了期限没有开、也没有提醒的研究会', en: 'Study sessions overdue and nobody told' },
  unlanded: { zh: '研究会定了、还没落到问题上的', en: 'Decisions that have not reached their matters' },
  unopened: { zh: '没有建立的研究会', en: 'Running periods without a study session' },
  unsettled: { zh: '到期还没有结算的积分月份', en: 'Months whose points are not settled' },
  unshut: { zh: '到期还没有结账的积分年度', en: 'Years whose points books are not closed' },
  unlapsed: { zh: '过期没取、还没退回的积分兑换', en: 'Lapsed orders whose points were not given back' },
  appeals: {
    zh: '拖着没有答复的评议申诉、该动没有动的评议',
    en: 'Appeals long unanswered, evaluations stuck',
  },
  unevaluated: { zh: '过了三月还没有评完上一年的村', en: 'Villages whose last year is not final by April' },
  unrolled: { zh: '评议生效了、还没有做名单的村', en: 'Final evaluations without their lists' },
  lost: { zh: '没有下一步的问题', en: 'Open problems without a next step' },
} as const satisfies Record<string, Words>;

export interface TimerHealth {
  name: string;
  words: Words;
  /** Absent: it has never run. */
  lastAt?: Millis;
  silent: boolean;
  failed?: string;
}

export interface Health {
  well: boolean;
  timers: TimerHealth[];
  /** What the auditor last counted, worst first; empty when nothing is wrong. */
  wrong: { what: string; words: Words; count: number }[];
}

/** Whether every timer spoke in time, and what the auditor found. */
export function healthOf(heartbeats: readonly Heartbeat[], at: Millis): Health {
  const last = new Map(heartbeats.map((beat) => [beat._id, beat]));
  const names = [...new Set([...Object.keys(TIMERS), ...last.keys()])].sort();
  const timers = names.map((name) => timer(name, last.get(name), at));
  const wrong = Object.entries(last.get('audit')?.counts ?? {})
    .filter(([, count]) => count > 0)
    .map(([what, count]) => ({ what, count, words: wordsOf(FAULTS, what) }))
    .sort((a, b) => b.count - a.count);
  return {
    well: wrong.length === 0 && timers.every(({ silent, failed }) => !silent && !failed),
    timers,
    wrong,
  };
}

function timer(name: string, beat: Heartbeat | undefined, at: Millis): TimerHealth {
  const expected = Object.hasOwn(TIMERS, name) ? TIMERS[name as keyof typeof TIMERS].silence : undefined;
  return {
    name,
    words: wordsOf(TIMERS, name),
    ...(beat ? { lastAt: beat.at } : {}),
    // A timer that is not in the list is shown and not judged.
    silent:
      expected !== undefined && Number.isFinite(expected) && (beat === undefined || at - beat.at > expected),
    ...(beat?.failed ? { failed: beat.failed } : {}),
  };
}

function wordsOf(table: Record<string, Words>, name: string): Words {
  const { zh, en } = Object.hasOwn(table, name) ? table[name]! : { zh: name, en: name };
  return { zh, en };
}
