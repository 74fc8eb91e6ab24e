/** 说明改了: what has changed since a household joined. A new wording adds a line here. */
export const renew = {
  title: '说明改了，请再看一遍',
  lead: '接着参加还是退出，由您家定。没答以前，分数和换好的东西都不动，只是先不能换新的、不能申请。',
  changed: '改了哪里',
  /** `after`: the version that did not say it yet. */
  changes: [
    {
      after: '2026-11',
      text: '每年关账以后，会按全年得分推荐一次光荣户；公不公布由您家定，从来不公布分数和名次。以前写的是不排名次。',
    },
  ],
  now: '现在的说明',
  yes: '看明白了，接着参加',
  yesFor: '念过了，他们接着参加',
  done: '记下了，接着参加',
  counter: '积分的说明改了，请他们自己或网格员先看过，才能换新的',
};
