export const reach = {
  title: 'Please phone',
  heading: 'Whom no message reaches',
  lead: 'WeChat messages do not get through to them; phone when it is urgent',
  none: 'Messages reach everybody',
  noneHint: 'Whoever cannot be reached appears here',
  count: (count: number) => `${count} out of reach`,
  since: (when: string) => `Out of reach since ${when}`,
  load: 'Messages a grid worker gets in a week',
  mean: (mean: number) => `${mean} each`,
  of: (messages: number, workers: number) => `${messages} for ${workers} workers`,
};
