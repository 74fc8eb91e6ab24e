import { relationsTo } from '../../domain/access/relation';
import { deskKey, type Person, type PostRole } from '../../domain/person/person';
import type { Relation } from '../../domain/problem/commands';
import type { Problem } from '../../domain/problem/problem';
import { aPerson, aProblem, aWorker, GRID, NOW } from './build';
import { step, UNIT, WORKER } from './stage';

const FAR = '150625100211001';
const at = (role: PostRole, area: string, unit?: string): Person => {
  const post = { role, area, areaPath: '', ...(unit ? { unit } : {}) };
  return { ...aPerson(`x-${role}`, [post]), desks: [deskKey(role, area, unit)] };
};
const resident = (id: string, area = GRID): Person => ({ ...aPerson(id, []), household: `h-${id}`, area });
const of = (problem: Problem, person: Person) => [...relationsTo(problem, person, NOW)].sort();

const problem = aProblem();
const village = step(problem, 'escalate', 'holder');
const banner = aProblem({}, NOW, 'banner');

/** Every role, in the place and out of it, and how it stands to a matter on the grid chief’s desk. */
const TABLE: [who: string, person: Person, is: Relation[]][] = [
  ['the reporter', resident('r1'), ['reporter']],
  ['a resident of the village', resident('r2'), ['neighbour']],
  ['a resident of another village', resident('r3', FAR), []],
  ['the household’s worker', aWorker(), ['linked']],
  ['another worker of the grid', aWorker(0), []],
  ['the grid’s chief', at('chief', GRID), ['holder', 'scope']],
  ['another grid’s chief', at('chief', FAR), []],
  ['the village’s secretary', at('secretary', '150625100208'), ['above', 'scope']],
  ['another village’s secretary', at('secretary', '150625100211'), []],
  ['the township’s official', at('official', '150625100'), ['above', 'scope']],
  ['another township’s official', at('official', '150625101'), []],
  ['the banner’s official', at('official', '150625'), ['above', 'scope']],
  ['a unit that was not called', at('handler', '150625', '旗供电局'), []],
  ['a supervisor', at('supervisor', '150625'), ['scope', 'supervisor']],
  ['the administrator', at('admin', '150625'), ['scope']],
];

describe('how a person stands to a problem', () => {
  test.each(TABLE)('%s', (_, person, is) => {
    expect(of(problem, person)).toEqual(is);
  });

  test('once it is above, the former holder only looks on', () => {
    expect(of(village, at('chief', GRID))).toEqual(['scope']);
    expect(of(village, at('secretary', '150625100208'))).toEqual(['holder', 'scope']);
  });

  test('over the banner’s desk is the supervisor, over a supervisor’s nobody', () => {
    expect(of(banner, at('supervisor', '150625'))).toEqual(['above', 'scope', 'supervisor']);
    expect(of(banner, at('official', '150625'))).toEqual(['holder', 'scope']);
    const third = {
      ...banner,
      holder: { ...banner.holder, role: 'supervisor' as const, key: 'supervisor@150625' },
    };
    expect(of(third, at('supervisor', '150625'))).toEqual(['holder', 'scope', 'supervisor']);
  });

  test('units of one area are told apart: only the one that was called helps', () => {
    const called = step(problem, 'whistle', 'holder', NOW, { parties: [UNIT] });
    expect(of(called, at('handler', '150625', '旗水利局'))).toEqual(['helper']);
    expect(of(called, at('handler', '150625', '旗供电局'))).toEqual([]);
    expect(of(called, at('handler', '150625'))).toEqual([]);
  });

  test('a lead in person leads wherever the links are', () => {
    const led = step(problem, 'assign', 'holder', NOW, { party: WORKER });
    expect(of(led, aWorker(0))).toEqual(['lead']);
  });

  test('where nobody has a phone, the household’s worker of today answers', () => {
    const w9 = { person: 'w9', name: '从前的网格员' };
    const spoken: Problem = { ...problem, reporter: w9, onBehalfBy: w9 };
    expect(of(spoken, aWorker())).toEqual(['linked', 'teller']);
    expect(of({ ...spoken, reporter: problem.reporter }, aWorker())).toEqual(['linked']);
  });

  test('what was told in confidence has no neighbours', () => {
    expect(of(aProblem({ confidential: true }), resident('r2'))).toEqual([]);
  });
});
