import { useState } from 'react';
import type { BookView } from '../../../domain/contract/views';
import type { PointsEntry } from '../../../domain/points/entry';
import { Button, Sheet, TextArea, toast } from '../../components';
import { useSaid } from '../../i18n';
import { usePointsWords } from '../../i18n/points';
import { asCloudError } from '../../services/cloud';
import { useSend } from '../../state';

interface Props {
  entry: PointsEntry;
  book: BookView;
  onClose(): void;
  onDone(): Promise<void>;
}

/** What is wrong with an entry; where points would be lost, also what the person says. */
export function ReverseSheet({ entry, book, onClose, onDone }: Props) {
  const { points: words } = usePointsWords();
  const said = useSaid();
  const send = useSend();
  const [text, setText] = useState('');
  const [heard, setHeard] = useState('');
  const [error, setError] = useState<{ at: 'text' | 'heard'; words: string }>();
  const loses = entry.amount > 0;
  const give = async () => {
    if (text.trim() === '') return setError({ at: 'text', words: words.write.needs });
    if (loses && heard.trim() === '') return setError({ at: 'heard', words: words.write.needsHeard });
    try {
      await send('points.reverse', {
        account: book.account,
        year: book.year,
        cause: entry.cause,
        text: text.trim(),
        ...(loses ? { heard: heard.trim() } : {}),
      });
      toast(words.reverse.sent);
      await onDone();
    } catch (reason) {
      setError({ at: 'text', words: said(asCloudError(reason).words) });
    }
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.reverse.title}
      action={
        <Button id="give-reverse" onTap={give}>
          {words.reverse.send}
        </Button>
      }
    >
      <TextArea
        name="text"
        label={words.reverse.text}
        placeholder={words.reverse.textHint}
        value={text}
        onChange={(value) => {
          setError(undefined);
          setText(value);
        }}
        error={error?.at === 'text' ? error.words : undefined}
      />
      {loses && (
        <TextArea
          name="heard"
          label={words.write.heard}
          placeholder={words.write.heardHint}
          value={heard}
          onChange={(value) => {
            setError(undefined);
            setHeard(value);
          }}
          error={error?.at === 'heard' ? error.words : undefined}
        />
      )}
    </Sheet>
  );
}
