import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RollView, TopLineView } from '../../../domain/contract/views';
import { Button, Card, Choice, FieldFrame, Tag, Tick } from '../../components';
import { dayWords, useWords } from '../../i18n';
import { useRollWords } from '../../i18n/roll';
import { cloud } from '../../services/cloud';
import { lastName } from './names';
import { useRollAct } from './useRollAct';

interface Props {
  line: TopLineView;
  view: RollView;
  onDone(): Promise<void>;
}

const DAY_MS = 86_400_000;
const DAYS = ['90', '180', '365'] as const;
type Days = (typeof DAYS)[number];

/** An honour is published only if its owner says so, for as long as they say, and not a moment longer. */
export function Consent({ line, view, onDone }: Props) {
  const words = useWords();
  const honours = useRollWords().roll;
  const { mine, waits } = honours;
  const { error, act } = useRollAct(onDone);
  const now = cloud.now();
  const roll = { village: view.village.code, year: view.year, subjects: view.subjects };
  const stands = line.may.includes('withdraw');
  const title =
    line.honour === undefined || line.recommendations.length === 0
      ? mine.candidate
      : mine.recommended(line.honour);
  return (
    <Card
      id="honour"
      title={title}
      tone={line.shown ? 'done' : 'plain'}
      aside={line.shown ? <Tag tone="done">{honours.shown}</Tag> : undefined}
    >
      <View className="y-note">
        {[
          honours.year(view.year),
          line.name,
          lastName(line.areaPath),
          line.score === undefined ? '' : mine.score(line.score),
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {line.recommendations.map(({ person, name, text }) => (
        <View key={person} className="y-quote">
          {mine.by(name, text)}
        </View>
      ))}
      {stands && line.consent && (
        <>
          <View className="y-strong">{mine.standing(dayWords(line.consent.until - 1, now, words))}</View>
          {line.waits.map((wait) => (
            <View key={wait} className="y-note">
              {waits[wait]}
            </View>
          ))}
          <View className="y-acts">
            <Button id="withdraw" kind="danger" onTap={() => act('roll.withdraw', roll, mine.withdrawn)}>
              {mine.withdraw}
            </Button>
          </View>
        </>
      )}
      {line.may.includes('consent') && (
        <Ask
          terms={view.subjects === 'worker' ? mine.terms : mine.termsHousehold}
          earlier={line.waits.includes('withdrawn') ? mine.again : line.consent ? mine.over : undefined}
          onAgree={(days) =>
            act(
              'roll.consent',
              { ...roll, until: cloud.now() + days * DAY_MS, version: view.consentVersion },
              mine.agreed,
            )
          }
        />
      )}
      {error !== undefined && <View className="y-wrong">{error}</View>}
    </Card>
  );
}

interface AskProps {
  terms: string;
  /** What became of an earlier consent. */
  earlier: string | undefined;
  onAgree(days: number): Promise<void>;
}

function Ask({ terms, earlier, onAgree }: AskProps) {
  const { mine } = useRollWords().roll;
  const [days, setDays] = useState<Days>('365');
  const [read, setRead] = useState(false);
  return (
    <>
      {earlier !== undefined && <View className="y-strong">{earlier}</View>}
      <View className="y-quote">{terms}</View>
      <FieldFrame label={mine.howLong}>
        <Choice<Days>
          label={mine.howLong}
          options={DAYS.map((value) => ({ value, label: mine.days[value] }))}
          value={days}
          onChange={setDays}
        />
      </FieldFrame>
      <Tick id="read" on={read} label={mine.read} onChange={setRead} />
      <View className="y-acts">
        <Button id="agree" disabled={!read} onTap={() => onAgree(Number(days))}>
          {mine.agree}
        </Button>
      </View>
    </>
  );
}
