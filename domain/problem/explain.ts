import type { Level } from '../area/area';
import type { Words } from '../error/refusal';
import { DAY, HOUR, type Millis, shanghai } from '../time/shanghai';
import { daysOff } from '../time/workday';
import type { Deadline, DeadlineKind } from './ladder';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

const PROMISE: Record<DeadlineKind, Words> = {
  accept: { zh: '受理', en: 'be taken up' },
  solve: { zh: '办结', en: 'be done' },
  supervise: { zh: '再次督办', en: 'be asked for again' },
  answer: { zh: '等您答复', en: 'be answered by the reporter' },
};

const PERIOD = {
  'half-month': { zh: '嘎查村每半月', en: 'every half month in the village' },
  month: { zh: '苏木镇每月', en: 'every month in the township' },
  quarter: { zh: '旗里每季度', en: 'every quarter in the banner' },
} as const;

const LEVEL: Record<Level, Words> = {
  grid: { zh: '网格', en: 'the grid' },
  village: { zh: '嘎查村（社区）', en: 'the village' },
  township: { zh: '苏木镇', en: 'the township' },
  banner: { zh: '旗', en: 'the banner' },
};

/**
 * Why a deadline lies where it lies, line by line: the promise, the start, the rule, what was skipped.
 * "应于周三 10:00 前办结，因为……"
 */
export function explain(deadline: Deadline): Words[] {
  const { kind, from, at, rule, level } = deadline;
  const lines: Words[] = [
    {
      zh: `应于${day(at)}前${PROMISE[kind].zh}，因为：`,
      en: `To ${PROMISE[kind].en} by ${iso(at)}, because:`,
    },
    { zh: `${day(from)}到${LEVEL[level].zh}`, en: `it reached ${LEVEL[level].en} on ${iso(from)}` },
  ];
  switch (rule.kind) {
    case 'elapsed':
      return [...lines, { zh: `按规定${length(rule.ms).zh}内`, en: `the rule gives ${length(rule.ms).en}` }];
    case 'workdays':
      return [
        ...lines,
        { zh: `按规定${rule.days}个工作日内`, en: `the rule gives ${rule.days} working days` },
        ...skipped(from, at),
      ];
    case 'study':
      return [
        ...lines,
        { zh: `${PERIOD[rule.period].zh}研究一次`, en: `difficulties are studied ${PERIOD[rule.period].en}` },
        {
          zh: `离本期结束不足${rule.minDays}天的，放到下一期`,
          en: `with fewer than ${rule.minDays} days left it goes to the following period`,
        },
      ];
  }
}

function skipped(from: Millis, at: Millis): Words[] {
  const off = daysOff(from, at);
  if (off.length === 0) return [];
  return [
    {
      zh: `中间${off.length}天不是工作日（${off.join('、')}）`,
      en: `${off.length} days are not working days (${off.join(', ')})`,
    },
  ];
}

function length(ms: Millis): Words {
  const hours = ms / HOUR;
  if (hours <= 48) return { zh: `${hours}小时`, en: `${hours} hours` };
  return { zh: `${ms / DAY}天`, en: `${ms / DAY} days` };
}

function day(at: Millis): string {
  const when = shanghai(at);
  return `${when.format('M月D日')}（${WEEKDAYS[when.day()]}）${when.format('HH:mm')}`;
}

function iso(at: Millis): string {
  return shanghai(at).format('YYYY-MM-DD HH:mm');
}
