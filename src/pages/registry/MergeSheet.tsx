import { useState } from 'react';
import type { HouseholdLine } from '../../../domain/contract/views';
import { Button, Choice, FieldFrame, Sheet } from '../../components';
import { useRegistryWords } from '../../i18n/registry';
import { useAct } from './useAct';

interface Props {
  pair: readonly [HouseholdLine, HouseholdLine];
  onClose(): void;
  onDone(): void;
}

/** Two households are one now: which of them stays. */
export function MergeSheet({ pair, onClose, onDone }: Props) {
  const { registry, action } = useRegistryWords();
  const words = registry.merge;
  const [into, setInto] = useState<string>();
  const { error, act } = useAct('registry.merge', words.done, onDone);
  const gone = pair.find(({ id }) => id !== into);
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.title}
      action={
        <Button
          id="merge-go"
          kind="danger"
          disabled={into === undefined}
          onTap={() => into && gone && act({ household: gone.id, into })}
        >
          {action.confirm}
        </Button>
      }
    >
      <FieldFrame label={words.stays} hint={words.hint} error={error}>
        <Choice
          options={pair.map(({ id, head, address }) => ({ value: id, label: `${head} ${address}` }))}
          value={into}
          onChange={setInto}
        />
      </FieldFrame>
    </Sheet>
  );
}
