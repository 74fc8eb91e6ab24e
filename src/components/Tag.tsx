import { View } from '@tarojs/components';
import './Tag.scss';

/** Each tone has its own shape, so that nobody has to tell amber from green. */
export type Tone = 'plain' | 'active' | 'due' | 'danger' | 'done';

/** ○ nothing yet · ▶ going on · ◆ due · ▲ danger · ■ done (the filled cell) */
export function Tag({ children, tone = 'plain' }: { children: string; tone?: Tone }) {
  return (
    <View className={`y-tag y-tag--${tone}`}>
      <View className="y-tag__shape" />
      <View>{children}</View>
    </View>
  );
}
