import { Image, View } from '@tarojs/components';
import { useWords } from '../i18n';
import { device, type LocalFile } from '../services/device';
import { spoken } from './a11y';
import './PhotoPicker.scss';

interface Props {
  photos: LocalFile[];
  onChange(photos: LocalFile[]): void;
  most?: number;
}

/** Photos of at most 300 kB each, kept on the phone until the page uploads them. */
export function PhotoPicker({ photos, onChange, most = 3 }: Props) {
  const words = useWords();
  const add = async () => {
    const chosen = await device.choosePhotos(most - photos.length);
    if (chosen.length > 0) onChange([...photos, ...chosen].slice(0, most));
  };
  const paths = photos.map((photo) => photo.path);
  return (
    <View className="y-photos">
      {photos.map((photo) => (
        <View key={photo.path} className="y-photos__place">
          <Image
            className="y-photos__photo"
            src={photo.path}
            mode="aspectFill"
            onClick={() => device.preview(paths, photo.path)}
          />
          <View
            className="y-photos__remove"
            onClick={() => onChange(photos.filter((other) => other !== photo))}
            {...spoken('button', words.photo.remove)}
          >
            <View className="y-photos__cross">×</View>
          </View>
        </View>
      ))}
      {photos.length < most && (
        <View
          className="y-photos__add"
          hoverClass="y-pressed"
          onClick={add}
          {...spoken('button', words.photo.add)}
        >
          <View className="y-photos__plus">＋</View>
          <View>{words.photo.add}</View>
          <View className="y-photos__count">{words.photo.count(photos.length, most)}</View>
        </View>
      )}
    </View>
  );
}
