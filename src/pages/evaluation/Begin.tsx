import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EvaluationView } from '../../../domain/contract/views';
import { Button, Sheet, Tick, useTell } from '../../components';
import { useEvaluationWords } from '../../i18n/evaluation';

const FEWEST = 3;
const MOST = 15;

interface Props {
  view: EvaluationView;
  onClose(): void;
  onDone(): Promise<void>;
}

/** Who gives marks: three to fifteen people of the village. */
export function Begin({ view, onClose, onDone }: Props) {
  const words = useEvaluationWords();
  const { lead } = words.evaluation;
  const { tell, error } = useTell(onDone);
  const [chosen, setChosen] = useState(() => view.reviewers.map(({ person }) => person));
  const enough = chosen.length >= FEWEST && chosen.length <= MOST;
  const toggle = (person: string) => (on: boolean) =>
    setChosen(on ? [...chosen, person] : chosen.filter((one) => one !== person));
  return (
    <Sheet
      open
      onClose={onClose}
      title={lead.reviewers}
      action={
        <Button
          id="give-begin"
          disabled={!enough}
          onTap={() =>
            tell(
              'evaluation.begin',
              { village: view.village.code, year: view.year, reviewers: chosen },
              lead.begun,
            )
          }
        >
          {lead.beginWith(chosen.length)}
        </Button>
      }
    >
      <View className="y-note">{lead.beginHint}</View>
      {error !== undefined && <View className="y-wrong">{error}</View>}
      {(view.possible ?? []).map(({ person, name, role }) => (
        <Tick
          key={person}
          id={`reviewer-${person}`}
          on={chosen.includes(person)}
          label={name}
          hint={words.me.role[role]}
          onChange={toggle(person)}
        />
      ))}
    </Sheet>
  );
}
