import type { Dictionary } from '../zh';

export const household: Dictionary['household'] = {
  title: 'Household',
  gone: 'This household was not found',
  people: (count) => `${count} ${count === 1 ? 'person' : 'people'}`,
  waiting: {
    title: 'Says to be of this household; please answer',
    says: (name, when) => `${name}, ${when}`,
    hint: 'If you know them and they live here, say yes.',
    yes: 'Yes, lives here',
    no: 'No',
    bound: (name) => `${name} can now see what concerns their home`,
    notBound: 'Noted; not bound',
  },
  open: 'Not settled yet',
  history: 'What went before',
  noHistory: 'No contacts in the last half year',
  by: (name) => `by ${name}`,
  mine: 'by me',
  word: {
    yes: 'The household says: yes',
    no: 'The household says: no',
    unreached: 'Nobody picked up when called back',
  },
  wordBy: { resident: 'resident', chief: 'call-back by the chief' },
  bound: 'Who is bound',
  nobody: 'Nobody yet',
  since: (day) => `since ${day}`,
  invite: {
    title: 'Invite this household',
    hint: 'They scan this with WeChat, or type the code in Yige.',
    hintCode: 'They type this code in Yige.',
    make: 'Show an invite code',
    again: 'Make a new code',
    until: (day) => `Valid until ${day}`,
  },
  record: 'Record a contact',
  behalf: 'Report a problem for them',
  points: 'Points shop',
};

export const leave: Dictionary['leave'] = {
  title: 'Take consent back',
  button: 'Unbind',
  lead: 'You can take your consent back at any time, without a reason.',
  ask: 'Unbind from your household?',
  lines: [
    'You will no longer see contacts with your home and what you reported here.',
    'What you have reported is still worked on to the end.',
    'To come back, ask your grid worker for a new invite code.',
  ],
  stay: 'Stay bound',
  go: 'Unbind',
  done: 'You are unbound; your consent is taken back',
};
