import { View } from '@tarojs/components';
import { useState } from 'react';
import type { HouseholdLine, WorkerChoice } from '../../../domain/contract/views';
import { shanghai } from '../../../domain/time/shanghai';
import { Button, Choice, FieldFrame, Sheet } from '../../components';
import { useRegistryWords } from '../../i18n/registry';
import { cloud } from '../../services/cloud';
import { useAct } from './useAct';

interface Props {
  households: HouseholdLine[];
  workers: WorkerChoice[];
  onClose(): void;
  onDone(): void;
}

/** To whom, and from when: at once, or with the next week, so that a week's sheet stays one worker's. */
export function HandOverSheet({ households, workers, onClose, onDone }: Props) {
  const { registry, action } = useRegistryWords();
  const words = registry.households;
  const [to, setTo] = useState<string>();
  const [since, setSince] = useState<'today' | 'monday'>('today');
  const { error, act } = useAct('registry.handOver', words.handed(households.length), onDone);
  const holders = new Set(households.map(({ worker }) => worker?.id));
  const [from] = holders.size === 1 ? holders : [];
  const mixed = holders.size > 1;
  const go = () => {
    if (mixed || to === undefined) return undefined;
    const monday = shanghai(cloud.now()).startOf('isoWeek').add(7, 'day').valueOf();
    return act({
      households: households.map(({ id }) => id),
      ...(from ? { from } : {}),
      to,
      ...(since === 'monday' ? { at: monday } : {}),
    });
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={`${words.handOver} · ${words.chosen(households.length)}`}
      action={
        <Button id="hand-over-go" disabled={mixed || to === undefined} onTap={go}>
          {action.confirm}
        </Button>
      }
    >
      {mixed && <View className="y-wrong">{words.mixed}</View>}
      {!mixed && from === undefined && <View className="y-note">{words.unheld}</View>}
      <FieldFrame label={words.from}>
        <Choice<'today' | 'monday'>
          options={[
            { value: 'today', label: words.today },
            { value: 'monday', label: words.monday },
          ]}
          value={since}
          onChange={setSince}
        />
      </FieldFrame>
      <FieldFrame label={words.to} error={error}>
        <Workers workers={workers.filter(({ id }) => id !== from)} value={to} onChange={setTo} />
      </FieldFrame>
    </Sheet>
  );
}

interface WorkersProps {
  workers: WorkerChoice[];
  value: string | undefined;
  onChange(worker: string): void;
}

export function Workers({ workers, value, onChange }: WorkersProps) {
  return (
    <Choice
      options={workers.map(({ id, name, grid }) => ({ value: id, label: `${name} ${grid}` }))}
      value={value}
      onChange={onChange}
    />
  );
}
