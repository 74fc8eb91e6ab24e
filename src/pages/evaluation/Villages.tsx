import { View } from '@tarojs/components';
import type { EvaluationOutputs, EvaluationRow } from '../../../domain/contract/views';
import { evaluationId } from '../../../domain/evaluation/evaluation';
import { Card, Tag } from '../../components';
import { spoken } from '../../components/a11y';
import type { Tone } from '../../components/Tag';
import { useEvaluationWords } from '../../i18n/evaluation';
import { openEvaluation } from '../../routes';

const TONE: Record<NonNullable<EvaluationRow['state']> | 'none', Tone> = {
  none: 'plain',
  collecting: 'active',
  graded: 'due',
  signed: 'due',
  final: 'done',
};

/** How far each village is. */
export function Villages({ list }: { list: EvaluationOutputs['evaluation.list'] }) {
  const words = useEvaluationWords().evaluation;
  return (
    <Card id="villages">
      {list.rows.map(({ village, state, candidates, openAppeals }) => (
        <View
          key={village.code}
          id={`village-${village.code}`}
          className="y-row y-row--live"
          hoverClass="y-pressed"
          onClick={() => openEvaluation(evaluationId(village.code, list.year))}
          {...spoken('button')}
        >
          <View className="y-grow">
            <View className="y-grow y-strong">{village.name}</View>
            {candidates > 0 && <View className="y-note">{words.villages.people(candidates)}</View>}
          </View>
          {openAppeals > 0 && <Tag tone="danger">{words.villages.appeals(openAppeals)}</Tag>}
          <Tag tone={TONE[state ?? 'none']}>{words.state[state ?? 'none']}</Tag>
        </View>
      ))}
    </Card>
  );
}
