import { View } from '@tarojs/components';
import type { ProblemView } from '../../../domain/contract/views';
import { Card } from '../../components';
import { untilWords, useWords } from '../../i18n';

/** A request for more time stands out until it is answered: to who answers it as a task, to everybody else as a fact. */
export function Asked({ problem: { asked, actions }, now }: { problem: ProblemView; now: number }) {
  const words = useWords();
  if (!asked) return null;
  const say = words.acts.asked;
  const yours = actions.includes('grant');
  return (
    <Card id="asked" title={say.title} tone={yours ? 'due' : 'plain'}>
      <View className="problem__strong">{say.until(untilWords(asked.until, now, words))}</View>
      <View className="problem__quote">{asked.text}</View>
      <View className="problem__note">{yours ? say.yours : say.waiting}</View>
    </Card>
  );
}
