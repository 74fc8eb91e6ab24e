import type { Dictionary } from '../zh';

/** "grid chief Li" begins a sentence with a capital. */
function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** "Today 06:58" stands inside a sentence. */
function inside(when: string): string {
  return when.replace(/^(?:Today|Tomorrow|Yesterday)/, (day) => day.toLowerCase());
}

export const problem: Dictionary['problem'] = {
  title: 'Matter',
  about: (category) => category,
  voiceOnly: 'A voice note, open to listen',
  urgent: 'Urgent',
  confidential: 'Confidential',
  status: {
    reported: 'Waiting',
    accepted: 'In hand',
    finished: 'To confirm',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
    suspended: 'On hold',
    refused: 'Not taken',
    merged: 'Merged',
  },
  role: {
    resident: 'resident',
    reporter: 'the resident',
    worker: 'grid worker ',
    chief: 'grid chief ',
    secretary: 'village secretary ',
    official: {
      grid: 'official ',
      village: 'official ',
      township: 'township official ',
      banner: 'banner official ',
    },
    handler: 'handler ',
    supervisor: 'supervisor ',
    admin: 'administrator ',
  },
  seat: {
    worker: (area) => `the grid worker of ${area}`,
    chief: (area) => `the grid chief of ${area}`,
    secretary: (area) => `the secretary of ${area}`,
    official: (area) => `the official of ${area}`,
    handler: (area) => `the handler of ${area}`,
    supervisor: (area) => `the supervisor of ${area}`,
    admin: (area) => `the administrator of ${area}`,
  },
  mine: {
    reported: ({ category, who, until }) =>
      `Your report (${category}) is with ${who}, who takes it up by ${inside(until)}`,
    accepted: ({ category, who, until }) =>
      `Your report (${category}) is in the hands of ${who}; you have an answer by ${inside(until)}`,
    supervised: ({ category, who, until }) =>
      `Your report (${category}) is supervised by the banner; ${who} has it and is asked again by ${inside(until)}`,
    finished: ({ category, who, until }) =>
      sentence(
        `${who} says your report (${category}) is done. Is it solved? Please tell us by ${inside(until)}`,
      ),
    solved: ({ category }) => `Your report (${category}) is solved. Thank you for telling us`,
    unanswered: ({ category }) =>
      `Your report (${category}) was closed without your answer. If it is not solved, report it again`,
    withdrawn: () => 'You took this report back',
    suspended: ({ category, who, until }) =>
      `Your matter (${category}) is on hold at ${who} and goes on ${until}`,
    refused: ({ category, who }) => `${who} cannot take your matter (${category}); the reason stands below`,
    merged: ({ category }) =>
      `Your matter (${category}) is dealt with together with the same one of somebody else`,
  },
  others: {
    yours: ({ until }) => `This waits for you to take it up by ${inside(until)}`,
    yoursOn: ({ until }) => `This is in your hands; answer the resident by ${inside(until)}`,
    reported: ({ who, until }) => `With ${who}, to be taken up by ${inside(until)}`,
    accepted: ({ who, until }) => sentence(`${who} is working on it, answer due by ${inside(until)}`),
    supervised: ({ who, until }) =>
      `Supervised by the banner; ${who} has it and is asked again by ${inside(until)}`,
    finished: ({ who, until }) =>
      sentence(`${who} has done it; the resident can confirm until ${inside(until)}`),
    solved: () => 'The resident confirmed that it is solved',
    unanswered: () => 'Closed because no answer came; not counted as satisfied',
    withdrawn: () => 'The resident took it back; nothing more to do',
    suspended: ({ who, until }) => `On hold at ${who}, goes on ${until}`,
    refused: ({ who }) => `Not taken by ${who}, who told why`,
    merged: () => 'Merged into another matter',
  },
  row: {
    reported: ({ who, until }) => `With ${who}, to be taken up by ${inside(until)}`,
    accepted: ({ who, until }) => sentence(`${who} is on it, answer by ${inside(until)}`),
    finished: ({ who }) => sentence(`${who} says it is done; to be confirmed`),
    toConfirm: ({ who }) => sentence(`${who} says it is done; please confirm`),
    closed: ({ who }) => `Done by ${who}`,
    withdrawn: () => 'Taken back',
    suspended: ({ who, until }) => `On hold at ${who} until ${until}`,
    refused: ({ who }) => `Not taken by ${who}`,
    merged: () => 'Merged into another',
  },
  why: 'Why this date?',
  whyLess: 'Show less',
  said: 'What was reported',
  place: (words) => `Place: ${words}`,
  by: (name, when) => `Reported by ${name}, ${inside(when)}`,
  byBehalf: (name, worker, when) => `Reported for ${name} by ${worker}, ${inside(when)}`,
  byHidden: (when) => `Reported ${inside(when)}; the name is hidden`,
  timeline: 'What happened',
  line: {
    you: 'You',
    resident: 'The resident',
    neighbour: 'A neighbour',
    report: (who) => sentence(`${who} reported this`),
    behalf: (who) => sentence(`${who} reported this for the resident`),
    accept: (who) => sentence(`${who} took it up`),
    finish: (who) => sentence(`${who} says it is done`),
    escalate: (who, to) => sentence(`${who} passed it up to ${to}`),
    climb: (to) => `Not dealt with in time; it moved up to ${to}`,
    supervise: 'Still not done; the banner supervises it',
    supervisedBy: (who) => sentence(`${who} supervises it`),
    confirm: (who) => sentence(`${who} confirmed that it is solved`),
    reopen: (who, to) =>
      to
        ? sentence(`${who} said it is not solved; now with ${to}`)
        : sentence(`${who} said it is not solved`),
    lapse: 'No answer came; closed for now',
    withdraw: (who) => sentence(`${who} took it back`),
    comment: (who) => sentence(`${who} wrote`),
    until: {
      accept: (until) => `To be taken up by ${inside(until)}`,
      solve: (until) => `To be done by ${inside(until)}`,
      supervise: (until) => `Asked again by ${inside(until)}`,
      answer: (until) => `Please confirm by ${inside(until)}`,
      promise: (until) => `promised by ${until}`,
      resume: (until) => `goes on ${until}`,
    },
    refuse: (who) => `${who} cannot take it`,
    assign: (who) => `${who} named who leads`,
    whistle: (who) => `${who} called for help`,
    progress: (who) => `${who} told how it goes`,
    suspend: (who) => `${who} put it on hold`,
    resume: (who) => `${who} goes on with it`,
    extend: (who) => `${who} asked for more time`,
    grant: (who) => `${who} agreed to more time`,
    deny: (who) => `${who} did not agree to more time`,
    return: (who, to) => sentence(to ? `${who} returned it to ${to}` : `${who} returned it`),
    transfer: (who, to) => sentence(to ? `${who} passed it on to ${to}` : `${who} passed it on`),
    merge: (who) => `${who} merged it with another`,
    adopt: (who) => `${who} merged the same matter into it`,
    split: (who) => `${who} split off a part`,
    verify: (who) => `${who} saw it on site, it is done`,
    redo: (who) => `${who} saw it on site, it is not done yet`,
    uphold: (who) => `${who} found it out of scope indeed`,
    overturn: (who) => `${who} found that it must be taken`,
    plan: (who) => `${who}: a session set the way and the day`,
    explain: (who) => `${who}: a session told why it cannot be done`,
    defer: (who) => `${who}: a session put it off to the next`,
    rate: (who) => `${who} gave stars`,
    join: (who) => `${who} has the same problem`,
    warn: 'Time is running, a warning was given',
  },
  stars: 'Are you satisfied?',
  star: (stars) => `${stars} of 5`,
  starWords: ['Not at all', 'Not really', 'So-so', 'Satisfied', 'Very satisfied'],
  wordsToo: 'Add a few words (optional)',
  photos: 'Photos (optional)',
};
