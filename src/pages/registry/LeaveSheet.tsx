import { useState } from 'react';
import type { WorkerChoice } from '../../../domain/contract/views';
import { shanghai } from '../../../domain/time/shanghai';
import { Button, Choice, FieldFrame, Sheet } from '../../components';
import { useRegistryWords } from '../../i18n/registry';
import { cloud } from '../../services/cloud';
import { Workers } from './HandOverSheet';
import { useAct } from './useAct';

interface Props {
  workers: WorkerChoice[];
  onClose(): void;
  onDone(): void;
}

const DAYS = ['3', '7', '14', '30'] as const;
type Days = (typeof DAYS)[number];

/** Who is away, how long, and who looks after the households meanwhile. */
export function LeaveSheet({ workers, onClose, onDone }: Props) {
  const { registry, action } = useRegistryWords();
  const words = registry.leave;
  const [worker, setWorker] = useState<string>();
  const [cover, setCover] = useState<string>();
  const [days, setDays] = useState<Days>('7');
  const [since, setSince] = useState<'today' | 'tomorrow'>('today');
  const { error, act } = useAct('registry.leave', words.done, onDone);
  const go = () => {
    if (worker === undefined) return undefined;
    const today = shanghai(cloud.now()).startOf('day');
    const from = since === 'today' ? today : today.add(1, 'day');
    return act({
      worker,
      from: from.valueOf(),
      to: from.add(Number(days), 'day').valueOf(),
      ...(cover ? { cover } : {}),
    });
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.title}
      action={
        <Button id="leave-go" disabled={worker === undefined} onTap={go}>
          {action.confirm}
        </Button>
      }
    >
      <FieldFrame label={words.who} error={error}>
        <Workers workers={workers} value={worker} onChange={setWorker} />
      </FieldFrame>
      <FieldFrame label={registry.households.from}>
        <Choice<'today' | 'tomorrow'>
          options={[
            { value: 'today', label: registry.households.today },
            { value: 'tomorrow', label: words.tomorrow },
          ]}
          value={since}
          onChange={setSince}
        />
      </FieldFrame>
      <FieldFrame label={words.long}>
        <Choice<Days>
          options={DAYS.map((value) => ({ value, label: words.days(Number(value)) }))}
          value={days}
          onChange={setDays}
        />
      </FieldFrame>
      <FieldFrame label={words.cover} hint={words.coverHint}>
        <Workers workers={workers.filter(({ id }) => id !== worker)} value={cover} onChange={setCover} />
      </FieldFrame>
    </Sheet>
  );
}
