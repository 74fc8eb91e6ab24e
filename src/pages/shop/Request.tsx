import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RewardView } from '../../../domain/contract/views';
import { Button, FieldFrame, PhotoPicker, Sheet, TextArea, toast } from '../../components';
import { useSaid } from '../../i18n';
import { useShopWords } from '../../i18n/shop';
import { asCloudError, isUndecided } from '../../services/cloud';
import type { LocalFile } from '../../services/device';
import { askConsent, useSend } from '../../state';
import type { Part } from './part';

interface Props extends Part {
  reward: RewardView;
  onClose(): void;
}

/** "We did this": a sentence, a photo if there is one. */
export function Request({ shop, reward, onChange, onClose }: Props) {
  const { shop: words, outbox } = useShopWords();
  const said = useSaid();
  const send = useSend();
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<LocalFile[]>([]);
  const [error, setError] = useState<string>();
  const give = async () => {
    if (text.trim() === '') return setError(words.request.needText);
    askConsent();
    const input = { household: shop.household.id, rule: reward.id, text: text.trim() };
    // Named by their path on this phone; `send` puts their addresses in.
    const evidence = photos.length > 0 ? { photos: photos.map(({ path }) => path) } : {};
    try {
      await send('shop.request', { ...input, ...evidence }, { files: photos });
      toast(words.request.sent);
    } catch (reason) {
      const refusal = asCloudError(reason);
      if (!isUndecided(refusal)) return setError(said(refusal.words));
      toast(outbox.kept, 'due');
    }
    onClose();
    await onChange();
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.request.title(said(reward.name))}
      action={
        <Button id="give-request" onTap={give}>
          {words.request.send}
        </Button>
      }
    >
      <View className="y-note">{said(reward.text)}</View>
      <View className="y-note">{words.rewards.show(said(reward.evidence))}</View>
      <TextArea
        name="words"
        label={words.request.text}
        placeholder={words.request.hint}
        value={text}
        onChange={(value) => {
          setError(undefined);
          setText(value);
        }}
        most={500}
        error={error}
      />
      <FieldFrame label={words.request.photos}>
        <PhotoPicker photos={photos} onChange={setPhotos} />
      </FieldFrame>
    </Sheet>
  );
}
