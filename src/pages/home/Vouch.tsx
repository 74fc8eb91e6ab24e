import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ResidentHome } from '../../../domain/contract/views';
import { Button, Card, useTell } from '../../components';
import { dayWords, useWords } from '../../i18n';
import { cloud } from '../../services/cloud';

interface Props {
  vouch: NonNullable<ResidentHome['vouch']>;
  worker: ResidentHome['worker'];
  onChange(): Promise<void>;
}

/** "Yesterday Liu Zhiqiang was at your home, right?" One tap answers, and either answer is welcome. */
export function Vouch({ vouch: { week, at, channel, inPerson }, worker, onChange }: Props) {
  const words = useWords();
  const { vouch } = words.home.resident;
  const { tell, error } = useTell(onChange);
  const [answered, setAnswered] = useState(false);
  const day = dayWords(at, cloud.now(), words);
  const ask = inPerson || channel === 'home' ? vouch.visited : vouch.spoke;
  const say = (said: 'yes' | 'no') => async () => {
    setAnswered(await tell('household.vouch', { week, said }, vouch.thanks));
  };
  if (answered) return null;
  return (
    <Card id="vouch" title={ask(day, worker?.name ?? vouch.worker)}>
      <View className="home__answers">
        <Button id="vouch-yes" kind="quiet" onTap={say('yes')}>
          {vouch.yes}
        </Button>
        <Button id="vouch-no" kind="quiet" onTap={say('no')}>
          {vouch.no}
        </Button>
      </View>
      <View className="home__note">{vouch.why}</View>
      {error !== undefined && <View className="home__wrong">{error}</View>}
    </Card>
  );
}
