import { Image, View } from '@tarojs/components';
import { device } from '../../services/device';
import './Evidence.scss';

/** Photos of what happened, as small pictures that open. */
export function Evidence({ photos }: { photos: readonly string[] }) {
  if (photos.length === 0) return null;
  return (
    <View className="y-evidence">
      {photos.map((photo) => (
        <Image
          key={photo}
          className="y-evidence__photo"
          src={photo}
          mode="aspectFill"
          onClick={() => device.preview([...photos], photo)}
        />
      ))}
    </View>
  );
}
