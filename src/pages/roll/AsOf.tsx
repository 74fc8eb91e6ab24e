import { View } from '@tarojs/components';
import { OfflineBadge } from '../../components';
import { momentWords, useWords } from '../../i18n';
import { cloud } from '../../services/cloud';
import type { Query } from '../../state';

/** When what stands here was true; said louder when it could not be asked again. */
export function AsOf({ query: { asOf, error } }: { query: Query<unknown> }) {
  const words = useWords();
  if (asOf === undefined) return null;
  if (error) return <OfflineBadge since={asOf} />;
  return <View className="y-asof">{words.state.asOf(momentWords(asOf, cloud.now(), words))}</View>;
}
