import { acts } from './en/acts';
import { contact } from './en/contact';
import { home } from './en/home';
import { household, leave } from './en/household';
import { outbox } from './en/outbox';
import { door, inbox, left, me, problems } from './en/pages';
import { problem } from './en/problem';
import { report } from './en/report';
import { survey } from './en/survey';
import type { Dictionary } from './zh';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const en = {
  app: { name: 'Yige', motto: 'Small matters, solved in one cell' },
  tabs: { home: 'Home', problems: 'Matters', inbox: 'Inbox', me: 'Me' },
  state: {
    loading: 'Opening…',
    empty: 'Nothing here yet',
    failed: 'This did not open',
    offline: 'No connection',
    offlineHint: 'It updates by itself when the connection is back',
    retry: 'Try again',
    stale: (at: string) => `No connection; this is how it was at ${at}`,
    asOf: (at: string) => `As of ${at}`,
  },
  action: {
    back: 'Back',
    cancel: 'Cancel',
    close: 'Close',
    confirm: 'OK',
    done: 'Done',
    save: 'Save',
    send: 'Send',
    busy: 'One moment…',
    remove: 'Remove',
  },
  photo: {
    add: 'Take or choose a photo',
    remove: 'Remove this photo',
    count: (used, most) => `${used} of ${most}`,
  },
  voice: {
    start: 'Tap and speak',
    stop: 'I am done',
    recording: 'Recording',
    play: 'Listen',
    pause: 'Stop',
    again: 'Record again',
    refused: 'The microphone is not allowed here; please write instead',
    seconds: (count) => `${count} s`,
  },
  place: {
    choose: 'Choose a place',
    change: 'Choose another place',
    here: 'Use where I am',
    words: 'Where? For example: east end of the farm track',
    marked: 'Position noted',
    accuracy: (metres) => `About ${metres} m off; only a hint`,
    none: 'No position; words are enough',
  },
  time: {
    today: 'Today',
    yesterday: 'Yesterday',
    tomorrow: 'Tomorrow',
    until: (day, clock) => `${day} ${clock}`,
    date: (month, day) => `${day} ${MONTHS[month - 1]}`,
    year: (year, month, day) => `${day} ${MONTHS[month - 1]} ${year}`,
  },
  home,
  contact,
  household,
  leave,
  survey,
  report,
  acts,
  problem,
  problems,
  inbox,
  me,
  door,
  left,
  outbox,
  cell: { due: 'To contact', reached: 'Contacted', unreachable: 'No answer' },
} satisfies Dictionary;
