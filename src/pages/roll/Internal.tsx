import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RollView } from '../../../domain/contract/views';
import { Button, Card, Choice, FieldFrame, Sheet } from '../../components';
import { dayWords, useWords } from '../../i18n';
import { useRollWords } from '../../i18n/roll';
import { cloud } from '../../services/cloud';
import { useRollAct } from './useRollAct';

interface Props {
  view: RollView;
  onDone(): Promise<void>;
}

/** The internal roll while it holds, or why there is none, and the way to one for who may open it. */
export function Internal({ view, onDone }: Props) {
  const words = useWords();
  const honours = useRollWords().roll;
  const { internal: said } = honours;
  const [posting, setPosting] = useState(false);
  const { internal } = view;
  return (
    <Card id="internal" title={said.title} tone={internal ? 'due' : 'plain'}>
      {internal ? (
        <>
          <View className="y-quote">{said.basis(internal.basis)}</View>
          <View className="y-strong">{said.until(dayWords(internal.until - 1, cloud.now(), words))}</View>
          {cloud.now() < internal.from && (
            <View className="y-strong">{said.fromThen(dayWords(internal.from, cloud.now(), words))}</View>
          )}
          <View className="roll__names y-strong">{internal.names.join('、')}</View>
          <View className="y-note">{internal.masked ? said.masked : said.only}</View>
        </>
      ) : (
        <View className="y-note">{said.none}</View>
      )}
      {!internal && view.may.includes('post') && (
        <View className="y-acts">
          <Button id="post" kind="quiet" onTap={() => setPosting(true)}>
            {said.post}
          </Button>
        </View>
      )}
      {posting && (
        <PostSheet
          view={view}
          onClose={() => setPosting(false)}
          onDone={async () => {
            setPosting(false);
            await onDone();
          }}
        />
      )}
    </Card>
  );
}

const DAY_MS = 86_400_000;
const DAYS = ['30', '60', '90'] as const;
type Days = (typeof DAYS)[number];

function PostSheet({ view, onClose, onDone }: Props & { onClose(): void }) {
  const { internal: said } = useRollWords().roll;
  const [basis, setBasis] = useState(view.bases[0]?.id);
  const [days, setDays] = useState<Days>('30');
  const { error, act } = useRollAct(onDone);
  const chosen = view.bases.find(({ id }) => id === basis);
  const post = async () => {
    if (!chosen) return;
    const { village, year, subjects } = view;
    // Never longer than its basis.
    const until = Math.min(cloud.now() + Number(days) * DAY_MS, chosen.until);
    await act('roll.post', { village: village.code, year, subjects, basis: chosen.id, until }, said.posted);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={said.postTitle}
      action={
        <Button id="post-now" kind="danger" onTap={post}>
          {said.post}
        </Button>
      }
    >
      <FieldFrame label={said.which}>
        <Choice
          label={said.which}
          options={view.bases.map(({ id, text }) => ({ value: id, label: text }))}
          value={basis}
          onChange={setBasis}
        />
      </FieldFrame>
      <FieldFrame label={said.howLong}>
        <Choice<Days>
          label={said.howLong}
          options={DAYS.map((value) => ({ value, label: said.days[value] }))}
          value={days}
          onChange={setDays}
        />
      </FieldFrame>
      <View className="y-note">{said.warn}</View>
      {error !== undefined && <View className="y-wrong">{error}</View>}
    </Sheet>
  );
}
