import { View } from '@tarojs/components';
import type { VersionView } from '../../../domain/contract/views';
import { Card } from '../../components';
import { useRuleWords } from '../../i18n/rules';

/** How a year is evaluated, in sentences. */
export function Scheme({ scheme }: Pick<VersionView, 'scheme'>) {
  const { scheme: words } = useRuleWords().rules;
  const { weights, fullPoints, fewestAnswers, fewestReviews, grades, monthsToGrade, appealDays } = scheme;
  const lines = [
    words.weights(weights.points, weights.residents, weights.review),
    words.full(fullPoints),
    words.fewest(fewestAnswers, fewestReviews),
    words.grades(grades.excellent, grades.good, grades.basic),
    words.months(monthsToGrade),
    words.appeal(appealDays),
  ];
  return (
    <Card id="scheme" title={words.title}>
      {lines.map((line) => (
        <View key={line} className="y-line">
          {line}
        </View>
      ))}
    </Card>
  );
}
