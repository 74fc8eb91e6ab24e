import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useWords } from '../i18n';
import { spoken } from './a11y';
import './PhoneButton.scss';

interface Props {
  phone: string;
  /** Whose phone, for screen readers. */
  name: string;
  /** Beside the receiver; without it the receiver stands alone. */
  children?: string;
  tone?: 'grass' | 'red';
}

/** One tap opens the phone's dialler. It sits inside tappable rows, so the tap stops here. */
export function PhoneButton({ phone, name, children, tone = 'grass' }: Props) {
  const words = useWords();
  return (
    <View
      className={`y-phone y-phone--${tone}${children ? '' : ' y-phone--round'}`}
      hoverClass="y-pressed"
      hoverStopPropagation
      onClick={(event) => {
        event.stopPropagation();
        Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);
      }}
      {...spoken('button', children ?? words.home.callTo(name))}
    >
      <View className="y-phone__receiver" />
      {children}
    </View>
  );
}
