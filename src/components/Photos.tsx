import { Image, View } from '@tarojs/components';
import { device } from '../services/device';
import './Photos.scss';

/** Photos of what happened, small; a tap shows them large. */
export function Photos({ photos }: { photos: readonly string[] }) {
  if (photos.length === 0) return null;
  return (
    <View className="y-pictures">
      {photos.map((photo) => (
        <Image
          key={photo}
          className="y-pictures__one"
          src={photo}
          mode="aspectFill"
          onClick={() => device.preview([...photos], photo)}
        />
      ))}
    </View>
  );
}
