import { leadersAmong } from '../../domain/evaluation/kin';
import { marksOf, reviewed } from '../../domain/evaluation/review';
import type { Person } from '../../domain/person/person';
import { aPerson, aWorker } from './build';
import { begun, VILLAGE, workers } from './evaluations';

describe('reviewers', () => {
  test('nobody marks themselves or their family, and such a mark never counts', () => {
    const family = [{ ...workers(1)[0]!, household: 'h5' }];
    const judge = { _id: 'r1', household: 'h5' };
    const good = [{ person: 'w0', mark: 'good' as const }];
    expect(() => reviewed(begun(), judge, good, family)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', path: 'marks.0.mark' }),
    );
    const slipped = { ...begun(), marks: { r1: { w0: 'good' as const }, r2: { w0: 'poor' as const } } };
    expect(marksOf(slipped, family[0]!, [judge, { _id: 'r2' }])).toEqual(['poor']);
  });

  test('the secretary leads; where every secretary is graded or kin, the township does, else the banner', () => {
    const secretary = aPerson('s1', [{ role: 'secretary', area: VILLAGE, areaPath: '' }], {
      household: 'h7',
    });
    const official = aPerson('o1', [{ role: 'official', area: '150625100', areaPath: '' }]);
    const worker = aWorker(12, { household: 'h8' });
    const lead = (people: Person[]) => leadersAmong(people, VILLAGE).map(({ _id }) => _id);
    expect(lead([secretary, official, worker])).toEqual(['s1']);
    expect(lead([secretary, official, { ...worker, household: 'h7' }])).toEqual(['o1']);
    expect(lead([official, worker])).toEqual(['o1']);
    expect(lead([secretary, { ...worker, household: 'h7' }])).toEqual([]);
    const banner = aPerson('b1', [{ role: 'official', area: '150625', areaPath: '' }]);
    expect(lead([secretary, banner, { ...worker, household: 'h7' }])).toEqual(['b1']);
  });
});
