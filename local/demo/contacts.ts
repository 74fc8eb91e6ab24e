import type { Activity, Channel } from '../../domain/contact/channel';
import type { Entry } from '../../domain/contact/entry';
import { type ContactSheet, counted, newSheet } from '../../domain/contact/sheet';
import { recentWeeks, type WeekKey, weekSpan } from '../../domain/time/period';
import { DAY, HOUR, MINUTE, type Millis } from '../../domain/time/shanghai';
import type { DemoPerson } from './people';
import type { Random } from './random';
import { type Synthetic, synthetic } from './synthetic';

export type DemoSheet = Synthetic<ContactSheet>;

/** Finished weeks, and the running one as far as it has come. */
const WEEKS = 9;
/** A little under half of the contacts are meetings: nine households of ten are met once a month so. */
const MET = 0.43;
/** Monday to Sunday: by when in the week people are contacted. */
const BY_WEEKDAY = [0.17, 0.36, 0.53, 0.68, 0.84, 0.95, 1];

const NOTES: readonly string[] = [
  '老人腿脚好些了，药按时吃',
  '玉米已经收完，准备卖粮',
  '问医保缴费怎么办，已说明',
  '孩子周末回来，家里都好',
  '羊圈修好了，谢谢帮忙联系',
  '想学大棚番茄，已登记培训',
  '提醒冬季用炉安全、防煤气中毒',
  '渠道清淤已通知，周六出工',
  '低保年审材料已帮着备齐',
  '牧草够用，担心下雪封路',
];
const ACTIVITIES: readonly Activity[] = [
  'policy',
  'errand',
  'opinion',
  'clean-up',
  'mediation',
  'development',
  'legal-aid',
];

export interface Week {
  key: WeekKey;
  from: Millis;
}

/** Newest first. */
export function weeksUpTo(now: Millis): Week[] {
  return recentWeeks(now, WEEKS).map((key) => ({ key, from: weekSpan(key).from }));
}

/** A worker's sheets, as `record` would have left them; weeks in which nothing happened yet have none. */
export function* sheetsOf(
  worker: DemoPerson,
  weeks: readonly Week[],
  now: Millis,
  random: Random,
): Generator<DemoSheet> {
  const diligence = 0.85 + 0.12 * random.next();
  for (const week of weeks) {
    const entries: Record<string, Entry> = {};
    for (const { household } of worker.links ?? []) {
      const entry = contactIn(week, worker._id, diligence, now, random);
      if (entry) entries[household] = entry;
    }
    if (Object.keys(entries).length > 0)
      yield synthetic(counted({ ...newSheet(worker, week.key), rev: 1, entries }));
  }
}

function contactIn(week: Week, by: string, diligence: number, now: Millis, random: Random): Entry | null {
  const chance = random.next();
  const inPerson = random.chance(MET);
  const channel = channelOf(inPerson, random);
  const drawn = random.next();
  const weekday = BY_WEEKDAY.findIndex((share) => drawn <= share);
  const at = week.from + weekday * DAY + 8 * HOUR + random.int(0, 12 * 60) * MINUTE;
  const syncedAt = at + random.int(0, 3) * random.int(1, 60) * MINUTE;
  const noted = random.chance(0.06) ? random.pick(NOTES) : null;
  const activity = random.chance(0.1) ? random.pick(ACTIVITIES) : null;
  if (chance > diligence || syncedAt > now) return null;
  return {
    channel,
    inPerson,
    at,
    ...(noted ? { note: noted } : {}),
    ...(activity ? { activities: { [activity]: 1 } } : {}),
    by,
    syncedAt,
  };
}

function channelOf(inPerson: boolean, random: Random): Channel {
  const drawn = random.next();
  if (inPerson) return drawn < 0.78 ? 'home' : 'field';
  if (drawn < 0.5) return 'phone';
  return drawn < 0.95 ? 'wechat' : 'poster';
}
