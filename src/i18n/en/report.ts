import type { Dictionary } from '../zh';

export const report: Dictionary['report'] = {
  title: 'Report a problem',
  category: 'What is it about?',
  behalf: (name) => `For ${name}'s household`,
  say: 'Tell us',
  sayHint: 'Where is it, what happened, what would help',
  change: 'Change',
  orVoice: 'Or just say it',
  more: 'Photos and place (optional)',
  photos: 'Photos',
  place: 'Place',
  confidential: 'Keep my name hidden',
  confidentialHint: 'Those who work on it do not see who reported',
  danger: 'Is somebody in danger? Call first',
  dangerHint: 'Then come back and tell us here',
  emergency: { police: 'Police 110', fire: 'Fire 119', doctor: 'Ambulance 120' },
  send: 'Send',
  wordsFirst: 'Write a few words, or record a voice note',
  sent: 'Sent',
};
