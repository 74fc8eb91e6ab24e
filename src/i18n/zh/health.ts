/** Whether the clockwork runs. */
export const health = {
  title: '运行情况',
  well: '一切正常',
  unwell: '有些地方不对',
  nothing: '没有漏掉的事',
  nothingHint: '没有到期不动的问题，没有送不出的通知',
  wrong: '不该有的',
  timers: '定时任务',
  last: (when: string) => `上次 ${when}`,
  never: '还没有运行过',
  runs: '正常',
  silent: '没有动静',
  failed: '中断',
};
