import { View } from '@tarojs/components';
import type { StudyView } from '../../../domain/contract/views';
import { Card, Tag } from '../../components';
import { spoken } from '../../components/a11y';
import { useStudyWords } from '../../i18n/study';
import { periodWords } from './period';

interface Props {
  study: StudyView;
  onOpen(period: string): void;
}

/** The year's periods as cells: full when held, hatched when not. A tap opens that session. */
export function Calendar({ study, onOpen }: Props) {
  const words = useStudyWords();
  const { year, marks, held, of } = study.calendar;
  return (
    <Card
      id="calendar"
      title={words.study.calendar(year)}
      aside={<Tag tone={held === of ? 'done' : 'due'}>{words.study.heldOf(held, of)}</Tag>}
    >
      <View className="study__cells">
        {marks.map(({ period, state }) => (
          <View
            key={period}
            className={`study__cell study__cell--${state}${period === study.period ? ' study__cell--here' : ''}`}
            hoverClass="y-pressed"
            onClick={() => onOpen(period)}
            {...spoken('button', `${periodWords(period, words)} ${words.study.state[state]}`)}
          >
            <View className="study__cell-name">{period.slice(5)}</View>
          </View>
        ))}
      </View>
      <View className="study__legend">
        {(['held', 'missed', 'running'] as const).map((state) => (
          <View key={state} className="study__key-pair">
            <View className={`study__key study__key--${state}`} />
            {words.study.state[state]}
          </View>
        ))}
      </View>
    </Card>
  );
}
