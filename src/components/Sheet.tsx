import { Popup } from '@nutui/nutui-react-taro';
import { ScrollView, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useWords } from '../i18n';
import { spoken } from './a11y';
import '@nutui/nutui-react-taro/dist/es/packages/popup/style/css';
import './Sheet.scss';

interface Props {
  open: boolean;
  onClose(): void;
  title: string;
  children: ReactNode;
  /** Buttons at its foot. */
  action?: ReactNode;
}

/** Comes up from the bottom for one more question. Must be drawn inside Screen, or it has no tokens. */
export function Sheet({ open, onClose, title, children, action }: Props) {
  const words = useWords();
  return (
    <Popup visible={open} position="bottom" round onClose={onClose} destroyOnClose lockScroll>
      <View className="y-sheet">
        <View className="y-sheet__head">
          <View className="y-sheet__title">{title}</View>
          <View
            className="y-sheet__close"
            hoverClass="y-pressed"
            onClick={onClose}
            {...spoken('button', words.action.close)}
          >
            {words.action.close}
          </View>
        </View>
        <ScrollView scrollY className="y-sheet__body">
          <View className="y-sheet__content">{children}</View>
        </ScrollView>
        {action !== undefined && <View className="y-sheet__action">{action}</View>}
      </View>
    </Popup>
  );
}
