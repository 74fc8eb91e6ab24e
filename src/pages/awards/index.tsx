import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { WaitingAsk } from '../../../domain/contract/views';
import { Button, Card, Screen, StateView } from '../../components';
import { momentWords, useSaid } from '../../i18n';
import { usePointsWords } from '../../i18n/points';
import { cloud } from '../../services/cloud';
import { usePages } from '../../state';
import { Answer, type Way } from './Answer';
import { Asked } from './Asked';
import { askKey, asksLeft, deskHeading } from './asks-left';
import { Write } from './Write';
import './index.scss';

/** What waits for the second signature, and what this person may write down: one writes, another agrees. */
export default function AwardsPage() {
  const words = usePointsWords();
  const said = useSaid();
  const { query, answers, more, moreError } = usePages('points.asks', {});
  const [answering, setAnswering] = useState<{ ask: WaitingAsk; way: Way }>();
  const { data, refresh } = query;
  const [answered, setAnswered] = useState<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew, the list knows what was answered
  useEffect(() => setAnswered([]), [data]);
  const asks = asksLeft(answers, answered);
  // The reader stays where they are; only when all that was read is answered the list begins anew.
  const take = async (ask: WaitingAsk) => setAnswered((was) => [...was, askKey(ask)]);
  const through = more !== undefined && asks.length === 0;
  useEffect(() => {
    if (through) void refresh();
  }, [through, refresh]);
  return (
    <Screen
      title={words.awards.title}
      heading={data && deskHeading(asks, more !== undefined, words.awards)}
      lead={data && words.awards.lead}
      staleSince={query.error && data ? query.asOf : undefined}
      wide
    >
      <StateView query={query}>
        {data && (
          <View className="y-columns">
            <View className="y-column">
              {asks.length === 0 && !more && <Card id="none">{words.awards.noneHint}</Card>}
              {asks.map((ask) => (
                <Asked
                  key={askKey(ask)}
                  waiting={ask}
                  onAnswered={() => take(ask)}
                  onFailed={refresh}
                  onAnswer={(way) => setAnswering({ ask, way })}
                />
              ))}
              {more && (
                <Button id="more" kind="quiet" onTap={more}>
                  {words.problems.more}
                </Button>
              )}
              {moreError && <View className="y-wrong">{said(moreError.words)}</View>}
              <View className="y-asof">{words.state.asOf(momentWords(data.asOf, cloud.now(), words))}</View>
            </View>
            {data.writes.length > 0 && <Write writes={data.writes} onChanged={refresh} />}
          </View>
        )}
      </StateView>
      {answering && (
        <Answer
          waiting={answering.ask}
          way={answering.way}
          onClose={() => setAnswering(undefined)}
          onDone={async () => {
            setAnswering(undefined);
            await take(answering.ask);
          }}
        />
      )}
    </Screen>
  );
}
