import type { Dictionary } from '../zh';

export const survey: Dictionary['survey'] = {
  ask: (year, name) => `${name} looked after your household in ${year}. How was it?`,
  said: {
    satisfied: 'Satisfied',
    basically: 'Basically',
    unsatisfied: 'Not satisfied',
    unsure: 'Cannot say',
  },
  why: 'Only totals are counted, nobody sees your answer. You need not answer.',
  thanks: 'Noted, thank you',
  answered: (said) => `Your answer about this year: ${said}`,
  change: 'Change',
  askFor: (year, name) => `Ask for this household: how did ${name} do in ${year}?`,
  askHow:
    'Nobody here uses the app. Ask at the door or by phone, then tap what they say; if they would rather not, leave it.',
  asked: 'It has been asked. What was said is not shown; tapping again replaces it.',
  by: 'How you asked',
  visit: 'At the door',
  phone: 'By phone',
};
