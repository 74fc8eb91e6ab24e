import type { Level } from '../area/area';
import type { Words } from '../error/refusal';
import type { Span } from '../time/period';
import { DAY, HOUR, lastMoment, type Millis } from '../time/shanghai';
import { daysOff } from '../time/workday';
import type { Deadline, DeadlineKind } from './ladder';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** What must have happened by the deadline. */
const PROMISE: Record<DeadlineKind, (by: Words) => Words> = {
  accept: (by) => ({ zh: `应于${by.zh}前受理，因为：`, en: `To be taken up by ${by.en}, because:` }),
  solve: (by) => ({ zh: `应于${by.zh}前办结，因为：`, en: `To be done by ${by.en}, because:` }),
  promise: (by) => ({
    zh: `研究会答应${by.zh}前办好，因为：`,
    en: `A session promised it by ${by.en}, because:`,
  }),
  resume: (by) => ({
    zh: `挂起到${by.zh}，到时接着办，因为：`,
    en: `It stands still until ${by.en} and then goes on, because:`,
  }),
  supervise: (by) => ({
    zh: `${by.zh}再督办一次，因为：`,
    en: `To be asked for again on ${by.en}, because:`,
  }),
  answer: (by) => ({
    zh: `请在${by.zh}前说一声解决了没有，因为：`,
    en: `The reporter can say by ${by.en} whether it is solved, because:`,
  }),
};

/** From when the time counts. */
const START: Record<DeadlineKind, (from: Words, level: Words) => Words> = {
  accept: (from, level) => ({ zh: `${from.zh}到${level.zh}`, en: `it reached ${level.en} on ${from.en}` }),
  solve: (from, level) => ({ zh: `${from.zh}到${level.zh}`, en: `it reached ${level.en} on ${from.en}` }),
  promise: (from) => ({ zh: `${from.zh}开会研究`, en: `it was studied on ${from.en}` }),
  resume: (from) => ({ zh: `${from.zh}起挂起`, en: `it was suspended on ${from.en}` }),
  supervise: (from) => ({ zh: `${from.zh}挂牌督办`, en: `it was put under supervision on ${from.en}` }),
  answer: (from) => ({ zh: `${from.zh}办好`, en: `it was reported as done on ${from.en}` }),
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
 * Why a deadline lies where it lies, line by line: the promise, the start, the rule, what was skipped, what was
 * suspended, what was extended. "应于周三 10:00 前办结，因为……"
 */
export function explain(deadline: Deadline): Words[] {
  const { kind, from, at, level, pauses = [], extended } = deadline;
  return [
    PROMISE[kind](moment(at)),
    START[kind](moment(from), LEVEL[level]),
    ...ground(deadline),
    ...pauses.map(stoodStill),
    ...(extended ? [longer(extended)] : []),
  ];
}

function ground({ rule, from, at, pauses = [], extended }: Deadline): Words[] {
  switch (rule.kind) {
    case 'elapsed':
      return [{ zh: `按规定${length(rule.ms).zh}内`, en: `the rule gives ${length(rule.ms).en}` }];
    case 'workdays': {
      const stood = pauses.reduce((sum, pause) => sum + pause.to - pause.from, 0);
      return [
        { zh: `按规定${rule.days}个工作日内`, en: `the rule gives ${rule.days} working days` },
        ...skipped(from, (extended?.from ?? at) - stood),
      ];
    }
    case 'study':
      return [
        { zh: `${PERIOD[rule.period].zh}研究一次`, en: `difficulties are studied ${PERIOD[rule.period].en}` },
        {
          zh: `离本期结束不足${rule.minDays}天的，放到下一期`,
          en: `with fewer than ${rule.minDays} days left it goes to the following period`,
        },
      ];
    case 'deferred':
      return [
        {
          zh: `${PERIOD[rule.period].zh}研究一次，这次会上决定放到下一期，只能放一次`,
          en: `difficulties are studied ${PERIOD[rule.period].en}; the session put it off, which it may do once`,
        },
      ];
    case 'date':
      return [{ zh: '日期是当时定下的', en: 'the day was named then' }];
  }
}

function stoodStill({ from, to }: Span): Words {
  const [since, until] = [moment(from), moment(to)];
  return {
    zh: `${since.zh}到${until.zh}挂起，这段时间不算`,
    en: `from ${since.en} to ${until.en} it was suspended, which does not count`,
  };
}

function longer({ from, to }: Span): Words {
  const [was, is] = [moment(from), moment(to)];
  return {
    zh: `经上一级同意，由${was.zh}延到${is.zh}`,
    en: `one level up agreed to ${is.en} instead of ${was.en}`,
  };
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

function moment(at: Millis): Words {
  const { day, clock } = lastMoment(at);
  return {
    zh: `${day.format('M月D日')}（${WEEKDAYS[day.day()]}）${clock}`,
    en: `${day.format('YYYY-MM-DD')} ${clock}`,
  };
}
