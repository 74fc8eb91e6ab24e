import { useState } from 'react';
import type { OutputOf } from '../../../domain/contract/actions';
import type { DeedList } from '../../../domain/deed/deed';
import { Button, Choice, Field, FieldFrame, Sheet, TextArea, toast } from '../../components';
import { useSaid } from '../../i18n';
import { useDeedWords } from '../../i18n/deed';
import { asCloudError, cloud } from '../../services/cloud';
import { useSend } from '../../state';

const DAY_MS = 86_400_000;
const DAYS = ['30', '60', '90', '180'] as const;
type Days = (typeof DAYS)[number];

interface Props {
  adds: OutputOf<'deed.totals'>['adds'];
  onClose(): void;
  onDone(): Promise<void>;
}

/** What will be done, by when; on the own list or on that of the own desk. */
export function PromiseSheet({ adds, onClose, onDone }: Props) {
  const { deed: words } = useDeedWords();
  const said = useSaid();
  const send = useSend();
  const [list, setList] = useState<DeedList>(adds[0]?.list ?? 'member');
  const [promise, setPromise] = useState('');
  const [who, setWho] = useState('');
  const [days, setDays] = useState<Days>('60');
  const [error, setError] = useState<string>();
  const save = async () => {
    if (promise.trim() === '') return setError(words.needWords);
    try {
      await send('deed.promise', {
        list,
        promise: promise.trim(),
        dueAt: cloud.now() + Number(days) * DAY_MS,
        ...(who.trim() ? { responsible: { name: who.trim() } } : {}),
      });
      toast(words.saved);
      await onDone();
    } catch (reason) {
      setError(said(asCloudError(reason).words));
    }
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.addTitle}
      action={
        <Button id="save" onTap={save}>
          {words.save}
        </Button>
      }
    >
      {adds.length > 1 && (
        <FieldFrame label={words.which}>
          <Choice<DeedList>
            label={words.which}
            options={adds.map((one) => ({ value: one.list, label: words.list[one.list] }))}
            value={list}
            onChange={setList}
          />
        </FieldFrame>
      )}
      <TextArea
        name="promise"
        label={words.promise}
        placeholder={words.promiseHint}
        value={promise}
        onChange={(value) => {
          setError(undefined);
          setPromise(value);
        }}
        most={300}
        error={error}
      />
      <FieldFrame label={words.date}>
        <Choice<Days>
          label={words.date}
          options={DAYS.map((value) => ({ value, label: words.days(Number(value)) }))}
          value={days}
          onChange={setDays}
        />
      </FieldFrame>
      {list === 'organisation' && (
        <Field name="who" label={words.responsible} value={who} onChange={setWho} most={40} />
      )}
    </Sheet>
  );
}
