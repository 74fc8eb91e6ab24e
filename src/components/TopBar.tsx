import { View } from '@tarojs/components';
import { goBack } from '../routes';
import { spoken } from './a11y';
import './TopBar.scss';

interface Props {
  title: string;
  back: boolean;
  backWord: string;
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
