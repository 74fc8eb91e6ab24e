import { View } from '@tarojs/components';
import type { ProblemView } from '../../../domain/contract/views';
import { groupOf } from '../../../domain/problem/category';
import { StateView, Tick } from '../../components';
import { dayWords, useWords } from '../../i18n';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';

const OPEN: readonly ProblemView['status'][] = ['reported', 'accepted', 'suspended', 'finished'];

interface Props {
  problem: ProblemView;
  value: string;
  onChange(other: string): void;
}

/** The other open matters of this kind that are looked after here. */
export function OtherField({ problem, value, onChange }: Props) {
  const words = useWords();
  const query = useQuery('problem.list', { scope: 'desk', only: 'all' });
  const others = (query.data?.problems ?? []).filter(
    ({ id, category, status }) =>
      id !== problem.id && OPEN.includes(status) && groupOf(category) === groupOf(problem.category),
  );
  return (
    <StateView query={query} empty={others.length === 0} emptyWords={words.acts.noOther}>
      <View className="problem__choices">
        {others.map(({ id, summary, area, createdAt }) => (
          <Tick
            key={id}
            on={id === value}
            label={summary || words.problem.voiceOnly}
            hint={`${area.path} · ${dayWords(createdAt, cloud.now(), words)}`}
            onChange={() => onChange(id)}
          />
        ))}
      </View>
    </StateView>
  );
}
