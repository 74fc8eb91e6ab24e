import fc from 'fast-check';
import { GRADES } from '../../domain/evaluation/evaluation';
import { listText } from '../../domain/evaluation/final';
import { gradeOf, PARTS, weightsOf } from '../../domain/evaluation/score';
import { maskedName } from '../../domain/registry/mask';
import { rollOfWorkers } from '../../domain/roll/make';
import { SCHEME } from './evaluations';
import { NOW } from './rolls';
import { finalOf, sha256, someVillage, type WorkerYear } from './villages';

const shuffled = (village: readonly WorkerYear[]) =>
  fc.shuffledSubarray([...village], { minLength: village.length, maxLength: village.length });

/** A village is up to two hundred workers: fewer of them, and a counterexample is told as it was found. */
const RUNS = { numRuns: 40, endOnFailure: true };

/** Whole villages, through the domain's own steps from the first mark to the roll. */
describe('any village’s year', () => {
  test('weights are 100 over what is there, a score is of 0 to 100, and a better score is no worse a grade', () => {
    fc.assert(
      fc.property(someVillage, (village) => {
        const evaluation = finalOf(village);
        expect(evaluation.state).toBe('final');
        expect(evaluation.candidates).toHaveLength(village.length);
        const scored = evaluation.candidates.flatMap((one) =>
          one.score === undefined ? [] : [{ ...one, score: one.score }],
        );
        for (const candidate of evaluation.candidates) {
          const { exempt, score, grade } = candidate;
          expect([score === undefined, grade === undefined]).toEqual(exempt ? [true, true] : [false, false]);
          const weights = weightsOf(candidate, SCHEME);
          for (const part of PARTS) if (candidate[part].score === undefined) expect(weights[part]).toBe(0);
          if (!exempt) expect(PARTS.reduce((sum, part) => sum + weights[part], 0)).toBeCloseTo(100);
        }
        const inOrder = [...scored].sort((a, b) => b.score - a.score);
        inOrder.forEach(({ score, grade }, nth) => {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
          expect(grade).toBe(gradeOf(score, SCHEME));
          const better = inOrder[nth - 1];
          if (better) expect(GRADES.indexOf(better.grade!)).toBeLessThanOrEqual(GRADES.indexOf(grade!));
        });
      }),
      RUNS,
    );
  });

  test('nobody exempt is on a roll; the top takes its ties in, the bottom spares them, few have neither', () => {
    fc.assert(
      fc.property(someVillage, (village) => {
        const evaluation = finalOf(village);
        const roll = rollOfWorkers(evaluation, NOW);
        const scores = new Map(
          evaluation.candidates.flatMap(({ person, score }) =>
            score === undefined ? [] : [[person, score]],
          ),
        );
        const all = [...scores.values()];
        const places = all.length < SCHEME.fewestRanked ? 0 : Math.floor(all.length / 10);
        const above = (score: number) => all.filter((other) => other > score).length;
        const below = (score: number) => all.filter((other) => other <= score).length;
        const expected = (fits: (score: number) => boolean) =>
          [...scores].flatMap(([person, score]) => (fits(score) ? [person] : [])).sort();
        // Rank is one more than how many are better: 1, 2, 2, 4.
        expect(roll.top.map(({ subject }) => subject).sort()).toEqual(
          expected((score) => above(score) + 1 <= places),
        );
        for (const { subject, rank, score } of roll.top)
          expect([rank, score]).toEqual([above(scores.get(subject)!) + 1, scores.get(subject)]);
        expect(roll.bottom.map(({ subject }) => subject).sort()).toEqual(
          expected((score) => below(score) <= places),
        );
        expect(roll.bottom.length).toBeLessThanOrEqual(places);
        if (places > 0) expect(roll.top.length).toBeGreaterThanOrEqual(places);
        // Neither rank nor score stands beside a suggestion, and only who it is for hears of it.
        for (const line of roll.bottom)
          expect(Object.keys(line).sort()).toEqual(['areaPath', 'name', 'subject']);
        expect(roll.outbox.map(({ to }) => to)).toEqual(
          roll.bottom.map(({ subject }) => ({ person: subject })),
        );
      }),
      RUNS,
    );
  });

  test('from outside the village a name is its first character, and no name is told whole', () => {
    // Cyrillic, Mongolian and combined letters too, and somebody of a single character.
    const name = fc.oneof(
      fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
      fc.constantFrom('格', '苏雅拉', '额尔德尼·巴雅尔', '𠮷田', 'Бат'),
    );
    fc.assert(
      fc.property(name, (whole) => {
        const masked = maskedName(whole);
        const letters = [...whole];
        expect(masked).toMatch(/^.\*{1,2}$/su);
        expect([...masked][0]).toBe(letters[0]);
        // How long it is tells no more than that it is longer than two.
        expect(masked).toBe(maskedName(`${letters.slice(0, 3).join('')}`));
      }),
    );
  });

  test('list, hash and roll are the same in whatever order everybody came', () => {
    fc.assert(
      fc.property(
        someVillage.chain((village) => fc.tuple(fc.constant(village), shuffled(village))),
        ([village, permuted]) => {
          const [one, other] = [finalOf(village), finalOf(permuted)];
          expect(listText(other)).toBe(listText(one));
          expect(other.hash).toBe(sha256(listText(one)));
          // Also where the candidates themselves stand in another order.
          const turned = { ...one, candidates: [...one.candidates].reverse() };
          expect(listText(turned)).toBe(listText(one));
          const roll = rollOfWorkers(one, NOW);
          for (const again of [other, turned].map((same) => rollOfWorkers(same, NOW)))
            expect([again.top, again.bottom, again.hash]).toEqual([roll.top, roll.bottom, roll.hash]);
        },
      ),
      RUNS,
    );
  });
});
