import { Image, View } from '@tarojs/components';
import type { ResidentHome } from '../../../domain/contract/views';
import { Button, Card, PhoneButton, Tag, useTell } from '../../components';
import { momentWords, useWords } from '../../i18n';
import { cloud } from '../../services/cloud';

interface Props {
  home: Pick<ResidentHome, 'worker' | 'callAskedAt'>;
  onChange(): Promise<void>;
}

/** Who looks after my household, how to reach them, and how to be called. */
export function MyWorker({ home: { worker, callAskedAt }, onChange }: Props) {
  const words = useWords();
  const { resident } = words.home;
  const { tell, error } = useTell(onChange);
  if (worker === null) return <Card title={resident.noWorker}>{resident.noWorkerHint}</Card>;
  return (
    <Card id="my-worker">
      <View className="home__person">
        {worker.photo === undefined ? (
          <View className="home__face home__face--none">{worker.name.slice(0, 1)}</View>
        ) : (
          <Image className="home__face" src={worker.photo} mode="aspectFill" />
        )}
        <View className="home__text">
          <View className="home__note">{resident.worker}</View>
          <View className="home__big">{worker.name}</View>
        </View>
        {worker.phone !== undefined && (
          <PhoneButton phone={worker.phone} name={worker.name}>
            {words.home.call}
          </PhoneButton>
        )}
      </View>
      <View className="home__ask">
        {callAskedAt === undefined ? (
          <Button id="call-me" kind="quiet" onTap={() => tell('household.callMe', {}, resident.calledDone)}>
            {resident.callMe}
          </Button>
        ) : (
          <>
            <Tag tone="active">{resident.called(momentWords(callAskedAt, cloud.now(), words))}</Tag>
            <View className="home__note">{resident.calledHint}</View>
          </>
        )}
        {error !== undefined && <View className="home__wrong">{error}</View>}
      </View>
    </Card>
  );
}
