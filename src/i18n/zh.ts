import { acts } from './zh/acts';
import { contact } from './zh/contact';
import { home } from './zh/home';
import { household, leave } from './zh/household';
import { outbox } from './zh/outbox';
import { door, inbox, left, me, problems } from './zh/pages';
import { problem } from './zh/problem';
import { report } from './zh/report';
import { survey } from './zh/survey';

/** The source of truth: what is missing in another language is a type error there. Words of a neighbour, not of an office. */
export const zh = {
  app: { name: '一格', motto: '小事一格解决' },
  tabs: { home: '首页', problems: '诉求', inbox: '消息', me: '我的' },
  state: {
    loading: '正在打开…',
    empty: '这里还没有内容',
    failed: '没能打开',
    offline: '网络不通',
    offlineHint: '恢复网络后会自动更新',
    retry: '再试一次',
    stale: (at: string) => `没有网络，显示的是 ${at} 的内容`,
    asOf: (at: string) => `截至 ${at}`,
  },
  action: {
    back: '返回',
    cancel: '取消',
    close: '关闭',
    confirm: '确定',
    done: '完成',
    save: '保存',
    send: '送出',
    busy: '请稍候…',
    remove: '删除',
  },
  photo: {
    add: '拍照或选照片',
    remove: '删除这张照片',
    count: (used: number, most: number) => `${used}/${most} 张`,
  },
  voice: {
    start: '按一下，开始说话',
    stop: '说完了',
    recording: '正在录音',
    play: '听一听',
    pause: '停止播放',
    again: '重新录音',
    refused: '没有得到麦克风的许可，请改用文字',
    seconds: (count: number) => `${count} 秒`,
  },
  place: {
    choose: '选择地点',
    change: '换一个地点',
    here: '用现在的位置',
    words: '在哪里？例如：三社机耕路东头',
    marked: '已记下位置',
    accuracy: (metres: number) => `误差约 ${metres} 米，仅供参考`,
    none: '没有取得位置，写上地点就可以',
  },
  time: {
    today: '今天',
    yesterday: '昨天',
    tomorrow: '明天',
    until: (day: string, clock: string) => `${day}${clock}`,
    date: (month: number, day: number) => `${month}月${day}日`,
    year: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  },
  home,
  contact,
  household,
  leave,
  survey,
  report,
  acts,
  problem,
  problems,
  inbox,
  me,
  door,
  left,
  outbox,
  cell: { due: '待联系', reached: '已联系', unreachable: '联系不上' },
};

export type Dictionary = typeof zh;
