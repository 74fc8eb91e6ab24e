import { useState } from 'react';
import type { HouseholdLine } from '../../../domain/contract/views';
import { Button, Choice, FieldFrame, Sheet } from '../../components';
import { useRegistryWords } from '../../i18n/registry';
import { useAct } from './useAct';

interface Props {
  household: HouseholdLine;
  onClose(): void;
  onDone(): void;
}

/** The household lives here no longer. */
export function EndSheet({ household, onClose, onDone }: Props) {
  const { registry, action } = useRegistryWords();
  const words = registry.households;
  const [why, setWhy] = useState<'moved-away' | 'died-out'>();
  const { error, act } = useAct('registry.end', words.ended1, onDone);
  return (
    <Sheet
      open
      onClose={onClose}
      title={`${words.end} · ${household.head}`}
      action={
        <Button
          id="end-go"
          kind="danger"
          disabled={why === undefined}
          onTap={() => why && act({ household: household.id, why })}
        >
          {action.confirm}
        </Button>
      }
    >
      <FieldFrame label={words.why} hint={words.endHint} error={error}>
        <Choice<'moved-away' | 'died-out'>
          options={[
            { value: 'moved-away', label: words.moveAway },
            { value: 'died-out', label: words.dieOut },
          ]}
          value={why}
          onChange={setWhy}
        />
      </FieldFrame>
    </Sheet>
  );
}
