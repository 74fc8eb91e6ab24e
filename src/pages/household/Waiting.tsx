import { View } from '@tarojs/components';
import type { HouseholdView } from '../../../domain/contract/views';
import { Button, Card, useTell } from '../../components';
import { momentWords, useWords } from '../../i18n';
import { cloud } from '../../services/cloud';

interface Props {
  household: Pick<HouseholdView, 'id' | 'waiting'>;
  onChange(): Promise<void>;
}

/** Who says to live here; only the worker can know. */
export function Waiting({ household: { id, waiting }, onChange }: Props) {
  const words = useWords();
  const { waiting: said } = words.household;
  const { tell, error } = useTell(onChange);
  if (waiting.length === 0) return null;
  return (
    <Card id="waiting" title={said.title} tone="due">
      <View className="household__note">{said.hint}</View>
      {waiting.map((one) => {
        const answer = (yes: boolean) => () =>
          tell(
            'household.answer',
            { household: id, ask: one.id, yes },
            yes ? said.bound(one.name) : said.notBound,
          );
        return (
          <View key={one.id} className="household__ask">
            <View>{said.says(one.name, momentWords(one.at, cloud.now(), words))}</View>
            <View className="household__answers">
              <Button id={`yes-${one.id}`} onTap={answer(true)}>
                {said.yes}
              </Button>
              <Button id={`no-${one.id}`} kind="quiet" onTap={answer(false)}>
                {said.no}
              </Button>
            </View>
          </View>
        );
      })}
      {error !== undefined && <View className="household__wrong">{error}</View>}
    </Card>
  );
}
