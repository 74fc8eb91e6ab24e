import { View } from '@tarojs/components';
import { useState } from 'react';
import type { StudyView } from '../../../domain/contract/views';
import type { AgendaItem } from '../../../domain/study/session';
import { Button, Choice, Field, FieldFrame, Sheet, TextArea, toast } from '../../components';
import { dayWords, useSaid } from '../../i18n';
import { useStudyWords } from '../../i18n/study';
import { asCloudError } from '../../services/cloud';
import { useSend } from '../../state';
import { endOfDay, PROMISES } from './promises';

interface Props {
  study: StudyView;
  asked: { item: AgendaItem; kind: 'solve' | 'escalate' | 'explain' | 'defer' };
  now: number;
  onClose(): void;
  onDone(): Promise<void>;
}

/** One item, one decision: who and by when, or why. */
export function DecideSheet({ study, asked: { item, kind }, now, onClose, onDone }: Props) {
  const { study: words } = useStudyWords();
  const said = useSaid();
  const send = useSend();
  const [text, setText] = useState('');
  const [lead, setLead] = useState<string>();
  const [other, setOther] = useState('');
  const [days, setDays] = useState<string>('30');
  const [error, setError] = useState<string>();
  const ask = words.ask[kind];
  const decide = async () => {
    const trimmed = text.trim();
    const chosen = leadOf(study, lead, other.trim());
    if (kind === 'solve' && !chosen) return setError(words.needLead);
    if (kind !== 'solve' && trimmed === '') return setError(words.needWords);
    try {
      await send('study.decide', {
        area: study.area.code,
        period: study.period,
        decisions: [
          kind === 'solve' && chosen
            ? {
                kind,
                item: item.id,
                lead: chosen,
                promisedAt: endOfDay(now, Number(days)),
                ...(trimmed ? { text: trimmed } : {}),
              }
            : { kind: kind === 'solve' ? 'explain' : kind, item: item.id, text: trimmed },
        ],
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
      title={ask.title}
      action={
        <Button id="give" onTap={decide}>
          {words.decide[kind]}
        </Button>
      }
    >
      <View className="study__text">{item.text}</View>
      {kind === 'solve' && (
        <>
          <LeadPicker study={study} lead={lead} onLead={setLead} other={other} onOther={setOther} />
          <DayPicker days={days} now={now} onDays={setDays} />
        </>
      )}
      <TextArea
        name="words"
        label={ask.words}
        placeholder={ask.hint}
        value={text}
        onChange={(value) => {
          setError(undefined);
          setText(value);
        }}
        error={error}
      />
    </Sheet>
  );
}

interface LeadProps {
  study: StudyView;
  lead: string | undefined;
  onLead(value: string): void;
  other: string;
  onOther(value: string): void;
}

function LeadPicker({ study, lead, onLead, other, onOther }: LeadProps) {
  const { study: words } = useStudyWords();
  return (
    <FieldFrame label={words.lead1}>
      <Choice
        label={words.lead1}
        options={study.invited.map(({ person, name, unit }) => ({
          value: person ?? name,
          label: unit ? `${unit} ${name}` : name,
        }))}
        value={other ? undefined : lead}
        onChange={onLead}
      />
      <Field name="other" label="" placeholder={words.leadOther} value={other} onChange={onOther} most={40} />
    </FieldFrame>
  );
}

function DayPicker({ days, now, onDays }: { days: string; now: number; onDays(value: string): void }) {
  const words = useStudyWords();
  return (
    <FieldFrame
      label={`${words.study.date}：${dayWords(endOfDay(now, Number(days)) - 1, now, words)}`}
      hint={words.study.dateHint}
    >
      <Choice
        label={words.study.date}
        options={PROMISES.map((count) => ({ value: String(count), label: words.study.days(count) }))}
        value={days}
        onChange={onDays}
      />
    </FieldFrame>
  );
}

function leadOf({ invited }: StudyView, chosen: string | undefined, other: string) {
  if (other) return { name: other };
  const found = invited.find(({ person, name }) => (person ?? name) === chosen);
  if (!found) return undefined;
  return {
    name: found.name,
    ...(found.unit ? { unit: found.unit } : {}),
    ...(found.person ? { person: found.person } : {}),
  };
}
