import { View } from '@tarojs/components';
import { CHANNELS, type ChannelName } from '../../../domain/problem/remit';
import { Button, Card, PhoneButton, Sheet } from '../../components';
import { useSaid, useWords } from '../../i18n';

/** What was written sounds like something that others must decide: where to go, and a way on when it is not. */
export function Elsewhere({ channel, onOurs }: { channel: ChannelName; onOurs(): void }) {
  const words = useWords().report;
  return (
    <Card id="elsewhere" title={words.elsewhere} tone="due">
      <ChannelLine channel={channel} />
      <View className="report__hint">{words.elsewhereHint}</View>
      <View className="report__answer">
        <Button id="ours" kind="quiet" onTap={onOurs}>
          {words.ours}
        </Button>
      </View>
    </Card>
  );
}

/** All of them, for who asks before choosing a category. */
export function Channels({ onClose }: { onClose(): void }) {
  const words = useWords().report;
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.elsewhereTitle}
      action={
        <Button id="channels-close" kind="quiet" onTap={onClose}>
          {words.ours}
        </Button>
      }
    >
      <View className="report__hint">{words.elsewhereHint}</View>
      {(Object.keys(CHANNELS) as ChannelName[]).map((channel) => (
        <ChannelLine key={channel} channel={channel} />
      ))}
    </Sheet>
  );
}

function ChannelLine({ channel }: { channel: ChannelName }) {
  const said = useSaid();
  const { when, where, phone } = CHANNELS[channel];
  return (
    <View className="report__channel">
      <View className="report__channel-words">
        <View className="report__channel-when">{said(when)}</View>
        <View className="report__hint">{said(where)}</View>
      </View>
      <PhoneButton phone={phone} name={said(where)}>
        {phone}
      </PhoneButton>
    </View>
  );
}
