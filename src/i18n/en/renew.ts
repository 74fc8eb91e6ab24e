import type { renew as zh } from '../zh/renew';

export const renew: typeof zh = {
  title: 'The wording has changed: please read it again',
  lead: 'Whether you go on or leave is up to you. Until you answer, your points and what you ordered stay as they are; only nothing new can be ordered or asked for.',
  changed: 'What has changed',
  changes: [
    {
      after: '2026-11',
      text: 'When a year is closed, the households with most points are proposed once for the honour list; whether yours is published is up to you, points and ranks never are. Before, it said that nobody is ranked.',
    },
  ],
  now: 'As it is now',
  yes: 'We understand and go on',
  yesFor: 'I read it out, they go on',
  done: 'Noted: you go on',
  counter:
    'The wording about points has changed; they or their worker must see it before anything new is ordered',
};
