import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RollView, TopLineView } from '../../../domain/contract/views';
import { Button, Field, Sheet, TextArea } from '../../components';
import { useRollWords } from '../../i18n/roll';
import { useRollAct } from './useRollAct';

interface Props {
  line: TopLineView;
  view: RollView;
  onClose(): void;
  onDone(): Promise<void>;
}

/** For which honour, and why; the second names the same one. */
export function RecommendSheet({ line, view, onClose, onDone }: Props) {
  const { candidates: words } = useRollWords().roll;
  const [honour, setHonour] = useState(line.honour ?? '');
  const [text, setText] = useState('');
  const { error, setError, act } = useRollAct(onDone);
  const save = async () => {
    if (honour.trim() === '' || text.trim() === '') return setError(words.needWords);
    const { village, year, subjects } = view;
    const input = { village: village.code, year, subjects, subject: line.subject };
    await act('roll.recommend', { ...input, honour: honour.trim(), text: text.trim() }, words.sent);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.recommendTitle(line.name)}
      action={
        <Button id="send-recommendation" onTap={save}>
          {words.send}
        </Button>
      }
    >
      {line.honour === undefined ? (
        <Field
          name="honour-name"
          label={words.honour}
          placeholder={words.honourHint}
          most={30}
          value={honour}
          onChange={setHonour}
        />
      ) : (
        <View>
          <View className="y-strong">{line.honour}</View>
          <View className="y-note">{words.same}</View>
        </View>
      )}
      <TextArea
        name="why"
        label={words.why}
        placeholder={words.whyHint}
        most={300}
        value={text}
        onChange={(value) => {
          setError(undefined);
          setText(value);
        }}
        error={error}
      />
      <View className="y-note">{words.promise}</View>
    </Sheet>
  );
}
