import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DeedView } from '../../../domain/contract/views';
import { Button, Field, FieldFrame, PhotoPicker, TextArea, toast } from '../../components';
import { useSaid } from '../../i18n';
import { useDeedWords } from '../../i18n/deed';
import { asCloudError } from '../../services/cloud';
import type { LocalFile } from '../../services/device';
import { useSend } from '../../state';

interface Props {
  deed: DeedView;
  act: DeedView['actions'][number];
  onDone(): Promise<void>;
}

/** Words, and for what is shown to others photos and how many gain by it; nothing but the words is needed. */
export function Act({ deed, act, onDone }: Props) {
  const { deed: words } = useDeedWords();
  const said = useSaid();
  const send = useSend();
  const [text, setText] = useState('');
  const [households, setHouseholds] = useState('');
  const [photos, setPhotos] = useState<LocalFile[]>([]);
  const [error, setError] = useState<string>();
  const ask = words.ask[act];
  const give = async () => {
    if (text.trim() === '') return setError(words.needWords);
    try {
      const input = { deed: deed.id, text: text.trim() };
      // Named by their path on this phone; `send` puts their addresses in.
      const evidence = photos.length > 0 ? { photos: photos.map(({ path }) => path) } : {};
      const files = { files: photos };
      const count = Number(households);
      if (act === 'drop') await send('deed.drop', input);
      else if (act === 'progress') await send('deed.progress', { ...input, ...evidence }, files);
      else {
        const benefit = count > 0 ? { benefit: { households: count } } : {};
        await send('deed.done', { ...input, ...evidence, ...benefit }, files);
      }
      toast(words.told[act]);
      await onDone();
    } catch (reason) {
      setError(said(asCloudError(reason).words));
    }
  };
  return (
    <>
      <View className="deeds__promise">{ask.title}</View>
      <TextArea
        name="words"
        label={ask.words}
        placeholder={ask.hint}
        value={text}
        onChange={(value) => {
          setError(undefined);
          setText(value);
        }}
        error={error}
      />
      {act === 'done' && (
        <Field
          name="households"
          label={words.households}
          value={households}
          onChange={setHouseholds}
          kind="number"
          most={6}
        />
      )}
      {act !== 'drop' && (
        <FieldFrame label={words.photos}>
          <PhotoPicker photos={photos} onChange={setPhotos} />
        </FieldFrame>
      )}
      <View className="y-gap" />
      <Button id={`give-${act}`} kind={act === 'drop' ? 'danger' : 'primary'} onTap={give}>
        {words.act[act]}
      </Button>
    </>
  );
}
