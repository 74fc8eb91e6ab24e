import { View } from '@tarojs/components';
import type { MissView } from '../../../domain/contract/views';
import { Button, Card, PhoneButton, StateView, Tag, useTell } from '../../components';
import { momentWords, weekNumber } from '../../i18n';
import { useCoverageWords } from '../../i18n/coverage';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';

/** "Could not reach": excused, or worth another try. Two buttons, and a phone to find out. */
export function Reviews() {
  const words = useCoverageWords().coverage;
  const query = useQuery('contact.reviews', {});
  const { waiting = [], often = [] } = query.data ?? {};
  return (
    <>
      <View className="coverage__ask">{words.reviewsAsk}</View>
      <View className="y-note">{words.reviewsLead}</View>
      <StateView
        query={query}
        empty={query.data !== undefined && waiting.length === 0 && often.length === 0}
        emptyWords={words.reviewsNone}
        emptyHint={words.reviewsNoneHint}
      >
        <View className="coverage__cards">
          {waiting.map((miss) => (
            <Miss
              key={`${miss.worker.id}-${miss.week}-${miss.household.id}-${miss.at}`}
              miss={miss}
              onChange={query.refresh}
            />
          ))}
        </View>
        {often.length > 0 && (
          <Card id="often" title={words.often}>
            {often.map(({ worker, misses, due }) => (
              <View key={worker.id}>{words.oftenLine(worker.name, misses, due)}</View>
            ))}
          </Card>
        )}
      </StateView>
    </>
  );
}

function Miss({ miss, onChange }: { miss: MissView; onChange(): Promise<void> }) {
  const words = useCoverageWords();
  const { coverage, contact } = words;
  const { tell, error } = useTell(onChange);
  const { worker, week, household, reason, note, at } = miss;
  const entry = { worker: worker.id, week, household: household.id };
  const say = (verdict: 'excused' | 'try-again', thanks: string) => () =>
    tell('contact.review', { ...entry, verdict }, thanks);
  return (
    <View id={`miss-${household.id}`} className="coverage__card">
      <View className="coverage__title">{household.head}</View>
      <View className="y-note">
        {`${coverage.said(worker.name, momentWords(at, cloud.now(), words))} · ${coverage.week(weekNumber(week))}`}
      </View>
      <Tag tone="due">{contact.missReason[reason]}</Tag>
      {note !== undefined && <View>{note}</View>}
      {household.phone !== undefined && (
        <View className="coverage__actions">
          <PhoneButton phone={household.phone} name={household.head}>
            {coverage.callHousehold}
          </PhoneButton>
        </View>
      )}
      <View className="coverage__actions">
        <Button
          id={`excuse-${household.id}`}
          inline
          kind="quiet"
          onTap={say('excused', coverage.excusedDone)}
        >
          {coverage.excuse}
        </Button>
        <Button id={`again-${household.id}`} inline onTap={say('try-again', coverage.tryAgainDone)}>
          {coverage.tryAgain}
        </Button>
      </View>
      {error !== undefined && <View className="y-wrong">{error}</View>}
    </View>
  );
}
