export const health = {
  title: 'Health',
  well: 'All is well',
  unwell: 'Something is wrong',
  nothing: 'Nothing was missed',
  nothingHint: 'No matter overdue and unmoved, no notice undelivered',
  wrong: 'What should not exist',
  timers: 'Timers',
  last: (when: string) => `Last run ${when}`,
  never: 'Never ran yet',
  runs: 'Runs',
  silent: 'Silent',
  failed: 'Broke off',
};
