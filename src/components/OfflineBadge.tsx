import { View } from '@tarojs/components';
import { momentWords, useWords } from '../i18n';
import { cloud } from '../services/cloud';
import './OfflineBadge.scss';

/** Says that the page is a memory, and of when. @param since server ms */
export function OfflineBadge({ since }: { since: number }) {
  const words = useWords();
  return (
    <View className="y-offline">
      <View className="y-offline__shape" />
      {words.state.stale(momentWords(since, cloud.now(), words))}
    </View>
  );
}
