import { isMoot } from '../../domain/notice/moot';
import type { Notice } from '../../domain/notice/notice';
import { repaired, signedUp } from '../../domain/roll/training';
import { agree, B, base, NOW, SAY, twice } from './rolls';

describe('a pending push about a roll', () => {
  const notice = (kind: 'honour-asked' | 'training-suggested', to: string, name: string): Notice => ({
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
});
