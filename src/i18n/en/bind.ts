import type { bind as zh } from '../zh/bind';

export const bind: typeof zh = {
  title: 'My household',
  ask: 'What is the invite code of your household?',
  lead: 'Your grid worker has it: eight letters and digits.',
  code: 'Invite code',
  codeHint: 'For example K7M2PQ4R; small letters will do',
  codeWrong: 'The code has eight letters and digits, no 0, 1, I or O',
  name: 'Your name',
  nameHint: 'Your grid worker has to know it is you',
  nameMissing: 'Please write your name',
  consent: 'Please read this; only your yes binds you',
  consentLines: [
    'Why: so that you see the contacts with your home, what you reported, and who your grid worker is.',
    'What is kept: your name, your number with WeChat inside Yige, which household is yours, when you agreed.',
    'Who sees it: your grid worker, the grid chief and the village secretary.',
    'Not asked for: your phone number, your identity number, where you walk.',
    'You can take your consent back under “Me” at any time. That unbinds you and changes nothing for what you need.',
  ],
  version: (version) => `Version of this text: ${version}`,
  agree: 'I have read it and agree',
  agreeFirst: 'It can be sent once you agree',
  send: 'Send',
  sent: (worker) => `${worker || 'The grid chief'} has been told and will answer`,
  bound: 'You are bound',
  refused: (worker) => `${worker || 'The grid worker'} could not confirm it; you are not bound`,
  refusedHint:
    'Perhaps it was the wrong household. Please ask your grid worker, and come back with a new code.',
  open: 'See my home',
  sentHousehold: (head) => `You said you belong to the household of ${head}`,
  next: 'What happens next',
  nextLines: [
    'Your grid worker will confirm it, mostly on the same day.',
    'After that, open Yige again and you will see what concerns your home.',
    'If it is pressing, just call your grid worker.',
  ],
  done: 'All right',
};
