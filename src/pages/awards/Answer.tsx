import { useState } from 'react';
import type { WaitingAsk } from '../../../domain/contract/views';
import { Button, Sheet, TextArea, toast } from '../../components';
import { useSaid } from '../../i18n';
import { usePointsWords } from '../../i18n/points';
import { asCloudError } from '../../services/cloud';
import { useSend } from '../../state';

export type Way = 'decline' | 'recuse' | 'withdraw';

/** Taking back what one has asked is a no of one's own. */
const ACTION = { decline: 'points.decline', recuse: 'points.recuse', withdraw: 'points.decline' } as const;

interface Props {
  waiting: WaitingAsk;
  way: Way;
  onClose(): void;
  onDone(): Promise<void>;
}

/** Why not, why somebody else has to look, or why it is taken back. */
export function Answer({ waiting: { account, year, ask }, way, onClose, onDone }: Props) {
  const { awards: words } = usePointsWords();
  const said = useSaid();
  const send = useSend();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const give = async () => {
    if (text.trim() === '') return setError(words.needs);
    try {
      await send(ACTION[way], { account, year, ask: ask.id, text: text.trim() });
      toast(words[way].told);
      await onDone();
    } catch (reason) {
      setError(said(asCloudError(reason).words));
    }
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={words[way].title}
      action={
        <Button id={`give-${way}`} onTap={give}>
          {words[way].give}
        </Button>
      }
    >
      <TextArea
        name="text"
        label={words[way].text}
        placeholder={words[way].hint}
        value={text}
        onChange={(value) => {
          setError(undefined);
          setText(value);
        }}
        most={way === 'recuse' ? 200 : 300}
        error={error}
      />
    </Sheet>
  );
}
