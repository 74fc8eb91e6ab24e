import { View } from '@tarojs/components';
import type { StudyView } from '../../../domain/contract/views';
import { Card, StateView, Tag } from '../../components';
import { useStudyWords } from '../../i18n/study';
import { useQuery } from '../../state';

/** How the areas below keep their sessions: "held 5 of 6", with the year as a row of cells. */
export function Below({ study }: { study: StudyView }) {
  const { study: words } = useStudyWords();
  const query = useQuery(study.level === 'village' ? undefined : 'study.calendar', {
    area: study.area.code,
    year: study.calendar.year,
  });
  if (study.level === 'village') return null;
  const rows = (query.data?.rows ?? []).filter(({ area }) => area.code !== study.area.code);
  return (
    <Card id="below" title={words.below}>
      <StateView query={query}>
        {rows.map(({ area, marks, held, of }) => (
          <View key={area.code} className="y-line">
            <View className="y-head">
              <View className="y-grow y-strong">{area.name}</View>
              <Tag tone={held === of ? 'done' : 'due'}>{words.heldOf(held, of)}</Tag>
            </View>
            <View className="study__ticks">
              {marks.map(({ period, state }) => (
                <View key={period} className={`study__tick study__key--${state}`} />
              ))}
            </View>
          </View>
        ))}
      </StateView>
    </Card>
  );
}
