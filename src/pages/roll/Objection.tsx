import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RollObjectionView, RollView } from '../../../domain/contract/views';
import { Button, Choice, FieldFrame, Sheet, TextArea } from '../../components';
import { useRollWords } from '../../i18n/roll';
import { useRollAct } from './useRollAct';

/** What was objected, and what was answered. */
export function Objection({ objection }: { objection: RollObjectionView }) {
  const said = useRollWords().roll.objection;
  const { answer } = objection;
  return (
    <View className="y-quote">
      {said.text(objection.text)}
      <View className="y-strong">
        {answer ? said.answered(answer.by, answer.upheld, answer.text) : said.waits}
      </View>
    </View>
  );
}

interface Props {
  view: RollView;
  onClose(): void;
  onDone(): Promise<void>;
}

/** The person objects to standing on the internal roll. */
export function ObjectSheet({ view, onClose, onDone }: Props) {
  const said = useRollWords().roll.objection;
  const { error, act } = useRollAct(onDone);
  const [text, setText] = useState('');
  const roll = { village: view.village.code, year: view.year, subjects: view.subjects };
  return (
    <Sheet
      open
      onClose={onClose}
      title={said.object}
      action={
        <Button
          id="object-now"
          disabled={text.trim() === ''}
          onTap={() => act('roll.object', { ...roll, text: text.trim() }, said.sent)}
        >
          {said.send}
        </Button>
      }
    >
      <View className="y-note">{said.rule}</View>
      <TextArea
        name="object-why"
        label={said.why}
        placeholder={said.whyHint}
        most={300}
        value={text}
        onChange={setText}
        error={error}
      />
    </Sheet>
  );
}

const VERDICTS = ['yes', 'no'] as const;
type Verdict = (typeof VERDICTS)[number];

/** A supervisor who had no hand in it answers. */
export function AnswerSheet({ subject, view, onClose, onDone }: Props & { subject: string }) {
  const said = useRollWords().roll.objection;
  const { error, act } = useRollAct(onDone);
  const [verdict, setVerdict] = useState<Verdict>();
  const [text, setText] = useState('');
  const input = {
    village: view.village.code,
    year: view.year,
    subjects: view.subjects,
    subject,
    upheld: verdict === 'yes',
    text: text.trim(),
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={said.answer}
      action={
        <Button
          id="answer-now"
          disabled={verdict === undefined || input.text === ''}
          onTap={() => act('roll.answer', input, said.answerSent)}
        >
          {said.answer}
        </Button>
      }
    >
      <FieldFrame label={said.verdict}>
        <Choice<Verdict>
          label={said.verdict}
          options={VERDICTS.map((value) => ({ value, label: said.verdicts[value] }))}
          value={verdict}
          onChange={setVerdict}
        />
      </FieldFrame>
      <TextArea
        name="answer-why"
        label={said.answerWhy}
        placeholder={said.answerHint}
        most={300}
        value={text}
        onChange={setText}
        error={error}
      />
    </Sheet>
  );
}
