import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card, TextArea } from '../../components';
import { useWords } from '../../i18n';
import type { Saying } from './give';
import { Stars } from './Stars';

interface Props {
  saying: Saying;
  onChange(saying: Saying): void;
}

/** Stars and words for whoever wants to give them; the button below is enough. */
export function Confirm({ saying, onChange }: Props) {
  const { problem: words, acts } = useWords();
  const [writing, setWriting] = useState(false);
  return (
    <Card title={words.stars}>
      <Stars stars={saying.stars} onChange={(stars) => onChange({ ...saying, stars })} />
      {writing ? (
        <TextArea
          name="thanks"
          label={acts.thanks}
          placeholder={acts.thanksHint}
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
