import { Image, View } from '@tarojs/components';
import { device } from '../../services/device';

/** A tap shows them large. */
export function Photos({ photos }: { photos: string[] }) {
  if (photos.length === 0) return null;
  return (
    <View className="problem__photos">
      {photos.map((photo) => (
        <Image
          key={photo}
          className="problem__photo"
          src={photo}
          mode="aspectFill"
          onClick={() => device.preview(photos, photo)}
        />
      ))}
    </View>
  );
}
