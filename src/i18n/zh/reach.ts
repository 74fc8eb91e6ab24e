/** Whom no message reaches. */
export const reach = {
  title: '请打电话',
  heading: '谁收不到消息',
  lead: '微信提醒送不到的人，急事请直接打电话',
  none: '大家都收得到消息',
  noneHint: '有人收不到时会出现在这里',
  count: (count: number) => `${count} 人收不到`,
  since: (when: string) => `${when} 起收不到`,
  load: '网格员每周收到几条提醒',
  mean: (mean: number) => `每人 ${mean} 条`,
  of: (messages: number, workers: number) => `${workers} 人共 ${messages} 条`,
};
