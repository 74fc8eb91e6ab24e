import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BasisView } from '../../../domain/contract/views';
import {
  Button,
  Card,
  Choice,
  FieldFrame,
  Sheet,
  StateView,
  Tag,
  TextArea,
  type Tone,
} from '../../components';
import { dayWords, useWords } from '../../i18n';
import { type RollWords, useRollWords } from '../../i18n/roll';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import { useRollAct } from './useRollAct';

type Asked = { kind: 'add' } | { kind: 'end'; basis: BasisView };

/** The law an internal roll rests on: entered by one, approved by another, ended at once. */
export function Bases() {
  const { bases: said } = useRollWords().roll;
  const query = useQuery('roll.bases', {});
  const [asked, setAsked] = useState<Asked>();
  const done = async () => {
    setAsked(undefined);
    await query.refresh();
  };
  return (
    <StateView query={query}>
      {query.data && (
        <Card id="bases" title={said.title}>
          <View className="y-hint">{said.rule}</View>
          <StateView
            query={query}
            empty={query.data.bases.length === 0}
            emptyWords={said.none}
            emptyHint={said.noneHint}
          >
            {query.data.bases.map((basis) => (
              <Line
                key={basis.id}
                basis={basis}
                onEnd={() => setAsked({ kind: 'end', basis })}
                onDone={query.refresh}
              />
            ))}
          </StateView>
          {query.data.may.includes('basis') && (
            <View className="y-acts">
              <Button id="add-basis" onTap={() => setAsked({ kind: 'add' })}>
                {said.add}
              </Button>
            </View>
          )}
        </Card>
      )}
      {asked?.kind === 'add' && <AddSheet onClose={() => setAsked(undefined)} onDone={done} />}
      {asked?.kind === 'end' && (
        <EndSheet basis={asked.basis.id} onClose={() => setAsked(undefined)} onDone={done} />
      )}
    </StateView>
  );
}

function Line({ basis, onEnd, onDone }: { basis: BasisView; onEnd(): void; onDone(): Promise<void> }) {
  const words = useWords();
  const honours = useRollWords().roll;
  const { bases: said } = honours;
  const now = cloud.now();
  const { error, act } = useRollAct(onDone);
  const { tone, word } = standingOf(basis, now, said);
  return (
    <View className="y-line">
      <View className="y-head">
        <View className="y-grow y-strong">{basis.text}</View>
        <Tag tone={tone}>{word}</Tag>
      </View>
      <View className="y-note">
        {[
          said.by(basis.by, dayWords(basis.at, now, words)),
          basis.approvedBy === undefined ? '' : said.approvedBy(basis.approvedBy),
          said.until(dayWords(basis.until - 1, now, words)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {basis.ended && <View className="y-note">{said.endedBy(basis.ended.by, basis.ended.text)}</View>}
      {basis.may.length > 0 && (
        <View className="y-acts">
          {basis.may.includes('allow') && (
            <Button
              id={`allow-${basis.id}`}
              inline
              onTap={() => act('roll.allow', { basis: basis.id }, said.allowed)}
            >
              {said.allow}
            </Button>
          )}
          {basis.may.includes('end') && (
            <Button id={`end-${basis.id}`} kind="danger" inline onTap={onEnd}>
              {said.end}
            </Button>
          )}
        </View>
      )}
      {error !== undefined && <View className="y-wrong">{error}</View>}
    </View>
  );
}

function standingOf(
  { holds, ended, until }: BasisView,
  now: number,
  said: RollWords['roll']['bases'],
): { tone: Tone; word: string } {
  if (ended) return { tone: 'plain', word: said.ended };
  if (until <= now) return { tone: 'plain', word: said.over };
  return holds ? { tone: 'done', word: said.holds } : { tone: 'due', word: said.waiting };
}

const DAY_MS = 86_400_000;
const DAYS = ['90', '180', '365'] as const;
type Days = (typeof DAYS)[number];

interface SheetProps {
  onClose(): void;
  onDone(): Promise<void>;
}

function AddSheet({ onClose, onDone }: SheetProps) {
  const { bases: said } = useRollWords().roll;
  const [text, setText] = useState('');
  const [days, setDays] = useState<Days>('180');
  const { error, setError, act } = useRollAct(onDone);
  const save = async () => {
    if (text.trim() === '') return setError(said.needWords);
    await act('roll.basis', { text: text.trim(), until: cloud.now() + Number(days) * DAY_MS }, said.saved);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={said.addTitle}
      action={
        <Button id="save-basis" onTap={save}>
          {said.save}
        </Button>
      }
    >
      <TextArea
        name="basis-text"
        label={said.text}
        placeholder={said.textHint}
        value={text}
        onChange={(value) => {
          setError(undefined);
          setText(value);
        }}
        error={error}
      />
      <FieldFrame label={said.howLong}>
        <Choice<Days>
          label={said.howLong}
          options={DAYS.map((value) => ({ value, label: said.days[value] }))}
          value={days}
          onChange={setDays}
        />
      </FieldFrame>
    </Sheet>
  );
}

function EndSheet({ basis, onClose, onDone }: SheetProps & { basis: string }) {
  const { bases: said } = useRollWords().roll;
  const [text, setText] = useState('');
  const { error, setError, act } = useRollAct(onDone);
  const save = async () => {
    if (text.trim() === '') return setError(said.needWords);
    await act('roll.end', { basis, text: text.trim() }, said.endDone);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={said.endTitle}
      action={
        <Button id="end-now" kind="danger" onTap={save}>
          {said.end}
        </Button>
      }
    >
      <TextArea
        name="end-why"
        label={said.endWords}
        most={300}
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
