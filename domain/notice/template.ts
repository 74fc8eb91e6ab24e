import { type Millis, shanghai } from '../time/shanghai';
import type { NoticeFacts } from './facts';
import type { NoticeKind, TemplateName } from './kinds';
import { noticeWords } from './words';

/** WeChat's field rules: `thing` ≤ 20 characters, `phrase` ≤ 5 Chinese characters, `time` a date and hour. */
const THING = 20;

export type TemplateData = Record<string, { value: string }>;

/** The fields as registered with WeChat, for the console and for the embedded cloud's stand-in. */
export const TEMPLATE_FIELDS = {
  task: { title: '待办提醒', fields: { thing1: '事项', thing2: '地点', thing3: '说明', time4: '截止时间' } },
  progress: {
    title: '办理进度通知',
    fields: { thing1: '事项', phrase2: '状态', thing3: '说明', time4: '时间' },
  },
} as const satisfies Record<TemplateName, { title: string; fields: Record<string, string> }>;

const PHRASE: Record<NoticeKind, string> = {
  new: '待受理',
  escalated: '已上报',
  climbed: '已升级',
  reopened: '未解决',
  supervised: '督办',
  answered: '已答复',
  'taken-up': '已升级',
  accepted: '已受理',
  finished: '待您确认',
  moved: '已上报',
  closed: '已办结',
  commented: '有留言',
  returned: '已退回',
  transferred: '已转办',
  assigned: '请您牵头',
  whistled: '请您帮忙',
  warned: '快到期',
  redo: '继续办理',
  overturned: '请受理',
  upheld: '不计考核',
  'extension-asked': '待批延期',
  'not-extended': '未同意',
  progressed: '办理中',
  suspended: '已挂起',
  resumed: '继续办理',
  extended: '已延期',
  planned: '已研究',
  explained: '已说明',
  deferred: '下次研究',
  refused: '不受理',
  merged: '合并办理',
  split: '分开办理',
  verified: '已核查',
  ended: '已结束',
  'contact-left': '待联系',
  'call-asked': '请回电话',
  'bind-asked': '待确认',
  'miss-reviewed': '已答复',
  'help-needed': '请关心',
  'miss-to-review': '待审核',
  bound: '已加入',
  'not-bound': '未加入',
  'session-due': '待开会',
  'session-missed': '未开会',
  'deed-given': '待办实事',
  'deed-late': '已到期',
  'entry-asked': '待您同意',
  'loss-asked': '提出扣分',
  'entry-booked': '已记分',
  'entry-declined': '未记分',
  'order-made': '代您兑换',
  'order-fetched': '已取走',
  'order-lapsing': '快到期',
  'points-merged': '已转入',
  'points-kept': '给您留着',
  'evaluation-due': '请您办理',
  'evaluation-late': '没有评完',
  'review-asked': '请您评议',
  'result-told': '评议结果',
  'appeal-asked': '申诉',
  'appeal-answered': '已答复',
  'honour-asked': '请您决定',
  'honour-retracted': '先不公布',
  'honour-shown': '名字公布了',
  'training-suggested': '培训',
  'roll-posted': '请看说明',
  'objection-asked': '请您答复',
  'objection-answered': '已答复',
};

/** What asks the reader to act by a deadline; everything else tells how a matter goes. */
const TASKS: readonly NoticeKind[] = [
  'new',
  'escalated',
  'climbed',
  'reopened',
  'supervised',
  'returned',
  'transferred',
  'assigned',
  'whistled',
  'warned',
  'redo',
  'overturned',
  'extension-asked',
  'contact-left',
  'call-asked',
  'bind-asked',
  'miss-to-review',
  'session-due',
  'session-missed',
  'deed-given',
  'deed-late',
  'entry-asked',
  'order-lapsing',
  'evaluation-due',
  'evaluation-late',
  'review-asked',
  'appeal-asked',
  'honour-asked',
  'objection-asked',
];

export function templateFor(kind: NoticeKind): TemplateName {
  return TASKS.includes(kind) ? 'task' : 'progress';
}

/** A notice in WeChat's fields: never empty, never over their length. */
export function templateData(kind: NoticeKind, facts: NoticeFacts, at: Millis): TemplateData {
  const { title, text, subject, place, gist } = noticeWords(kind, facts);
  const time = (instant: Millis) => shanghai(instant).format('YYYY年MM月DD日 HH:mm');
  if (templateFor(kind) === 'progress') {
    return fill({ thing1: subject, phrase2: PHRASE[kind], thing3: text.zh, time4: time(at) });
  }
  const until = 'until' in facts ? facts.until : undefined;
  return fill({ thing1: title.zh, thing2: place, thing3: gist, time4: time(until ?? at) });
}

/** Several notices of one person in one message: how many, and what the first ones are about. */
export function mergedData(
  notices: readonly { kind: NoticeKind; facts: NoticeFacts }[],
  at: Millis,
): TemplateData {
  const subjects = [...new Set(notices.map(({ kind, facts }) => noticeWords(kind, facts).title.zh))];
  return fill({
    thing1: `${notices.length}条新消息`,
    phrase2: '有进展',
    thing3: subjects.join('；'),
    time4: shanghai(at).format('YYYY年MM月DD日 HH:mm'),
  });
}

function fill(values: Record<string, string>): TemplateData {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      { value: field.startsWith('thing') ? shorten(value, THING) : value },
    ]),
  );
}

/** Cut to `most` UTF-16 units on whole characters; an empty value would be refused with 47003. */
export function shorten(value: string, most: number): string {
  const clean = value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (clean === '') return '无';
  if (clean.length <= most) return clean;
  let cut = '';
  for (const character of clean) {
    if (cut.length + character.length > most - 1) break;
    cut += character;
  }
  return `${cut}…`;
}
