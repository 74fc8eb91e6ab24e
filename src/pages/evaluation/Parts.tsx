import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CandidateView } from '../../../domain/contract/views';
import { PARTS, type PartName, weightsOf } from '../../../domain/evaluation/score';
import { accountOf } from '../../../domain/points/account';
import type { Scheme } from '../../../domain/points/rule';
import { Button } from '../../components';
import { spoken } from '../../components/a11y';
import { type EvaluationWords, useEvaluationWords } from '../../i18n/evaluation';
import { openPoints } from '../../routes';

interface Props {
  candidate: CandidateView;
  scheme: Scheme;
}

/** The three parts of a score; each opens to how it was counted, the points to every entry. */
export function Parts({ candidate, scheme }: Props) {
  const words = useEvaluationWords().evaluation;
  const [opened, setOpened] = useState<PartName>();
  const weights = weightsOf(candidate, scheme);
  return (
    <View>
      {PARTS.map((part) => {
        const { score } = candidate[part];
        return (
          <View key={part} id={`part-${part}`} className="evaluation__part">
            <View
              className="y-row y-row--live"
              hoverClass="y-pressed"
              onClick={() => setOpened(opened === part ? undefined : part)}
              aria-expanded={opened === part}
              {...spoken('button')}
            >
              <View className="y-grow y-strong">{words.part[part]}</View>
              <View className="y-note">
                {score === undefined ? words.leftOut : words.counts(Math.round(weights[part]))}
              </View>
              <View className="evaluation__figure y-figure">{figureWords(score)}</View>
              <View className={`y-turn${opened === part ? ' y-turn--open' : ''}`} />
            </View>
            {opened === part && (
              <View className="evaluation__how y-stack">
                {howWords(part, candidate, scheme, words)}
                {part === 'points' && (
                  <Button
                    id="entries"
                    kind="quiet"
                    onTap={() => openPoints(accountOf('worker', candidate.person))}
                  >
                    {words.entries}
                  </Button>
                )}
              </View>
            )}
          </View>
        );
      })}
      <View className="y-note">{words.how.sum}</View>
    </View>
  );
}

/** One decimal, always; a dash where there is no figure. */
export function figureWords(score: number | undefined): string {
  return score === undefined ? '—' : score.toFixed(1);
}

function howWords(
  part: PartName,
  { points, residents, review, months }: CandidateView,
  scheme: Scheme,
  { how }: EvaluationWords['evaluation'],
): string {
  switch (part) {
    case 'points':
      if (points.counted === undefined) return how.points(points.total, points.full, months);
      return points.score === undefined
        ? how.pointsFew(points.counted)
        : how.pointsSince(points.total, points.full, points.counted);
    case 'residents':
      return residents.score === undefined
        ? how.residentsFew(residents.n, scheme.fewestAnswers)
        : how.residents(scheme.fewestAnswers);
    case 'review':
      return review.score === undefined
        ? how.reviewFew(review.n, scheme.fewestReviews)
        : how.review(review.n);
  }
}
