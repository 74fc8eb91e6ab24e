import { View } from '@tarojs/components';
import type { AskView } from '../../../domain/contract/views';
import { Card } from '../../components';
import { useBindWords } from '../../i18n/bind';

/** What happens next, so that nobody waits in front of a screen. Asking again tells the answer. */
export function Sent({ answer }: Pick<AskView, 'answer'>) {
  const words = useBindWords().bind;
  if (answer?.yes) return null;
  if (answer) return <Card id="sent">{words.refusedHint}</Card>;
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
