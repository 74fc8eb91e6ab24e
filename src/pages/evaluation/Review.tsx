import { View } from '@tarojs/components';
import type { EvaluationView } from '../../../domain/contract/views';
import { MARKS } from '../../../domain/evaluation/evaluation';
import { Card, Choice, useTell } from '../../components';
import { useEvaluationWords } from '../../i18n/evaluation';

interface Props {
  view: EvaluationView;
  onChange(): Promise<void>;
}

/** One tap for each name; no figures here, so that the marks are the reviewer's own. */
export function Review({ view, onChange }: Props) {
  const words = useEvaluationWords().evaluation;
  const { tell, error } = useTell(onChange);
  const people = view.toReview ?? [];
  const left = people.filter(({ mark }) => mark === undefined).length;
  const where = { village: view.village.code, year: view.year };
  return (
    <Card id="review" title={words.review.title} tone={left > 0 ? 'due' : 'done'}>
      <View className="y-hint">
        {words.review.hint}
        <View>{words.review.left(left)}</View>
      </View>
      {error !== undefined && <View className="y-wrong">{error}</View>}
      {people.map(({ person, name, areaPath, mark }) => (
        <View key={person} id={`mark-${person}`} className="y-line y-stack">
          <View className="y-strong">{name}</View>
          <View className="y-note">{areaPath}</View>
          <Choice
            label={name}
            options={MARKS.map((value) => ({ value, label: words.mark[value] }))}
            value={mark}
            onChange={(said) =>
              void tell(
                'evaluation.review',
                { ...where, marks: [{ person, mark: said }] },
                words.review.saved,
              )
            }
          />
        </View>
      ))}
    </Card>
  );
}
