import { View } from '@tarojs/components';
import type { RollView, TopLineView } from '../../../domain/contract/views';
import { Button, Sheet } from '../../components';
import { useRollWords } from '../../i18n/roll';
import { useRollAct } from './useRollAct';

interface Props {
  line: TopLineView;
  view: RollView;
  onClose(): void;
  onDone(): Promise<void>;
}

/** One's own recommendation is taken back; what follows from it is said first. */
export function RetractSheet({ line, view, onClose, onDone }: Props) {
  const { candidates: words } = useRollWords().roll;
  const { error, act } = useRollAct(onDone);
  const { village, year, subjects } = view;
  const input = { village: village.code, year, subjects, subject: line.subject };
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.retractTitle(line.name)}
      action={
        <Button id="send-retract" kind="danger" onTap={() => act('roll.retract', input, words.retracted)}>
          {words.retract}
        </Button>
      }
    >
      <View>{words.retractWords}</View>
      {error !== undefined && <View className="y-wrong">{error}</View>}
    </Sheet>
  );
}
