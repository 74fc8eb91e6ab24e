import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card, TextArea } from '../../components';
import { useWords } from '../../i18n';
import { Stars } from './Stars';
import type { Saying } from './useAct';

interface Props {
  saying: Saying;
  onChange(saying: Saying): void;
}

/** Stars and words for whoever wants to give them; the button below is enough. */
export function Confirm({ saying, onChange }: Props) {
  const words = useWords().problem;
  const [writing, setWriting] = useState(false);
  return (
    <Card title={words.stars}>
      <Stars stars={saying.stars} onChange={(stars) => onChange({ ...saying, stars })} />
      {writing ? (
        <TextArea
          name="thanks"
          label={words.ask.confirm.label}
          placeholder={words.ask.confirm.hint}
          value={saying.text}
          onChange={(text) => onChange({ ...saying, text })}
        />
      ) : (
        <View className="problem__link" hoverClass="y-pressed" onClick={() => setWriting(true)}>
          {words.wordsToo}
        </View>
      )}
    </Card>
  );
}
