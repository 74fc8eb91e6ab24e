import type { Dictionary } from '../zh';

export const problems: Dictionary['problems'] = {
  scope: { mine: 'Mine', desk: 'On my desk', area: 'All', linked: 'Of my households' },
  scopes: 'Which ones',
  none: {
    mine: 'You have not reported anything yet',
    desk: 'Nothing is on your desk',
    area: 'Nobody has reported anything here yet',
  },
  only: {
    now: 'Needs me',
    lead: 'I lead',
    helper: 'I help',
    suspended: 'On hold',
    waiting: 'To confirm',
    all: 'All mine',
  },
  onlyLabel: 'Which ones',
  count: (label, count) => `${label} ${count}`,
  pick: 'Choose one on the left to read it here',
  more: 'Show more',
  end: 'That is all',
};

export const inbox: Dictionary['inbox'] = {
  none: 'No messages yet',
  unread: 'Unread',
  older: (count: number) => `${count} more`,
  fewer: 'Less',
  readAll: 'I have seen them all',
};

export const door: Dictionary['door'] = {
  signedOut: 'Nobody is signed in here',
  signedOutHint: 'Open Yige in WeChat; on a computer use the link that your office gave you',
  expired: 'Your session has ended',
  unregistered: 'You are not registered yet',
  unregisteredHint: 'Residents: please ask your grid worker for an invite code',
  bind: 'I have an invite code',
};

export const left: Dictionary['left'] = {
  days: (days) => `${days} ${days === 1 ? 'day' : 'days'} left`,
  hours: (hours) => `${hours} ${hours === 1 ? 'hour' : 'hours'} left`,
  minutes: (minutes) => `${minutes} min left`,
  overDays: (days) => `${days} ${days === 1 ? 'day' : 'days'} overdue`,
  overHours: (hours) => `${hours} ${hours === 1 ? 'hour' : 'hours'} overdue`,
  over: 'Overdue',
};

export const me: Dictionary['me'] = {
  language: 'Language',
  type: 'Size of type',
  usual: 'Usual',
  large: 'Large',
  role: {
    resident: 'Resident',
    worker: 'Grid worker',
    chief: 'Grid chief',
    secretary: 'Village secretary',
    official: 'Official',
    handler: 'Handler',
    supervisor: 'Supervisor',
    admin: 'Administrator',
  },
  messages: 'What WeChat may tell me',
  messagesHint: 'Everything else is in the inbox too. Danger always comes.',
  privacy: 'What is kept about you',
  privacyLines: [
    'Kept: name, phone, address, what you report, contacts. They are needed to find you and to get things done.',
    'Not kept: where you walk, time online, sign-ins, identity numbers.',
    'When you report confidentially, those who work on it do not see who you are.',
    'To see, correct or delete what is kept, ask your grid worker or the village.',
  ],
  complaint: 'Complaints and advice',
  complaintText:
    'Not satisfied, or an idea for Yige? Tell the service centre of your village, or call the hotline 12345.',
  logOut: 'Sign out',
  logOutAsk: 'Nothing of yours stays on this device.',
  logOutWaiting: (count) => `${count} not sent yet; signing out loses them.`,
  stay: 'Stay signed in',
};
