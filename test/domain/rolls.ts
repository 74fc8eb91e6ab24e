import { consented, HONOUR_VERSION, recommended } from '../../domain/roll/honour';
import { rollOfWorkers } from '../../domain/roll/make';
import type { Roll } from '../../domain/roll/roll';
import { DAY } from '../../domain/time/shanghai';
import { candidate, FINAL_AT, finalEvaluation } from './evaluations';

export const NOW = FINAL_AT + DAY;
export const TEN = Array.from({ length: 10 }, (_, n) => candidate(`w${n}`, 95 - n * 4));

export const A = { person: 'chief', name: '王海' };
export const B = { person: 'secretary', name: '张建国' };
export const SAY = { subject: 'w0', honour: '最美网格员', text: '随叫随到' };
export const WHO = { people: ['w0'], household: 'h7' };
export const base = (): Roll => ({ ...rollOfWorkers(finalEvaluation(TEN), NOW), outbox: [] });
export const line = (roll: Roll) => roll.top[0]!;
export const agree = (roll: Roll, until = NOW + 100 * DAY, at = NOW) =>
  consented(roll, { subject: 'w0', until, version: HONOUR_VERSION }, { person: 'w0', name: '名w0' }, at);
export const twice = () => recommended(recommended(base(), SAY, A, WHO, NOW), SAY, B, WHO, NOW);
