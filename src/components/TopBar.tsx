import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { spoken } from './a11y';
import './TopBar.scss';

interface Props {
  title: string;
  back: boolean;
  backWord: string;
}

/** A page opened by its address has nothing behind it: back then means home. */
function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.reLaunch({ url: '/pages/home/index' });
}

/** WeChat draws its own bar; a browser has none. */
export function TopBar({ title, back, backWord }: Props) {
  return (
    <View className="y-topbar">
      {back && (
        <View
          className="y-topbar__back"
          hoverClass="y-pressed"
          onClick={goBack}
          {...spoken('button', backWord)}
        >
          <View className="y-topbar__arrow" />
        </View>
      )}
      <View className="y-topbar__title">{title}</View>
    </View>
  );
}
