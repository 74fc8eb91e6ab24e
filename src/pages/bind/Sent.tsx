import { View } from '@tarojs/components';
import { Card } from '../../components';
import { useWords } from '../../i18n';

/** What happens next, so that nobody waits in front of a screen. */
export function Sent() {
  const words = useWords().bind;
  return (
    <Card id="sent" title={words.next} tone="done">
      {words.nextLines.map((line) => (
        <View key={line} className="bind__line">
          {line}
        </View>
      ))}
    </Card>
  );
}
