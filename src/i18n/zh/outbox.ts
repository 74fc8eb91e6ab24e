/** What a command is called while it lies on the phone; a name that is missing here is `other`. */
const what: Record<string, string> = {
  'contact.save': '联系记录',
  'contact.review': '“联系不上”的核实',
  'contact.callBack': '电话回访',
  'household.invite': '邀请住户',
  'household.answer': '住户绑定的答复',
  'household.vouch': '对联系的答复',
  'household.callMe': '请网格员来电',
  'problem.report': '反映问题',
  'problem.accept': '受理',
  'problem.finish': '办理结果',
  'problem.escalate': '上报',
  'problem.confirm': '确认已经解决',
  'problem.reopen': '说没解决',
  'problem.withdraw': '撤回',
  'problem.comment': '留言',
};

/** What happened and what to do, by the code of the refusal; without one the server's own words stand. */
const why: Record<string, string> = {
  PERIOD_CLOSED: '那一周的台账已经关了，这次联系没能记上。请在本周再联系一次，或告诉网格长',
  NOT_YOURS: '这户（这件事）已经交给别人负责了，所以没有记上。请告诉现在负责的人，再删掉这一条',
  NOT_NOW: '这件事已经有了新的进展，这一步用不上了。请打开看看现在的情况，再删掉这一条',
  NOT_FOUND: '要改的内容已经不在了，这一条可以删掉',
  FORBIDDEN: '您现在的岗位不能做这件事了。请告诉网格长，再删掉这一条',
  ID_REUSED: '这一条和已经送出的不一样了，没能再送。请打开看看，需要时重新填一次',
  INTERNAL: '系统一直没能处理这一条，已经记下问题。可以过一会儿再试',
  FILE_LOST: '照片或录音已经不在手机里。可以不带照片再送一次，或者删掉重报',
};

/** What waits on the phone. */
export const outbox = {
  title: '未上传',
  badge: (count: number) => `未上传 ${count} 条`,
  badgeAside: (count: number) => `${count} 条没送成，点开看看`,
  heading: (count: number) => (count === 0 ? '都送出了' : `${count} 条还在手机里`),
  lead: '有网络时自动送出，不用守着',
  none: '手机里没有等着送的内容',
  aside: '没送成，等您看看',
  asideHint: '这几条没有记上，不影响其他内容',
  waiting: '等网络，会自动送出',
  since: (when: string) => `${when} 记下`,
  files: (count: number) => `照片、录音 ${count} 个`,
  households: (names: string, count: number) => (count > 3 ? `${names}等 ${count} 户` : names),
  unknown: (count: number) => `${count} 户`,
  send: '现在送出',
  trying: '正在送，送不出去的会留着',
  see: '看看现在',
  again: '再试一次',
  drop: '删掉这一条',
  dropAsk: '删掉后就找不回来了。确定不要了吗？',
  kept: '已留在手机里，有网络时自动送出',
  unsent: '已记，未送出',
  what,
  other: '一项操作',
  why,
};
