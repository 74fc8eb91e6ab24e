import { useState } from 'react';
import type { HouseholdLine, WorkerChoice } from '../../../domain/contract/views';
import { Button, Choice, FieldFrame, Sheet } from '../../components';
import { useRegistryWords } from '../../i18n/registry';
import { useQuery } from '../../state';
import { Workers } from './HandOverSheet';
import { useAct } from './useAct';

interface Props {
  household: HouseholdLine;
  workers: WorkerChoice[];
  onClose(): void;
  onDone(): void;
}

/** To another grid of the village. */
export function MoveSheet({ household, workers, onClose, onDone }: Props) {
  const { registry, action } = useRegistryWords();
  const words = registry.households;
  const { data } = useQuery('registry.areas', { under: household.area.slice(0, 12) }, { freshFor: 600_000 });
  const [area, setArea] = useState<string>();
  const [worker, setWorker] = useState<string>();
  const { error, act } = useAct('registry.move', words.moved, onDone);
  const grids = (data?.areas ?? []).filter(({ _id }) => _id !== household.area);
  const go = () => area && act({ household: household.id, area, ...(worker ? { worker } : {}) });
  return (
    <Sheet
      open
      onClose={onClose}
      title={`${words.move} · ${household.head}`}
      action={
        <Button id="move-go" disabled={area === undefined} onTap={go}>
          {action.confirm}
        </Button>
      }
    >
      <FieldFrame label={words.moveTo} error={error}>
        <Choice
          options={grids.map(({ _id, name }) => ({ value: _id, label: name }))}
          value={area}
          onChange={setArea}
        />
      </FieldFrame>
      <FieldFrame label={words.moveWorker}>
        <Workers workers={workers} value={worker} onChange={setWorker} />
      </FieldFrame>
    </Sheet>
  );
}
