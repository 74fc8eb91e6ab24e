import { View } from '@tarojs/components';
import { useState } from 'react';
import { Choice, FieldFrame } from '../../components';
import { untilWords, useWords } from '../../i18n';
import { cloud } from '../../services/cloud';

const DAY_MS = 86_400_000;

interface Props {
  days: readonly number[];
  /** Server ms; 0: none yet. */
  value: number;
  onChange(until: number): void;
}

/** A few spans instead of a calendar; the date they lead to is said. */
export function DaysField({ days, value, onChange }: Props) {
  const words = useWords();
  const [chosen, setChosen] = useState<string>();
  const choose = (count: string) => {
    setChosen(count);
    onChange(cloud.now() + Number(count) * DAY_MS);
  };
  return (
    <FieldFrame label={words.acts.days}>
      <Choice
        label={words.acts.days}
        options={days.map((count) => ({ value: String(count), label: words.acts.dayCount(count) }))}
        value={chosen}
        onChange={choose}
      />
      {value > 0 && (
        <View className="problem__note">{words.acts.untilDay(untilWords(value, cloud.now(), words))}</View>
      )}
    </FieldFrame>
  );
}
