import { useState } from 'react';
import type { HandRule } from '../../../domain/contract/views';
import { useSaid } from '../../i18n';
import { usePointsWords } from '../../i18n/points';
import { asCloudError } from '../../services/cloud';
import type { LocalFile } from '../../services/device';
import { useSend } from '../../state';
import { Button } from '../Button';
import { Choice } from '../Choice';
import { Field, FieldFrame } from '../Field';
import { PhotoPicker } from '../PhotoPicker';
import { Sheet } from '../Sheet';
import { TextArea } from '../TextArea';
import { toast } from '../toasts';

interface Props {
  account: string;
  name: string;
  rules: readonly HandRule[];
  /** Absent: the running year. */
  year?: string | undefined;
  onClose(): void;
  onDone(): Promise<void>;
}

type Missing = 'text' | 'heard' | 'amount';

/** By which rule, how many, what happened, what shows it; for a deduction also what the person says. */
export function AwardSheet({ account, name, rules, year, onClose, onDone }: Props) {
  const { points } = usePointsWords();
  const words = points.write;
  const said = useSaid();
  const send = useSend();
  const [rule, setRule] = useState(rules[0]?.id);
  const chosen = rules.find(({ id }) => id === rule);
  const most = typeof chosen?.amount === 'number' ? chosen.amount : 0;
  const [amount, setAmount] = useState('');
  const [text, setText] = useState('');
  const [heard, setHeard] = useState('');
  const [photos, setPhotos] = useState<LocalFile[]>([]);
  const [missing, setMissing] = useState<Missing>();
  const [error, setError] = useState<string>();
  const change = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      setMissing(undefined);
      setError(undefined);
      set(value);
    };
  };
  const give = async () => {
    const count = Number(amount);
    if (!Number.isInteger(count) || count < 1 || rule === undefined) return setMissing('amount');
    if (text.trim() === '') return setMissing('text');
    if (most < 0 && heard.trim() === '') return setMissing('heard');
    try {
      const input = {
        account,
        rule,
        amount: most < 0 ? -count : count,
        text: text.trim(),
        ...(most < 0 ? { heard: heard.trim() } : {}),
        ...(photos.length > 0 ? { photos: photos.map(({ path }) => path) } : {}),
        ...(year === undefined ? {} : { year }),
      };
      await send('points.award', input, { files: photos });
      toast(words.sent);
      await onDone();
    } catch (reason) {
      setError(said(asCloudError(reason).words));
    }
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.title(name)}
      action={
        <Button id="give-award" onTap={give}>
          {words.send}
        </Button>
      }
    >
      <FieldFrame label={words.rule} {...(chosen ? { hint: said(chosen.text) } : {})}>
        <Choice
          label={words.rule}
          options={rules.map(({ id, name: called }) => ({ value: id, label: said(called) }))}
          value={rule}
          onChange={change(setRule)}
        />
      </FieldFrame>
      <Field
        name="amount"
        label={most < 0 ? words.minus(-most) : words.amount(most)}
        value={amount}
        onChange={change(setAmount)}
        kind="number"
        most={3}
        error={missing === 'amount' ? words.needsAmount : undefined}
      />
      <TextArea
        name="text"
        label={words.text}
        placeholder={words.textHint}
        value={text}
        onChange={change(setText)}
        error={missing === 'text' ? words.needs : undefined}
      />
      {most < 0 && (
        <TextArea
          name="heard"
          label={words.heard}
          placeholder={words.heardHint}
          value={heard}
          onChange={change(setHeard)}
          error={missing === 'heard' ? words.needsHeard : undefined}
        />
      )}
      <FieldFrame label={chosen ? said(chosen.evidence) : words.photos} error={error}>
        <PhotoPicker photos={photos} onChange={setPhotos} />
      </FieldFrame>
    </Sheet>
  );
}
