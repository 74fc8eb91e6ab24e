import { isMoot } from '../../domain/notice/moot';
import type { Notice } from '../../domain/notice/notice';
import { recommended, withdrawn } from '../../domain/roll/honour';
import { retracted } from '../../domain/roll/retract';
import type { Roll } from '../../domain/roll/roll';
import { repaired, signedUp } from '../../domain/roll/training';
import { DAY } from '../../domain/time/shanghai';
import { A, agree, B, base, NOW, SAY, twice, WHO } from './rolls';

describe('a pending push about a roll', () => {
  type Kind = 'honour-asked' | 'honour-shown' | 'honour-retracted' | 'training-suggested';
  const notice = (kind: Kind, to: string, name: string): Notice => ({
    _id: `${base()._id}.${to}.${kind}.${to}`,
    kind,
    to,
    about: { kind: 'roll', id: base()._id },
    urgent: false,
    at: NOW,
    facts: { name, areaPath: '', year: '2025', what: SAY.honour },
    attempts: [],
  });

  test('is not sent any more once the candidate has decided, or signed up, or was struck off', () => {
    const asked = notice('honour-asked', 'w0', '名w0');
    expect(isMoot(asked, NOW, { roll: twice() })).toBe(false);
    expect(isMoot(asked, NOW, { roll: agree(twice()) })).toBe(true);
    // Of two who bear the same name, each decides for themselves.
    const { top } = agree(twice());
    const namesake = { ...top[0]!, subject: 'w00', consents: [] };
    const other = notice('honour-asked', 'w00', '名w0');
    expect(isMoot(other, NOW, { roll: { ...base(), top: [...top, namesake] } })).toBe(false);
    const offered = notice('training-suggested', 'w9', '名w9');
    expect(isMoot(offered, NOW, { roll: base() })).toBe(false);
    expect(isMoot(offered, NOW, { roll: signedUp(base(), 'w9', NOW) })).toBe(true);
    expect(isMoot(offered, NOW, { roll: repaired(base(), 'w9', '补上了', B, NOW) })).toBe(true);
  });

  const back = (roll: Roll, { person }: typeof A) => retracted(roll, 'w0', person, WHO, NOW);

  test('asks for no consent while nobody’s word stands, nor for one given since', () => {
    const asked = notice('honour-asked', 'w0', '名w0');
    const nobody = back(recommended(base(), SAY, A, WHO, NOW), A);
    expect(isMoot(asked, NOW, { roll: nobody })).toBe(true);
    expect(isMoot(asked, NOW, { roll: recommended(nobody, SAY, B, WHO, NOW) })).toBe(false);
    // Asked again after a no to an earlier one.
    const again = { ...asked, at: NOW + DAY };
    expect(isMoot(again, NOW + DAY, { roll: withdrawn(agree(twice()), 'w0', A, NOW) })).toBe(false);
    expect(isMoot(again, NOW + DAY, { roll: agree(twice(), NOW + 9 * DAY, NOW + DAY) })).toBe(true);
  });

  test('says only how it is: public, or not public', () => {
    const [shown, gone] = [notice('honour-shown', 'w0', '名w0'), notice('honour-retracted', 'w0', '名w0')];
    const roll = agree(twice());
    expect([shown, gone].map((one) => isMoot(one, NOW, { roll }))).toEqual([false, true]);
    expect([shown, gone].map((one) => isMoot(one, NOW, { roll: back(roll, A) }))).toEqual([true, false]);
  });
});
