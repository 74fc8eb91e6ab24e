import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWords } from '../i18n';
import { device } from '../services/device';
import { Button } from './Button';
import { Field } from './Field';
import './PlacePicker.scss';

/** `words` alone is enough. */
export interface PickedPlace {
  words: string;
  latitude?: number | undefined;
  longitude?: number | undefined;
  /** Metres. */
  accuracy?: number | undefined;
}

interface Props {
  value: PickedPlace;
  onChange(place: PickedPlace): void;
  label: string;
}

/** Words first; a point on the map only if the person wants to give one. */
export function PlacePicker({ value, onChange, label }: Props) {
  const words = useWords();
  const [none, setNone] = useState(false);
  const marked = value.latitude !== undefined;
  const choose = async () => {
    const hint = await device.choosePlace();
    setNone(hint === undefined);
    if (hint) onChange({ ...hint, words: hint.words || value.words });
  };
  const choice = process.env.TARO_ENV === 'weapp' ? words.place.choose : words.place.here;
  return (
    <View className="y-place">
      <Field
        name="place"
        label={label}
        value={value.words}
        placeholder={words.place.words}
        onChange={(said) => onChange({ ...value, words: said })}
      />
      <View className="y-place__row">
        <Button kind="quiet" inline onTap={choose}>
          {marked ? words.place.change : choice}
        </Button>
        <View className="y-place__note">
          {marked && words.place.marked}
          {value.accuracy !== undefined && ` · ${words.place.accuracy(value.accuracy)}`}
          {none && !marked && words.place.none}
        </View>
      </View>
    </View>
  );
}
