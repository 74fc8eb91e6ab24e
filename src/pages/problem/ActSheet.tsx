import { useState } from 'react';
import { Button, FieldFrame, PhotoPicker, Sheet, TextArea } from '../../components';
import { useWords } from '../../i18n';
import { type Act, SHAPES } from './acts';
import { NOTHING, type Saying } from './useAct';

/** What needs words first. */
export type WordyAct = { [A in Act]: (typeof SHAPES)[A]['words'] extends 'none' ? never : A }[Act];

export function isWordy(act: Act): act is WordyAct {
  return SHAPES[act].words !== 'none';
}

interface Props {
  act: WordyAct;
  error: string | undefined;
  onSay(act: WordyAct, saying: Saying): Promise<void>;
  onClose(): void;
}

/** One question, one answer, one button. */
export function ActSheet({ act, error, onSay, onClose }: Props) {
  const {
    problem: words,
    action: { send },
  } = useWords();
  const [saying, setSaying] = useState(NOTHING);
  const [missing, setMissing] = useState(false);
  const ask = words.ask[act];
  const say = () => {
    if (SHAPES[act].words === 'needed' && saying.text.trim() === '') {
      setMissing(true);
      return undefined;
    }
    return onSay(act, saying);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={ask.title}
      action={
        <Button id={`give-${act}`} kind={act === 'withdraw' ? 'danger' : 'primary'} onTap={say}>
          {act === 'comment' ? send : words.act[act]}
        </Button>
      }
    >
      <TextArea
        name="words"
        label={ask.label}
        placeholder={ask.hint}
        value={saying.text}
        onChange={(text) => {
          setMissing(false);
          setSaying({ ...saying, text });
        }}
        error={missing ? words.needWords : error}
      />
      {act === 'finish' && (
        <FieldFrame label={words.photos}>
          <PhotoPicker photos={saying.photos} onChange={(photos) => setSaying({ ...saying, photos })} />
        </FieldFrame>
      )}
    </Sheet>
  );
}
