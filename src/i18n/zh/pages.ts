/** Lists of problems, the inbox, the person's own page, and the door when nobody is signed in. */
export const problems = {
  scope: { mine: '我反映的', desk: '我手上的', area: '全部', linked: '联系户的' },
  scopes: '看哪些',
  none: { mine: '您还没有反映过问题', desk: '您手上没有问题', area: '这里还没有人反映问题' },
  only: {
    now: '要我办的',
    lead: '我牵头的',
    helper: '我帮忙的',
    suspended: '挂起的',
    waiting: '等确认的',
    all: '我经手的',
  },
  onlyLabel: '看哪些',
  count: (label: string, count: number) => `${label} ${count}`,
  pick: '点左边的一件，在这里看',
  more: '再看一些',
  end: '就这些了',
};

export const inbox = {
  none: '还没有消息',
  unread: '未读',
  older: (count: number) => `还有 ${count} 条`,
  fewer: '收起',
  readAll: '全部看过了',
};

export const door = {
  signedOut: '这里还没有登录',
  signedOutHint: '请从微信里打开“一格”；在电脑上请用工作人员给您的登录链接',
  expired: '登录过期了',
  unregistered: '还没有登记您',
  unregisteredHint: '是居民的话，请向您的网格员要邀请码',
  bind: '我有邀请码',
};

export const left = {
  days: (days: number) => `还剩 ${days} 天`,
  hours: (hours: number) => `还剩 ${hours} 小时`,
  minutes: (minutes: number) => `还剩 ${minutes} 分钟`,
  overDays: (days: number) => `已超期 ${days} 天`,
  overHours: (hours: number) => `已超期 ${hours} 小时`,
  over: '已超期',
};

export const me = {
  language: '语言',
  type: '字的大小',
  usual: '标准',
  large: '大字版',
  role: {
    resident: '居民',
    worker: '网格员',
    chief: '网格长',
    secretary: '村党组织书记',
    official: '镇旗干部',
    handler: '部门承办人',
    supervisor: '监督员',
    admin: '管理员',
  },
  messages: '微信里提醒我什么',
  messagesHint: '没有选的也都在“消息”里。遇到危险一定会提醒您。',
  privacy: '您的信息',
  privacyLines: [
    '留下的：姓名、电话、住址、反映的问题、联系记录。用来找到人、办成事。',
    '不留的：行走轨迹、在线时间、签到、身份证号。',
    '保密反映的，办事的人看不到是谁反映的。',
    '想看、想改、想删自己的信息，请找您的网格员或村里。',
  ],
  complaint: '投诉建议',
  complaintText: '对办理不满意，或者对“一格”有建议，请到嘎查村（社区）党群服务中心说，也可以打 12345。',
  logOut: '退出登录',
  logOutAsk: '退出后，这台设备上不留您的内容。',
  logOutWaiting: (count: number) => `还有 ${count} 项没有送出，退出就丢了。`,
  stay: '先不退出',
};
