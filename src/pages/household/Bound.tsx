import { View } from '@tarojs/components';
import type { HouseholdView } from '../../../domain/contract/views';
import { Card } from '../../components';
import { dayWords, useWords } from '../../i18n';
import { cloud } from '../../services/cloud';

export function Bound({ bound }: Pick<HouseholdView, 'bound'>) {
  const words = useWords();
  return (
    <Card id="bound" title={words.household.bound}>
      {bound.length === 0 && <View className="household__note">{words.household.nobody}</View>}
      {bound.map(({ name, since }) => (
        <View key={`${name}-${since}`}>
          {name}
          {since !== undefined && (
            <View className="household__note">
              {words.household.since(dayWords(since, cloud.now(), words))}
            </View>
          )}
        </View>
      ))}
    </Card>
  );
}
