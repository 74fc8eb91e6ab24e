/** One sentence on where a matter stands: about what, who has it, until when. */
interface Standing {
  category: string;
  who: string;
  until: string;
}

export const problem = {
  title: '问题',
  about: (category: string) => `${category}问题`,
  voiceOnly: '语音反映，请点开听',
  urgent: '紧急',
  confidential: '保密',
  status: {
    reported: '待受理',
    accepted: '办理中',
    finished: '待确认',
    closed: '已办结',
    withdrawn: '已撤回',
  },
  role: {
    resident: '居民',
    reporter: '反映人',
    worker: '网格员',
    chief: '网格长',
    secretary: '村党组织书记',
    official: { grid: '干部', village: '干部', township: '镇干部', banner: '旗干部' },
    handler: '承办人',
    supervisor: '监督员',
    admin: '管理员',
  },
  /** A desk while nobody on it is named. */
  seat: {
    worker: (area: string) => `${area}网格员`,
    chief: (area: string) => `${area}网格长`,
    secretary: (area: string) => `${area}书记`,
    official: (area: string) => `${area}干部`,
    handler: (area: string) => `${area}承办人`,
    supervisor: (area: string) => `${area}监督员`,
    admin: (area: string) => `${area}管理员`,
  },
  /** To the person who reported it. */
  mine: {
    reported: ({ category, who, until }: Standing) =>
      `您反映的${category}问题，已经交给${who}，${until}前受理`,
    accepted: ({ category, who, until }: Standing) =>
      `您反映的${category}问题，${who}正在办，${until}前答复您`,
    supervised: ({ category, who, until }: Standing) =>
      `您反映的${category}问题，旗里正在督办，由${who}负责，${until}前再催一次`,
    finished: ({ category, who, until }: Standing) =>
      `您反映的${category}问题，${who}说办好了。解决了吗？请在${until}前告诉我们`,
    solved: ({ category }: Standing) => `您反映的${category}问题已经解决，谢谢您告诉我们`,
    unanswered: ({ category }: Standing) => `您反映的${category}问题已先办结；没解决的话，可以再反映一次`,
    withdrawn: () => '您撤回了这个问题',
  },
  /** To everybody else. */
  others: {
    yours: ({ until }: Standing) => `这件事等您在${until}前受理`,
    yoursOn: ({ until }: Standing) => `这件事您正在办，请在${until}前答复居民`,
    reported: ({ who, until }: Standing) => `现在在${who}这里，${until}前受理`,
    accepted: ({ who, until }: Standing) => `${who}正在办，${until}前答复居民`,
    supervised: ({ who, until }: Standing) => `旗里挂牌督办，由${who}负责，${until}前再催一次`,
    finished: ({ who, until }: Standing) => `${who}办好了，等居民在${until}前确认`,
    solved: () => '居民确认已经解决',
    unanswered: () => '居民一直没有答复，先办结，不算满意',
    withdrawn: () => '居民撤回了，不用再办',
  },
  /** In a list: who has it, until when. */
  row: {
    reported: ({ who, until }: Standing) => `${who}，${until}前受理`,
    accepted: ({ who, until }: Standing) => `${who}正在办，${until}前答复`,
    finished: ({ who }: Standing) => `${who}说办好了，等反映人确认`,
    toConfirm: ({ who }: Standing) => `${who}说办好了，等您确认`,
    closed: ({ who }: Standing) => `${who}办结`,
    withdrawn: () => '反映人撤回了',
  },
  why: '为什么是这个时间？',
  whyLess: '收起',
  said: '反映的内容',
  place: (words: string) => `地点：${words}`,
  by: (name: string, when: string) => `${name}，${when} 反映`,
  byBehalf: (name: string, worker: string, when: string) => `${name}，${when} 由网格员${worker}代为反映`,
  byHidden: (when: string) => `${when} 反映，反映人保密`,
  timeline: '办理经过',
  line: {
    you: '您',
    resident: '居民',
    report: (who: string) => `${who}反映了这个问题`,
    behalf: (who: string) => `${who}替居民反映了这个问题`,
    accept: (who: string) => `${who}受理了`,
    finish: (who: string) => `${who}说办好了`,
    escalate: (who: string, to: string) => `${who}上报给${to}`,
    climb: (to: string) => `到期没有办，自动转到${to}`,
    supervise: '到期仍没办完，旗里挂牌督办',
    confirm: (who: string) => `${who}确认已经解决`,
    reopen: (who: string, to: string) => (to ? `${who}说没解决，转到${to}` : `${who}说没解决`),
    lapse: '一直没有收到答复，先办结',
    withdraw: (who: string) => `${who}撤回了`,
    comment: (who: string) => `${who}留言`,
    until: {
      accept: (until: string) => `${until}前受理`,
      solve: (until: string) => `${until}前办好`,
      supervise: (until: string) => `${until}前再催一次`,
      answer: (until: string) => `请在${until}前确认`,
    },
  },
  act: {
    accept: '我来办',
    finish: '办好了',
    escalate: '上报上一级',
    confirm: '已经解决',
    reopen: '没解决',
    withdraw: '撤回',
    comment: '留言',
  },
  ask: {
    finish: { title: '怎么办好的？', label: '办理结果', hint: '居民会看到这几句话' },
    escalate: { title: '为什么要上报？', label: '原因', hint: '例如：需要水利部门才能修' },
    confirm: { title: '解决了，谢谢您', label: '想说的话（可以不写）', hint: '办得怎么样？' },
    reopen: { title: '哪里没解决？', label: '情况', hint: '写一两句，会转给上一级' },
    withdraw: { title: '不用办了吗？', label: '原因（可以不写）', hint: '撤回后就不再办了' },
    comment: { title: '留句话', label: '', hint: '双方都能看到，不影响期限' },
  },
  stars: '满意吗？',
  star: (stars: number) => `${stars} 星`,
  starWords: ['不满意', '不太满意', '一般', '满意', '很满意'],
  wordsToo: '写几句话（可以不写）',
  photos: '照片（可以不拍）',
  needWords: '请写一两句话',
  told: {
    accept: '好的，已告诉反映人',
    finish: '已请反映人确认',
    escalate: '已上报，也告诉了反映人',
    confirm: '谢谢您的答复',
    reopen: '知道了，已转到上一级',
    withdraw: '已撤回',
    comment: '已留言',
  },
};
