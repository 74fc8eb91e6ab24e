import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import type { Invite as Code } from '../../../domain/contract/views';
import { Button, Card } from '../../components';
import { untilWords, useSaid, useWords } from '../../i18n';
import { asCloudError, cloud } from '../../services/cloud';
import { useSend } from '../../state';

interface Props {
  household: string;
  invite: Code | undefined;
  onChange(): Promise<void>;
}

/** A code in letters that can be read across a table, and the same to scan. */
export function Invite({ household, invite, onChange }: Props) {
  const words = useWords();
  const said = useSaid();
  const send = useSend();
  const { invite: own } = words.household;
  const [fresh, setFresh] = useState<Code>();
  const [error, setError] = useState<string>();
  const code = fresh ?? invite;
  const standing = code !== undefined && code.until > cloud.now() ? code : undefined;
  const make = async () => {
    setError(undefined);
    try {
      setFresh(await send('household.invite', { household }));
      await onChange();
    } catch (reason) {
      setError(said(asCloudError(reason).words));
    }
  };
  return (
    <Card id="invite" title={own.title}>
      {standing !== undefined && (
        <View className="household__code">
          <View
            id="code"
            className="household__letters"
          >{`${standing.code.slice(0, 4)} ${standing.code.slice(4)}`}</View>
          <View className="household__note">{own.until(untilWords(standing.until, cloud.now(), words))}</View>
          {standing.qr !== undefined && (
            <Image className="household__qr" src={standing.qr} mode="aspectFit" />
          )}
          <View className="household__note">{standing.qr === undefined ? own.hintCode : own.hint}</View>
        </View>
      )}
      <Button id="make-code" kind="quiet" onTap={make}>
        {standing === undefined ? own.make : own.again}
      </Button>
      {error !== undefined && <View className="household__wrong">{error}</View>}
    </Card>
  );
}
