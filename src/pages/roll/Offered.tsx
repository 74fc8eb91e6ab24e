import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BottomLineView, RollView } from '../../../domain/contract/views';
import { Button, Card } from '../../components';
import { dayWords, useWords } from '../../i18n';
import { useRollWords } from '../../i18n/roll';
import { cloud } from '../../services/cloud';
import { Objection, ObjectSheet } from './Objection';
import { useRollAct } from './useRollAct';

interface Props {
  line: BottomLineView;
  view: RollView;
  onDone(): Promise<void>;
}

/** A training that is offered in private; whether there is an internal roll, on what ground, and how to get off it. */
export function Offered({ line, view, onDone }: Props) {
  const words = useWords();
  const honours = useRollWords().roll;
  const { training, internal, objection } = honours;
  const [objecting, setObjecting] = useState(false);
  const { error, act } = useRollAct(onDone);
  const now = cloud.now();
  const roll = { village: view.village.code, year: view.year, subjects: view.subjects };
  return (
    <Card id="offered" title={training.mineTitle}>
      <View className="y-quote">{view.internal ? training.minePosted : training.minePrivate}</View>
      <Steps line={line} />
      {line.objection && <Objection objection={line.objection} />}
      {view.internal && (
        <View className="y-quote">
          <View className="y-strong">{internal.mine}</View>
          <View>{internal.basis(view.internal.basis)}</View>
          <View>{internal.until(dayWords(view.internal.until - 1, now, words))}</View>
          {now < view.internal.from && (
            <View>{internal.fromThen(dayWords(view.internal.from, now, words))}</View>
          )}
        </View>
      )}
      <View className="y-note">{training.path}</View>
      {line.may.includes('sign-up') && (
        <View className="y-acts">
          <Button
            id="sign-up"
            onTap={() => act('roll.train', { ...roll, step: 'sign-up' }, training.signedUp)}
          >
            {training.signUp}
          </Button>
        </View>
      )}
      {line.may.includes('object') && (
        <View className="y-acts">
          <Button id="object" kind="quiet" onTap={() => setObjecting(true)}>
            {objection.object}
          </Button>
        </View>
      )}
      {objecting && (
        <ObjectSheet
          view={view}
          onClose={() => setObjecting(false)}
          onDone={async () => {
            setObjecting(false);
            await onDone();
          }}
        />
      )}
      {error !== undefined && <View className="y-wrong">{error}</View>}
    </Card>
  );
}

/** What has happened since. */
export function Steps({ line: { signedUpAt, completedAt, repaired } }: { line: BottomLineView }) {
  const words = useWords();
  const honours = useRollWords().roll;
  const { training } = honours;
  const now = cloud.now();
  const told = [
    signedUpAt === undefined ? '' : training.signedOn(dayWords(signedUpAt, now, words)),
    completedAt === undefined ? '' : training.doneOn(dayWords(completedAt, now, words)),
    repaired ? training.repaired(repaired.by, repaired.text) : '',
  ].filter(Boolean);
  return told.length === 0 ? null : <View className="y-strong">{told.join(' · ')}</View>;
}
