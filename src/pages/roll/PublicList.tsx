import { View } from '@tarojs/components';
import type { PublicName } from '../../../domain/contract/views';
import { Card, StateView, Tag } from '../../components';
import { dayWords, useWords } from '../../i18n';
import { useRollWords } from '../../i18n/roll';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import { AsOf } from './AsOf';
import { lastName } from './names';

/** What everybody may see: names whose owners agreed, with their honour; nobody's rank or score. */
export function PublicList({ village }: { village: string }) {
  const honours = useRollWords().roll;
  const query = useQuery('roll.public', { village });
  const answer = query.data;
  const now = cloud.now();
  return (
    <StateView query={query}>
      {answer && (
        <>
          <Card id="honours" title={honours.public.heading(lastName(answer.village.path))}>
            <StateView
              query={query}
              empty={answer.names.length === 0}
              emptyWords={honours.public.none}
              emptyHint={honours.public.noneHint}
            >
              {answer.names.map((line) => (
                <Line
                  key={`${line.year} ${line.subjects} ${line.name} ${line.areaPath}`}
                  line={line}
                  now={now}
                />
              ))}
            </StateView>
          </Card>
          <View className="y-note">{honours.public.rule}</View>
          {[...new Set(answer.names.map(({ hash }) => hash))].map((hash) => (
            <View key={hash} className="y-note">
              {honours.hash(hash)}
            </View>
          ))}
          <AsOf query={query} />
        </>
      )}
    </StateView>
  );
}

function Line({ line, now }: { line: PublicName; now: number }) {
  const words = useWords();
  const honours = useRollWords().roll;
  const { name, honour, year, areaPath, subjects, until, objectionsUntil } = line;
  return (
    <View className="y-line">
      <View className="y-head">
        <View className="y-grow y-strong">
          {subjects === 'household' ? honours.public.household(name) : name}
        </View>
        <Tag tone="done">{honour}</Tag>
      </View>
      <View className="y-note">
        {[
          honours.public.line(year, lastName(areaPath)),
          honours.public.until(dayWords(until - 1, now, words)),
        ].join(' · ')}
      </View>
      {objectionsUntil !== undefined && (
        <View className="y-note">{honours.public.objections(dayWords(objectionsUntil - 1, now, words))}</View>
      )}
    </View>
  );
}
