import { View } from '@tarojs/components';
import type { ProblemView } from '../../../domain/contract/views';
import { Button, Card } from '../../components';
import { useWords } from '../../i18n';

interface Props {
  problem: ProblemView;
  onClear(verdict: 'passed' | 'hidden'): Promise<boolean>;
}

/** Of what neighbours may see: how the check stands, and for who decides it, the two answers. */
export function ContentCheck({ problem: { content, public: open }, onClear }: Props) {
  const words = useWords().acts.content;
  const { state, mayClear } = content;
  if (!open || (state === 'passed' && !mayClear)) return null;
  return (
    <Card id="content" tone={state === 'review' && mayClear ? 'due' : 'plain'}>
      <View className="problem__note">{words.state[state]}</View>
      {mayClear && (
        <View className="problem__bar-row problem__bar-row--apart">
          {state !== 'hidden' && (
            <Button id="content-hide" kind="quiet" inline onTap={() => onClear('hidden')}>
              {words.hide}
            </Button>
          )}
          {state !== 'passed' && (
            <Button id="content-pass" kind="quiet" inline onTap={() => onClear('passed')}>
              {words.pass}
            </Button>
          )}
        </View>
      )}
    </Card>
  );
}
