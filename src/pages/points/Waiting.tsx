import { View } from '@tarojs/components';
import type { BookView } from '../../../domain/contract/views';
import { Card, Photos, Tag } from '../../components';
import { askWords } from '../../components/points/ask-words';
import { momentWords, useSaid } from '../../i18n';
import { usePointsWords } from '../../i18n/points';
import { cloud } from '../../services/cloud';

/** What somebody has asked for and nobody has agreed to yet: whose book it is sees it before it counts. */
export function Waiting({ book }: { book: BookView }) {
  const words = usePointsWords();
  const said = useSaid();
  const open = book.asks.filter(({ answer }) => answer === undefined);
  if (open.length === 0) return null;
  return (
    <View className="y-column y-column--side points__side">
      <Card id="waiting" title={words.points.waiting.title} tone="due">
        <View className="y-hint">{words.points.waiting.lead}</View>
        {open.map((ask) => {
          const rule = book.rules[`${ask.version} ${ask.rule}`];
          return (
            <View key={ask.id} className="points__ask y-line">
              <View className="y-head">
                <View className="y-grow">
                  <View className="y-strong">{rule ? said(rule.name) : ask.rule}</View>
                  <View className="y-note">
                    {words.awards.asked(ask.by.name, momentWords(ask.at, cloud.now(), words))}
                  </View>
                </View>
                <View className="y-figure">{words.points.signed(ask.amount)}</View>
              </View>
              <Tag tone="due">{askWords(ask, words)}</Tag>
              <View className="y-quote">{ask.text}</View>
              {ask.heard !== undefined && (
                <View className="y-note">{`${words.points.detail.heard}：${ask.heard}`}</View>
              )}
              <Photos photos={ask.photos} />
            </View>
          );
        })}
      </Card>
    </View>
  );
}
