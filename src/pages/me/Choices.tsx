import { View } from '@tarojs/components';
import { useState } from 'react';
import { CHOICES, MUTABLE_KINDS, type MutableKind } from '../../../domain/notice/choice';
import { Card, Choices } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { asCloudError } from '../../services/cloud';
import { useQuery, useSend } from '../../state';

/** Which WeChat messages may come; the inbox has all of them, and danger cannot be switched off. */
export function MessageChoices() {
  const words = useWords().me;
  const said = useSaid();
  const send = useSend();
  const query = useQuery('notice.choices', {});
  const [changed, setChanged] = useState<MutableKind[]>();
  const [error, setError] = useState<string>();
  if (query.data === undefined) return null;
  const muted = changed ?? query.data.muted;
  const choose = async (wanted: MutableKind[]) => {
    const next = MUTABLE_KINDS.filter((kind) => !wanted.includes(kind));
    setChanged(next);
    setError(undefined);
    try {
      await send('notice.choose', { muted: next });
    } catch (reason) {
      const refusal = asCloudError(reason);
      if (refusal.code !== 'OFFLINE') {
        setChanged(undefined);
        setError(said(refusal.words));
      }
    }
  };
  return (
    <Card id="choices" title={words.messages}>
      <Choices
        label={words.messages}
        options={MUTABLE_KINDS.map((kind) => ({ value: kind, label: said(CHOICES[kind]) }))}
        values={MUTABLE_KINDS.filter((kind) => !muted.includes(kind))}
        onChange={choose}
      />
      <View className="me__line">{words.messagesHint}</View>
      {error !== undefined && <View className="me__line">{error}</View>}
    </Card>
  );
}
